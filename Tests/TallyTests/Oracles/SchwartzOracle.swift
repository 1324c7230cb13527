import Tally

/// The winners by the letter of Debian's constitution, appendix A: defeats are dropped, the weakest
/// first, until nobody in the Schwartz set is defeated by another in it.
struct SchwartzOracle {
  private let votes: [[Int]]
  private var options: Set<Int>
  private var defeats: Set<[Int]> = []

  /// Options are places from 0; the default is one of them.
  init(_ votes: [[Int]], defaultOption: Int, quorum: Int, majority: Int) {
    self.votes = votes
    options = Set(votes.indices).filter { option in
      option == defaultOption
        || votes[option][defaultOption] >= quorum
          && votes[option][defaultOption] > majority * votes[defaultOption][option]
    }
    for one in options {
      for other in options where votes[one][other] > votes[other][one] {
        defeats.insert([one, other])
      }
    }
  }

  /// Who is left when no defeat is, by number.
  var winners: [Int] {
    var oracle = self
    return oracle.drop().map { $0 + 1 }.sorted()
  }

  private mutating func drop() -> Set<Int> {
    while true {
      let reached = options.reduce(into: [Int: Set<Int>]()) { $0[$1] = reach(from: $1) }
      options = options.filter { one in
        options.allSatisfy { other in
          one == other || reached[one, default: []].contains(other)
            || !reached[other, default: []].contains(one)
        }
      }
      defeats = defeats.filter { options.isSuperset(of: $0) }
      guard let weakest = defeats.min(by: isWeaker) else { return options }
      defeats = defeats.filter { isWeaker(weakest, $0) }
    }
  }

  /// Whether one defeat has fewer votes for it, or as many and more against.
  private func isWeaker(_ one: [Int], _ other: [Int]) -> Bool {
    let (first, second) = (votes[one[0]][one[1]], votes[other[0]][other[1]])
    if first != second { return first < second }
    return votes[one[1]][one[0]] > votes[other[1]][other[0]]
  }

  /// Whom an option defeats, and whom those defeat, and so on.
  private func reach(from option: Int) -> Set<Int> {
    var found: Set<Int> = []
    var open = [option]
    while let next = open.popLast() {
      for defeat in defeats where defeat[0] == next && found.insert(defeat[1]).inserted {
        open.append(defeat[1])
      }
    }
    return found
  }
}
