import Kernel
import SQLStore

/// A mentoring program as typed into the form and found right in itself.
package struct MentoringProgramDraft: Sendable, Equatable {
  package var name: String
  package var purpose: String
  package var commitments: String

  package init(name: String, purpose: String, commitments: String) {
    self.name = name
    self.purpose = purpose
    self.commitments = commitments
  }

  /// The names of the fields.
  package enum Field {
    /// What it is called.
    package static let name = "name"
    /// Whom it is for.
    package static let purpose = "purpose"
    /// What people promise.
    package static let commitments = "commitments"
  }

  /// Reads what was typed.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws {
    var fields = TypedFields(typed)
    let name = fields.required(Field.name, most: 120, "Write what the mentoring program is called.")
    let purpose = fields.requiredLines(
      Field.purpose, most: 2000, "Write whom it is for and what it is about.")
    let commitments = fields.requiredLines(
      Field.commitments, most: 6000, "Write what mentees and mentors promise each other.")
    try fields.problems.throwIfAny()
    guard let name, let purpose, let commitments else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(name: name, purpose: purpose, commitments: commitments)
  }

  /// Refuses a name that another program has.
  func refuseTaken(by id: ID<MentoringProgram>?, in reader: any SQLReader) throws {
    let others: SQLQuery = id.map { "AND id <> \($0)" } ?? ""
    let taken = try reader.number(
      """
      SELECT count(*) FROM mentoring_program
      WHERE name_key = \(FoldedText.key(name)) AND closed_at IS NULL \(others)
      """)
    if taken > 0 {
      throw Problems(
        field: Field.name, "There is a mentoring program of this name. Choose another one.")
    }
  }
}
