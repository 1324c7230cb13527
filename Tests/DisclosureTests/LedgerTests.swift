import Disclosure
import Foundation
import Testing

@Suite struct LedgerTests {
  private static let half = Fraction("0.5") ?? .zero

  @Test func `the same release gives the same figures and spends nothing`() throws {
    var ledger = PrivacyLedger(measure: .epsilon, budget: .one)
    var chance = Seeded(1)
    let first = try ledger.release("2026", [10, 20, 30], cost: Self.half, using: &chance)
    let again = try ledger.release("2026", [11, 20, 30], cost: Self.half, using: &chance)
    #expect(first == again)
    #expect(ledger.spent == Self.half && ledger.left == Self.half)
  }

  @Test func `a release beyond the budget is refused before any noise is drawn`() throws {
    var ledger = PrivacyLedger(measure: .epsilon, budget: .one)
    var chance = Seeded(1)
    _ = try ledger.release("first", [1], cost: Fraction(2, 3) ?? .zero, using: &chance)
    var untouched = chance
    let before = ledger
    let third = try #require(Fraction(1, 3))
    #expect(throws: PrivacyLedger.Refusal.exhausted(left: third)) {
      _ = try ledger.release("second", [1], cost: Self.half, using: &chance)
    }
    #expect(chance.next() == untouched.next())
    #expect(ledger == before)
    _ = try ledger.release("third", [1], cost: third, using: &chance)
    #expect(ledger.left == .zero)
  }

  @Test func `other releases do not share noise`() throws {
    var ledger = PrivacyLedger(measure: .rho, budget: .one)
    var chance = Seeded(1)
    let counts = [Int](repeating: 100, count: 40)
    let one = try ledger.release("one", counts, cost: Self.half, using: &chance)
    let other = try ledger.release("other", counts, cost: Self.half, using: &chance)
    #expect(one != other)
  }

  @Test func `a name is not given to a second release of another kind`() throws {
    var ledger = PrivacyLedger(measure: .epsilon, budget: .one)
    var chance = Seeded(1)
    _ = try ledger.release("2026", [1], cost: Self.half, using: &chance)
    #expect(throws: PrivacyLedger.Refusal.anotherRelease(name: "2026")) {
      _ = try ledger.release("2026", [1, 2], cost: Self.half, using: &chance)
    }
    #expect(throws: PrivacyLedger.Refusal.unfitCost) {
      _ = try ledger.release("2027", [1], cost: .zero, using: &chance)
    }
  }

  @Test func `a ledger that was stored is the same ledger`() throws {
    var ledger = PrivacyLedger(measure: .rho, budget: .one)
    var chance = Seeded(1)
    _ = try ledger.release("2026", [5, 6], cost: Self.half, using: &chance)
    let stored = try JSONEncoder().encode(ledger)
    #expect(try JSONDecoder().decode(PrivacyLedger.self, from: stored) == ledger)
    let forged = String(decoding: stored, as: UTF8.self)
      .replacingOccurrences(of: "1\\/2", with: "1\\/0")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(PrivacyLedger.self, from: Data(forged.utf8))
    }
  }

  @Test func `what losses mean agrees with the reference, never below it`() throws {
    let fifth = try #require(Fraction("0.2"))
    let rho = try #require(PrivacyLoss.rho(ofPure: fifth))
    #expect(rho == Fraction(1, 50))
    let five = try #require(Fraction(5).flatMap { rho.times($0) })
    let epsilon = PrivacyLoss.epsilon(ofRho: five, delta: 1e-6)
    #expect(abs(epsilon - 2.4507880004768) < 1e-12)
    let gaussian = PrivacyLoss.epsilon(ofRho: try #require(Fraction(8, 100)), delta: 1e-6)
    #expect(abs(gaussian - 2.182608707902773) < 1e-12 && gaussian >= 1.764986)
  }
}
