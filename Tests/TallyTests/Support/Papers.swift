import Tally

/// An election written as a .blt file, without names: `candidates seats` and lines of papers.
func election(_ candidates: Int, seats: Int, _ lines: String...) throws -> Election {
  let names = (1...candidates).map { "\"\(Character(Unicode.Scalar(UInt8(64 + $0))))\"" }
  let text =
    (["\(candidates) \(seats)"] + lines + ["0"] + names + ["\"Test\""]).joined(separator: "\n")
  return try Election(blt: Array(text.utf8))
}

extension Stage {
  /// The votes as they are written.
  var written: [String?] { votes.map { $0?.description } }
}

/// Numbers that look random and follow from a seed (Steele and others' SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// A small election with many ties: few distinct papers, some of them several times.
  mutating func election(weights: [Int] = [1, 1, 2, 3]) throws -> Election {
    let count = Int.random(in: 2...7, using: &self)
    let seats = Int.random(in: 1...count, using: &self)
    let papers = (0..<Int.random(in: 1...14, using: &self)).map { _ in
      let ranking = (1...count).shuffled(using: &self)
      return Paper(
        weights.randomElement(using: &self) ?? 1,
        ranking: Array(ranking.prefix(.random(in: 0...count, using: &self))))
    }
    return try Election(
      title: "Random", seats: seats, candidates: (1...count).map { Candidate("C\($0)") },
      papers: papers)
  }
}
