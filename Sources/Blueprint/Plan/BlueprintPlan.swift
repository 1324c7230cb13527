/// What applying a blueprint would do to a database as it stands.
package struct BlueprintPlan: Sendable, Equatable {
  /// The additions and changes, in the order in which they are made.
  package let changes: [PlanChange]
  /// What the database has and the file does not: it stays as it is.
  package let leftAlone: [LeftAlone]
  /// What is kept, and waits for somebody's decision before it holds.
  package let waiting: [Waiting]

  package init(changes: [PlanChange], leftAlone: [LeftAlone], waiting: [Waiting] = []) {
    self.changes = changes
    self.leftAlone = leftAlone
    self.waiting = waiting
  }

  /// Something that waits for a decision.
  package struct Waiting: Sendable, Equatable {
    /// Where the file says it.
    package let spot: Spot
    /// What waits and why; words of the institution stand in braces.
    package let sentence: String
  }

  /// How many of a kind stay as they are.
  package struct LeftAlone: Sendable, Equatable {
    package let count: Int
    /// One of them and several, with the institution's words in braces.
    package let one: String
    package let many: String
  }

  /// Whether the database is as the file describes it.
  package var changesNothing: Bool { changes.isEmpty }
}
