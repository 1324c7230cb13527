package import Foundation

extension Instant {
  /// The calendar day that it is at this moment in a zone.
  package func day(in zone: TimeZone) -> Day {
    let local = milliseconds + Int64(offset(in: zone)) * 1000
    return Day(number: Int(local.floorDivided(by: 86_400_000)))
  }

  /// Hours and minutes on the zone's clock.
  package func clock(in zone: TimeZone) -> (hour: Int, minute: Int) {
    let local = milliseconds + Int64(offset(in: zone)) * 1000
    let minutes = (local - local.floorDivided(by: 86_400_000) * 86_400_000) / 60_000
    return (Int(minutes / 60), Int(minutes % 60))
  }

  /// Seconds by which the zone's clock is ahead of UTC at this moment.
  private func offset(in zone: TimeZone) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
  }
}

extension Day {
  /// The moment at which the zone's clock first shows this time of this day.
  ///
  /// A time that daylight saving skips is the moment of the jump; of a time that comes twice, the
  /// first one is meant.
  package func instant(hour: Int, minute: Int = 0, in zone: TimeZone) -> Instant {
    let wanted = Int64(number) * 86_400_000 + Int64(hour * 60 + minute) * 60_000
    // Walk back from the zone's greatest offset: the first match is the earliest.
    let midday = Instant(milliseconds: wanted)
    let offsets = [-86_400, 86_400].map {
      zone.secondsFromGMT(for: midday.adding(seconds: $0).date)
    }
    let candidates = Set(offsets).map { Instant(milliseconds: wanted - Int64($0) * 1000) }
    let exact = candidates.filter { candidate in
      let clock = candidate.clock(in: zone)
      return clock == (hour, minute) && candidate.day(in: zone) == self
    }
    if let earliest = exact.min() { return earliest }
    let jump = zone.nextDaylightSavingTimeTransition(after: midday.adding(seconds: -86_400).date)
    return jump.map { Instant(milliseconds: Int64($0.timeIntervalSince1970 * 1000)) }
      ?? candidates.min() ?? midday
  }
}

extension Instant {
  fileprivate var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
