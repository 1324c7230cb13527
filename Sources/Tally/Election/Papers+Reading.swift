extension Papers {
  /// The distinct papers as values, for writers and tests: every rank with numbers from 1.
  public var papers: [Paper] {
    (0..<distinct).map { place in
      let marks = kind == .ranks ? Paper.Marks.ranks(ranks(place)) : .scores(scores(place))
      return Paper(count(place), marks)
    }
  }

  private func ranks(_ place: Int) -> [[Int]] {
    var ranks: [[Int]] = []
    var isOpen = false
    for mark in marks(place) {
      if !isOpen { ranks.append([]) }
      isOpen = mark & Mark.equal != 0
      if mark != Mark.skipped { ranks[ranks.count - 1].append(Mark.candidate(mark) + 1) }
    }
    return ranks
  }

  private func scores(_ place: Int) -> [Int: Int] {
    let marks = Array(marks(place))
    return stride(from: 0, to: marks.count, by: 2).reduce(into: [:]) { scores, at in
      scores[Int(marks[at]) + 1] = Int(marks[at + 1])
    }
  }
}
