import Testing

@testable import Tally

@Suite struct LotTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the digest is that of the standard's examples`(_ text: String, _ digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test func `the order follows from seed and title as sha256sum would have it`() throws {
    let papers = try Election(
      title: "Council", seats: 1, candidates: (1...5).map { Candidate("C\($0)") }, papers: [])
    // for n in 1 2 3 4 5; do printf 'rain\nCouncil\n%s\n' $n | sha256sum; done | sort
    #expect(try LotOrder(.seed("rain"), for: papers).order == [3, 1, 4, 5, 2])
    #expect(try LotOrder(.seed("sun"), for: papers).order != [3, 1, 4, 5, 2])
  }

  @Test func `a drawn order must name each candidate once`() throws {
    let papers = try Election(
      seats: 1, candidates: [Candidate("A"), Candidate("B")], papers: [])
    #expect(throws: ElectionProblem.self) { try LotOrder(.drawn([1, 1]), for: papers) }
    #expect(throws: ElectionProblem.self) { try LotOrder(.drawn([1]), for: papers) }
    #expect(try LotOrder(.drawn([2, 1]), for: papers).order == [2, 1])
  }

  @Test func `over many seeds each of three is drawn about as often`() throws {
    let papers = try Election(
      seats: 1, candidates: (1...3).map { Candidate("C\($0)") }, papers: [])
    var drawn = [0, 0, 0]
    for seed in 0..<600 {
      drawn[try LotOrder(.seed("\(seed)"), for: papers).draw([0, 1, 2])] += 1
    }
    #expect(drawn.allSatisfy { (160...240).contains($0) })
  }
}
