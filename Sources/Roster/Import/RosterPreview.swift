/// The first rows of each sort that an import would write, for a person to judge by.
package struct RosterPreview: Sendable, Equatable, Codable {
  /// One row.
  package struct Row: Sendable, Equatable, Codable {
    package let line: Int
    package let personnelNumber: String
    package let name: String
    package let program: String
    /// What would change, in the order of the fields; empty for a new person.
    package let changes: [Change]
  }

  /// One fact, before and after; nil stands for nothing.
  package struct Change: Sendable, Equatable, Codable {
    package let field: RosterField
    package let before: String?
    package let after: String?
  }

  package var new: [Row] = []
  package var changed: [Row] = []
  package var ended: [Row] = []
  package var unchanged: [Row] = []
  /// Names and numbers of the first current trainees who are not in the file.
  package var missing: [String] = []

  package init() {}

  /// How many rows of each sort are kept.
  package static let rows = 50
  /// How many missing people are named.
  package static let missingPeople = 100
}
