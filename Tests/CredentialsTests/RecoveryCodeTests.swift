import Credentials
import Synchronization
import Testing

@Suite struct RecoveryCodeTests {
  private let codes = RecoveryCode.sheet(random: .seeded(7))

  private func hashes() throws -> [RecoveryCodeHash] {
    try RecoveryCodeHash.hashes(of: codes, cost: .quickForTests, random: .seeded(8))
  }

  @Test func `A sheet has ten different codes in groups that can be read out`() throws {
    #expect(Set(codes).count == 10)
    for code in codes {
      #expect(
        code.text.wholeMatch(
          of: /[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{2}/) != nil)
    }
  }

  @Test func `Each of 32 signs is as likely as another`() {
    let source = RandomBytes { count in (0..<count).map { UInt8(truncatingIfNeeded: $0) } }
    var counts: [Character: Int] = [:]
    for offset in 0..<256 {
      let shifted = RandomBytes { count in
        source.fill(count).map { $0 &+ UInt8(offset) }
      }
      for sign in RecoveryCode(random: shifted).text where sign != "-" {
        counts[sign, default: 0] += 1
      }
    }
    #expect(counts.count == 32)
    #expect(Set(counts.values) == [80])
  }

  @Test func `A sheet never holds a code twice, even when chance would`() {
    let draws = Mutex(0)
    let source = RandomBytes { count in
      let draw = draws.withLock { number in
        number += 1
        return number
      }
      return [UInt8](repeating: UInt8(draw / 2), count: count)
    }
    #expect(
      RecoveryCode.sheet(of: 3, random: source).map(\.text)
        == ["0000-0000-00", "1111-1111-11", "2222-2222-22"])
  }

  @Test func `A typed code opens its own hash, however it is typed`() throws {
    let hashes = try hashes()
    for (place, code) in codes.enumerated() {
      let bare = code.text.filter { $0 != "-" }
      for typed in [
        code.text, code.text.uppercased(), " \(bare) ",
        bare.map(String.init).joined(separator: " "),
      ] {
        #expect(RecoveryCodeHash.match(typed, among: hashes) == place)
      }
    }
  }

  @Test func `Letters that look like digits are read as these`() {
    #expect(RecoveryCode(typed: "OIl0-abcd-ef")?.text == "0110-abcd-ef")
  }

  @Test(arguments: [
    "", "0000-0000-00", "0000-0000-0", "0000-0000-000", "uuuu-uuuu-uu", "é000-0000-00",
  ])
  func `What is not a code of the sheet opens nothing`(typed: String) throws {
    #expect(RecoveryCodeHash.match(typed, among: try hashes()) == nil)
  }

  @Test func `A code whose hash was deleted opens nothing`() throws {
    var hashes = try hashes()
    hashes.remove(at: 3)
    #expect(RecoveryCodeHash.match(codes[3].text, among: hashes) == nil)
    #expect(RecoveryCodeHash.match(codes[4].text, among: hashes) == 3)
    #expect(RecoveryCodeHash.match(codes[4].text, among: []) == nil)
  }

  @Test func `Hashes of two sheets can stand together`() throws {
    let others = RecoveryCode.sheet(of: 2, random: .seeded(9))
    let otherHashes = try RecoveryCodeHash.hashes(
      of: others, cost: PasswordCost(memory: 16_384, passes: 1), random: .seeded(10))
    let all = try hashes() + otherHashes
    #expect(RecoveryCodeHash.match(others[1].text, among: all) == 11)
    #expect(RecoveryCodeHash.match(codes[0].text, among: all) == 0)
  }

  @Test func `The stored form comes back and does not show the code`() throws {
    let hashes = try hashes()
    #expect(hashes.compactMap { RecoveryCodeHash(stored: $0.text) } == hashes)
    #expect(hashes[0].text.hasPrefix("argon2id$8192$1$"))
    for (hash, code) in zip(hashes, codes) { #expect(!hash.text.contains(code.text)) }
    for wrong in [
      "", "argon2id$8192$1$00$00", String(hashes[0].text.dropLast(2)), hashes[0].text + "0",
    ] {
      #expect(RecoveryCodeHash(stored: wrong) == nil)
    }
  }

  @Test func `A code does not print`() {
    var dumped = ""
    dump(codes[0], to: &dumped)
    #expect(!"\(codes[0]) \(codes) \(dumped)".contains(codes[0].text))
  }
}
