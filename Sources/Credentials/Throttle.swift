/// How long someone must wait after failed attempts: twice as long each time, never for good.
///
/// Pure arithmetic: callers keep one `Failures` for each key and pass the moment in. Three keys
/// work together. `.accountFromAddress` slows the one who guesses, without touching the account's
/// owner elsewhere; `.address` slows one who tries many accounts; `.account` slows a guess from
/// many addresses, and is short, because its owner waits as well. While a wait lasts, refuse
/// without looking at the password and without counting. A success forgets the first and the last.
package struct Throttle: Hashable, Sendable {
  /// The failures of one key; nothing is stored for a key without failures.
  package struct Failures: Hashable, Sendable {
    /// How many there were, older ones weighing less.
    package let count: Int
    /// When the last one was, in milliseconds since 1970.
    package let last: Int64

    /// Takes stored failures.
    package init(count: Int, last: Int64) {
      self.count = count
      self.last = last
    }
  }

  /// Failures that cost no wait: people mistype.
  package let free: Int
  /// The wait after the first failure beyond those, in milliseconds; it doubles from there.
  package let firstWait: Int64
  /// The longest wait, in milliseconds.
  package let longestWait: Int64
  /// The quiet after which the failures count half, in milliseconds.
  package let halving: Int64

  /// Sets a rule; all durations in milliseconds, and at least 1.
  ///
  /// No wait is longer than a day, and failures are not halved within one: who attacks as often as
  /// the waits allow would earn free attempts by that.
  package init(free: Int, firstWait: Int64, longestWait: Int64, halving: Int64) {
    self.free = free
    self.firstWait = max(firstWait, 1)
    self.longestWait = min(max(longestWait, 1), 86_400_000)
    self.halving = max(halving, self.longestWait + 1)
  }

  /// One account tried from one address: five free, then 2 s to 15 min.
  package static let accountFromAddress = Throttle(
    free: 5, firstWait: 2_000, longestWait: 900_000, halving: 1_800_000)
  /// One account tried from anywhere: twenty free, then 1 s to 1 min.
  package static let account = Throttle(
    free: 20, firstWait: 1_000, longestWait: 60_000, halving: 900_000)
  /// One address, which may be a whole hospital's: fifty free, then 1 s to 15 min.
  package static let address = Throttle(
    free: 50, firstWait: 1_000, longestWait: 900_000, halving: 1_800_000)

  /// How long to wait still, in milliseconds; 0 when an attempt may be made.
  package func wait(after failures: Failures?, at now: Int64) -> Int64 {
    guard let failures, failures.count > free else { return 0 }
    let wait = wait(beyondFree: failures.count - free)
    return min(max(failures.last + wait - now, 0), wait)
  }

  /// What to store after one more failure.
  package func failures(after past: Failures?, failingAt now: Int64) -> Failures {
    Failures(count: min(remembered(past, at: now) + 1, most), last: max(now, past?.last ?? now))
  }

  /// Whether stored failures matter no more, so that their row can be deleted.
  package func isForgotten(_ failures: Failures, at now: Int64) -> Bool {
    remembered(failures, at: now) == 0
  }

  /// The longest of several waits.
  package static func longest(_ waits: Int64...) -> Int64 { waits.max() ?? 0 }

  /// The failures that still count: half of them after each span of quiet.
  private func remembered(_ past: Failures?, at now: Int64) -> Int {
    guard let past else { return 0 }
    let halvings = max(now - past.last, 0) / halving
    return halvings >= Int64(Int.bitWidth) ? 0 : past.count >> halvings
  }

  private func wait(beyondFree failures: Int) -> Int64 {
    let doublings = failures - 1
    guard doublings < 62, firstWait <= longestWait >> doublings else { return longestWait }
    return firstWait << doublings
  }

  /// The count beyond which nothing changes, so that a long attack is forgotten as fast as any.
  private var most: Int {
    var beyond = 1
    while wait(beyondFree: beyond) < longestWait { beyond += 1 }
    return free + beyond
  }
}
