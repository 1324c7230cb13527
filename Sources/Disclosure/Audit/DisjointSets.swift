/// Groups that can be joined.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  /// The member that stands for a member's group; paths are halved on the way.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// Makes one group of two; false when they were one already.
  @discardableResult
  mutating func join(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (root(of: one), root(of: other))
    guard one != other else { return false }
    parents[max(one, other)] = min(one, other)
    return true
  }
}
