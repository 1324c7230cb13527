/// What applying a blueprint would do to a database as it stands.
package struct BlueprintPlan: Sendable, Equatable {
  /// The additions and changes, in the order in which they are made.
  package let changes: [PlanChange]
  /// What the database has and the file does not: it stays as it is.
  package let leftAlone: [LeftAlone]

  package init(changes: [PlanChange], leftAlone: [LeftAlone]) {
    self.changes = changes
    self.leftAlone = leftAlone
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
