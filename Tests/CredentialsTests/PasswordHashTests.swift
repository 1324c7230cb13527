import Credentials
import Foundation
import Testing

@Suite struct PasswordHashTests {
  @Test func `The right password verifies and others do not`() throws {
    let hash = try PasswordHash("harbor violin pepper", cost: .quickForTests)
    #expect(hash.verify("harbor violin pepper"))
    for wrong in ["", "harbor violin peppe", "harbor violin pepper ", "Harbor violin pepper"] {
      #expect(!hash.verify(wrong))
    }
  }

  @Test func `A hash made by another argon2id verifies`() throws {
    // By argon2-cffi (libargon2): 64 KiB, two passes, one lane.
    let foreign =
      "$argon2id$v=19$m=64,t=2,p=1$Q0VR6KjNIgUh7I5W0iP5aw"
      + "$wOGYics+VbAb2b/baC3M1aiqHgxCNqTSmIjKSppUpTo"
    let hash = try #require(PasswordHash(stored: foreign))
    #expect(hash.verify("Señora, the tide is late"))
    #expect(!hash.verify("Senora, the tide is late"))
  }

  @Test func `Two hashes of one password differ in their salt`() throws {
    let first = try PasswordHash("harbor violin pepper", cost: .quickForTests)
    let second = try PasswordHash("harbor violin pepper", cost: .quickForTests)
    #expect(first != second)
  }

  @Test func `A character composed in either way is the same character`() throws {
    let hash = try PasswordHash("caf\u{e9} at noon", cost: .quickForTests)
    #expect(hash.verify("cafe\u{301} at noon"))
  }

  @Test func `Nothing of a password is cut off or ends it`() throws {
    let long = String(repeating: "é🙂", count: 128)
    let hash = try PasswordHash(long + "a", cost: .quickForTests)
    #expect(hash.verify(long + "a"))
    #expect(!hash.verify(long + "b"))
    let withZero = try PasswordHash("before\0after", cost: .quickForTests)
    #expect(!withZero.verify("before"))
    #expect(!withZero.verify("before\0other"))
  }

  @Test func `The production cost is what the text says`() throws {
    let hash = try PasswordHash("harbor violin pepper", cost: .production)
    #expect(hash.text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(hash.verify("harbor violin pepper"))
    #expect(!hash.needsRehash(for: .production))
  }

  @Test func `A hash of another cost asks to be replaced`() throws {
    let hash = try PasswordHash("harbor violin pepper", cost: .quickForTests)
    #expect(!hash.needsRehash(for: .quickForTests))
    #expect(hash.needsRehash(for: .production))
    #expect(hash.needsRehash(for: PasswordCost(memory: 8_192, passes: 2)))
  }

  @Test func `Stored text that comes back is the same hash`() throws {
    let hash = try PasswordHash("harbor violin pepper", cost: .quickForTests)
    #expect(PasswordHash(stored: hash.text) == hash)
  }

  @Test(arguments: [
    "", "password", "$argon2i$v=19$m=16,t=2,p=1$c2FsdA$aGFzaA", "$2b$12$abcdefghijklmnopqrstuv",
    "$argon2id$" + String(repeating: "a", count: 128),
  ])
  func `Text that is no argon2id hash is not taken`(text: String) {
    #expect(PasswordHash(stored: text) == nil)
  }

  @Test func `A broken hash verifies nothing and asks to be replaced`() throws {
    let hash = try #require(PasswordHash(stored: "$argon2id$v=19$m=16,t=2,p=1$broken"))
    #expect(!hash.verify("broken"))
    #expect(hash.needsRehash(for: .quickForTests))
  }

  @Test func `More memory than there is ends in an error`() {
    let cost = PasswordCost(memory: 1 << 43, passes: 1)
    #expect(throws: PasswordHash.OutOfMemory()) { try PasswordHash("any", cost: cost) }
  }

  @Test func `An unknown account takes about as much work as a known one`() throws {
    let cost = PasswordCost(memory: 16 * 1_024 * 1_024, passes: 4)
    let hash = try PasswordHash("harbor violin pepper", cost: cost)
    let known = (0..<3).map { _ in work { #expect(!hash.verify("wrong")) } }.min()
    let unknown = (0..<3).map { _ in
      work { #expect(!PasswordHash.verifyAgainstNobody("wrong", cost: cost)) }
    }.min()
    let ratio = try #require(unknown) / #require(known)
    #expect((0.2...5).contains(ratio))
  }

  /// The seconds for which a processor works on something, however many others wait for it.
  private func work(_ body: () -> Void) -> Double {
    func spent() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let before = spent()
    body()
    return spent() - before
  }
}
