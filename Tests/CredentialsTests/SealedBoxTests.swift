import CSodium
import Credentials
import Testing

/// Boxes that anyone seals and one secret opens.
@Suite struct SealedBoxTests {
  private func pair(_ seed: UInt64) throws -> SealedBox.KeyPair {
    try #require(SealedBox.KeyPair(random: RandomBytes.seeded(seed).fill(32)))
  }

  @Test func `a box opens with its own key alone`() throws {
    let content = Array("3 1 2".utf8)
    let (mine, other) = (try pair(1), try pair(2))
    let box = try #require(
      SealedBox.seal(content, to: mine.publicKey, random: RandomBytes.system.fill(32)))
    #expect(box.count == content.count + SealedBox.overhead)
    #expect(SealedBox.open(box, with: mine) == content)
    #expect(SealedBox.open(box, with: other) == nil)
  }

  @Test func `a box that was changed anywhere does not open`() throws {
    let mine = try pair(1)
    let box = try #require(
      SealedBox.seal([1, 2, 3], to: mine.publicKey, random: RandomBytes.system.fill(32)))
    for place in box.indices {
      var changed = box
      changed[place] ^= 1
      #expect(SealedBox.open(changed, with: mine) == nil)
    }
    #expect(SealedBox.open(Array(box.dropLast()), with: mine) == nil)
    #expect(SealedBox.open([], with: mine) == nil)
  }

  @Test func `the library opens our boxes, and we open the library's`() throws {
    let mine = try pair(3)
    let content = [UInt8](0..<100)
    let ours = try #require(
      SealedBox.seal(content, to: mine.publicKey, random: RandomBytes.system.fill(32)))
    var opened = [UInt8](repeating: 0, count: content.count)
    let outcome = crypto_box_seal_open(
      &opened, ours, UInt64(ours.count), mine.publicKey, mine.secretKey)
    #expect(outcome == 0 && opened == content)
    var theirs = [UInt8](repeating: 0, count: content.count + SealedBox.overhead)
    #expect(crypto_box_seal(&theirs, content, UInt64(content.count), mine.publicKey) == 0)
    #expect(SealedBox.open(theirs, with: mine) == content)
  }

  @Test func `keys and randomness of a wrong length make no box`() throws {
    let mine = try pair(4)
    #expect(SealedBox.KeyPair(random: [1, 2, 3]) == nil)
    #expect(SealedBox.seal([1], to: [1, 2], random: RandomBytes.system.fill(32)) == nil)
    #expect(SealedBox.seal([1], to: mine.publicKey, random: []) == nil)
  }
}
