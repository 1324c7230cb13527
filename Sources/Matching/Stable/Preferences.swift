/// Ranked lists of one side, each a sequence of groups of equals, the most wanted first.
struct Preferences: Sendable, Equatable {
  /// Where each list begins, and one more for the end.
  private(set) var starts: [Int32] = [0]
  /// Who is listed.
  private(set) var others: [Int32] = []
  /// The group of each entry in its list, from 0.
  private(set) var ranks: [Int32] = []

  /// How many lists there are.
  var count: Int { starts.count - 1 }

  /// The entries of a list.
  @inline(__always)
  subscript(owner: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[owner]), Int(starts[owner + 1])))
  }

  /// Whether some list has equals.
  var hasTies: Bool {
    (0..<count).contains { owner in
      self[owner].dropFirst().contains { ranks[$0] == ranks[$0 - 1] }
    }
  }

  /// Adds to the list that is being read.
  mutating func append(_ other: Int, rank: Int) {
    others.append(Int32(truncatingIfNeeded: other))
    ranks.append(Int32(truncatingIfNeeded: rank))
  }

  /// Ends a list. Equals are put in order of their numbers, whatever the order they came in.
  mutating func endList() {
    let start = Int(starts[starts.count - 1])
    var from = start
    while from < others.count {
      var to = from + 1
      while to < others.count, ranks[to] == ranks[from] { to += 1 }
      if to - from > 1 { others[from..<to].sort() }
      from = to
    }
    starts.append(Int32(others.count))
  }

  /// Lists from groups; the numbers are checked elsewhere.
  init(_ lists: [[[Int]]] = []) {
    for list in lists {
      for (rank, group) in list.enumerated() {
        for other in group { append(other, rank: rank) }
      }
      endList()
    }
  }

  /// The lists without some entries; ranks stay, so that gaps may appear.
  func filter(_ keeps: (Int) -> Bool) -> Preferences {
    var kept = Preferences()
    for owner in 0..<count {
      for entry in self[owner] where keeps(entry) {
        kept.others.append(others[entry])
        kept.ranks.append(ranks[entry])
      }
      kept.starts.append(Int32(kept.others.count))
    }
    return kept
  }
}
