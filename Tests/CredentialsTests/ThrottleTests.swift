import Credentials
import Testing

@Suite struct ThrottleTests {
  private let rule = Throttle(free: 3, firstWait: 1_000, longestWait: 10_000, halving: 60_000)
  private let start: Int64 = 1_800_000_000_000

  /// The failures after a number of attempts, each made as soon as it may be.
  private func fail(_ times: Int, by rule: Throttle) -> Throttle.Failures {
    var failures: Throttle.Failures?
    var now = start
    for _ in 0..<times {
      now += rule.wait(after: failures, at: now)
      failures = rule.failures(after: failures, failingAt: now)
    }
    return failures ?? Throttle.Failures(count: 0, last: start)
  }

  @Test func `A few failures cost nothing; then each wait is twice the last, up to a limit`() {
    let waits = (0...9).map { times -> Int64 in
      let failures = fail(times, by: rule)
      return rule.wait(after: failures, at: failures.last)
    }
    #expect(waits == [0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
    #expect(rule.wait(after: nil, at: start) == 0)
  }

  @Test func `The wait runs out`() {
    let failures = Throttle.Failures(count: 5, last: start)
    let waits = [0, 1, 1_999, 2_000, 2_001].map { rule.wait(after: failures, at: start + $0) }
    #expect(waits == [2_000, 1_999, 1, 0, 0])
  }

  @Test func `Quiet halves what counts, until nothing is left`() {
    let failures = Throttle.Failures(count: 6, last: start)
    let counts = [0, 59_999, 60_000, 120_000, 180_000].map {
      rule.failures(after: failures, failingAt: start + $0).count
    }
    #expect(counts == [7, 7, 4, 2, 1])
    let forgotten = [120_000, 180_000, Int64.max - start].map {
      rule.isForgotten(failures, at: start + $0)
    }
    #expect(forgotten == [false, true, true])
  }

  @Test(arguments: [Throttle.accountFromAddress, .account, .address])
  func `No attack however long makes a wait that lasts`(rule: Throttle) {
    let failures = fail(5_000, by: rule)
    #expect(rule.wait(after: failures, at: failures.last) == rule.longestWait)
    #expect(rule.wait(after: failures, at: failures.last + rule.longestWait) == 0)
    #expect(rule.isForgotten(failures, at: failures.last + 7 * rule.halving))
  }

  @Test func `Guessing one account from one address gets about four tries an hour`() {
    let rule = Throttle.accountFromAddress
    var failures: Throttle.Failures?
    var now = start
    var tries = 0
    while now < start + 24 * 3_600_000 {
      failures = rule.failures(after: failures, failingAt: now)
      tries += 1
      now += rule.wait(after: failures, at: now)
    }
    #expect((90...120).contains(tries))
  }

  @Test func `A guesser at one address does not make the owner elsewhere wait`() {
    var pair: Throttle.Failures?
    var account: Throttle.Failures?
    var now = start
    while now < start + 24 * 3_600_000 {
      pair = Throttle.accountFromAddress.failures(after: pair, failingAt: now)
      account = Throttle.account.failures(after: account, failingAt: now)
      #expect(Throttle.account.wait(after: account, at: now) == 0)
      now += Throttle.longest(
        Throttle.accountFromAddress.wait(after: pair, at: now),
        Throttle.account.wait(after: account, at: now))
    }
  }

  @Test func `A clock that is set back neither frees nor locks out`() {
    let failures = Throttle.Failures(count: 5, last: start)
    #expect(rule.wait(after: failures, at: start - 3_600_000) == 2_000)
    #expect(
      rule.failures(after: failures, failingAt: start - 3_600_000)
        == Throttle.Failures(count: 6, last: start))
  }

  @Test func `Senseless durations are mended rather than run forever`() {
    let rule = Throttle(free: 0, firstWait: 0, longestWait: Int64.max, halving: 0)
    let failures = rule.failures(
      after: Throttle.Failures(count: .max - 1, last: start), failingAt: start)
    #expect(rule.wait(after: failures, at: start) == 86_400_000)
    #expect(rule == Throttle(free: 0, firstWait: 1, longestWait: 86_400_000, halving: 86_400_001))
  }
}
