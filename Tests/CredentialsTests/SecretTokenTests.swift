import Credentials
import Testing

@Suite struct SecretTokenTests {
  @Test func `A token is 192 bits of its source as URL-safe text`() {
    let source = RandomBytes { count in
      (0..<count).map { UInt8(truncatingIfNeeded: 255 - 9 * $0) }
    }
    #expect(SecretToken(random: source).text == "__bt5NvSycC3rqWck4qBeG9mXVRLQjkw")
  }

  @Test func `Tokens of the system differ and use no sign that a URL would change`() {
    let tokens = (0..<200).map { _ in SecretToken(random: .system).text }
    #expect(Set(tokens).count == 200)
    #expect(tokens.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]{32}/) != nil })
  }

  // FIPS 180-4's example.
  @Test func `The stored hash is SHA-256 in hexadecimal`() {
    #expect(
      SecretToken.tokenHash(of: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let token = SecretToken(random: .seeded(1))
    #expect(token.hash == SecretToken.tokenHash(of: token.text))
  }

  @Test func `A token does not print`() {
    let token = SecretToken(random: .seeded(1))
    var dumped = ""
    dump(token, to: &dumped)
    #expect(!"\(token) \([token]) \(String(reflecting: token)) \(dumped)".contains(token.text))
  }

  @Test func `Comparison says yes to the same octets only`() {
    #expect(ConstantTime.equal("token", "token"))
    #expect(ConstantTime.equal("", ""))
    for other in ["", "toke", "tokens", "Token", "tokem"] {
      #expect(!ConstantTime.equal("token", other))
    }
    #expect(!ConstantTime.equal("caf\u{e9}", "cafe\u{301}"))
    #expect(ConstantTime.equal([1, 2], [1, 2]))
    #expect(!ConstantTime.equal([1, 2], [1, 3]))
  }
}

@Suite struct RandomBytesTests {
  @Test func `A seed repeats itself, draw for draw`() {
    let first = RandomBytes.seeded(5)
    let second = RandomBytes.seeded(5)
    let draws = [3, 16, 0, 40].map { first.fill($0) }
    #expect([3, 16, 0, 40].map { second.fill($0) } == draws)
    #expect(draws.map(\.count) == [3, 16, 0, 40])
    #expect(RandomBytes.seeded(6).fill(16) != RandomBytes.seeded(5).fill(16))
  }

  @Test func `Draws from one seed differ from each other`() {
    let source = RandomBytes.seeded(5)
    #expect(Set((0..<100).map { _ in source.fill(16) }).count == 100)
  }

  @Test func `The system gives as many octets as asked for, and others each time`() {
    #expect(RandomBytes.system.fill(0) == [])
    #expect(RandomBytes.system.fill(32).count == 32)
    #expect(RandomBytes.system.fill(32) != RandomBytes.system.fill(32))
  }
}
