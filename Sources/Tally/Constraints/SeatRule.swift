/// How many of a group may be elected at most, and must be at least: "one seat per department".
public struct SeatRule: Sendable, Hashable {
  /// What the group is in the reader's words, such as "department Surgery".
  public let group: String
  /// The fewest of the group that must be elected.
  public let minimum: Int
  /// The most of the group that may be elected.
  public let maximum: Int
  /// The candidates of the group, by number.
  public let members: Set<Int>

  /// A rule for a group.
  public init(group: String, minimum: Int = 0, maximum: Int = .max, members: Set<Int>) {
    self.group = group
    self.minimum = minimum
    self.maximum = maximum
    self.members = members
  }
}
