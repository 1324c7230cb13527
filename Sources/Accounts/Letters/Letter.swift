import Kernel

/// Mail about signing in.
enum Letter {
  /// The kind under which the outbox keeps it: its text is forgotten once it is sent.
  static let kind = "account"
}

/// A moment as letters say it, by the institution's clock.
enum LetterTime {
  /// `4:12 pm on July 1, 2026`.
  static func words(_ instant: Instant, _ settings: Settings) -> String {
    let zone = settings.timeZone
    let (hour, minute) = instant.clock(in: zone)
    let clock = "\(hour % 12 == 0 ? 12 : hour % 12):\(minute < 10 ? "0" : "")\(minute)"
    return "\(clock) \(hour < 12 ? "am" : "pm") on \(instant.day(in: zone).words)"
  }
}
