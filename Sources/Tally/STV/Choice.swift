/// A choice of the candidate with most votes, or fewest, and how it falls among equals.
struct Choice {
  private let kind: Tie.Kind
  /// All who are equal now.
  private let tied: [Int]
  /// Who of them earlier stages have not set apart.
  private var left: [Int]
  private var decisive: Int?

  /// The choice among these candidates by these votes; an exclusion asks for the fewest.
  init(_ kind: Tie.Kind, _ candidates: [Int], votes: [Int128]) {
    self.kind = kind
    tied = Self.foremost(of: candidates, kind, votes)
    left = tied
  }

  /// A choice among these, who all count as equal.
  init(_ kind: Tie.Kind, tied: [Int]) {
    self.kind = kind
    self.tied = tied
    left = tied
  }

  /// Whether several were equal, whatever has set them apart since.
  var isTie: Bool { tied.count > 1 }

  /// Who is chosen where nobody equals them.
  var only: Int? { left.count == 1 ? left[0] : nil }

  /// Sets the tied apart by earlier stages, the latest that tells them apart first.
  mutating func lookBack(_ earlier: [[Int128]]) {
    for stage in earlier.indices.reversed() where left.count > 1 {
      left = Self.foremost(of: left, kind, earlier[stage])
      if left.count == 1 { decisive = stage + 1 }
    }
  }

  /// The tie as it is recorded, by lot where nothing else has settled it.
  func settled(after stage: Int, by lots: LotOrder) -> Tie {
    Tie(
      stage: stage, kind: kind, tied: tied.map { $0 + 1 },
      chosen: (decisive == nil ? lots.draw(left) : left[0]) + 1,
      settledBy: decisive.map { .earlierStage($0) } ?? .lot)
  }

  private static func foremost(
    of candidates: [Int], _ kind: Tie.Kind, _ votes: [Int128]
  ) -> [Int] {
    let found = candidates.map { votes[$0] }
    let extreme = kind == .exclusion ? found.min() : found.max()
    return candidates.filter { votes[$0] == extreme }
  }
}
