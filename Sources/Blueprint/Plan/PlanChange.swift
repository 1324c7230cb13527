/// One thing that applying a blueprint would add or change.
package struct PlanChange: Sendable, Equatable {
  /// What happens to it.
  package enum Act: Sendable, Equatable {
    case add, change
  }

  /// The subject's heading, such as `{Programs}`; words of the institution stand in braces.
  package let heading: String
  package let act: Act
  /// What it is called; empty for the institution itself.
  package let name: String
  package let facts: [Fact]

  /// A fact that is set or changed.
  package struct Fact: Sendable, Equatable {
    /// The fact's key, as the file has it.
    package let key: String
    /// What holds today; nil where nothing does.
    package let before: String?
    package let after: String

    package init(_ key: String, from before: String? = nil, to after: String) {
      self.key = key
      self.before = before
      self.after = after
    }
  }
}
