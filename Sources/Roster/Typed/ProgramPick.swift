package import Kernel
package import SQLStore

/// Finds the one open program that someone means by a typed name or accreditation number.
package enum ProgramPick {
  /// The field of the forms that ask for a program.
  package static let field = "program"

  /// How a program is written so that it is found again, also beside one of the same name.
  package static func text(_ program: Program) -> String {
    program.accreditationNumber.map { "\(program.name) (\($0))" } ?? program.name
  }

  /// The program.
  /// - Throws: ``Problems`` that say which others could be meant.
  package static func find(
    _ typed: String, viewer: Viewer, reader: any SQLReader
  ) throws -> ProgramID {
    let text = TypedLine.tidy(typed)
    guard !text.isEmpty else { throw Problems(field: field, "Write the {program}'s name.") }
    if let id = ProgramID(given: text) {
      return try Program.find(id, viewer: viewer, reader: reader).id
    }
    let number = text.hasSuffix(")") ? text.dropLast().split(separator: "(").last : nil
    if let number, let id = try numbered(String(number), viewer, reader) { return id }
    let found = try Program.list(
      ProgramQuery(text: text), viewer: viewer, reader: reader
    ).entries.map(\.program)
    let exact = found.filter { FoldedText.key($0.name) == FoldedText.key(text) }
    if let only = exact.count == 1 ? exact.first : found.count == 1 ? found.first : nil {
      return only.id
    }
    throw Problems(field: field, sentence(text, exact.isEmpty ? found : exact))
  }

  /// What is offered for completion while someone types: the first programs by name.
  package static func offers(
    viewer: Viewer, reader: any SQLReader, most: Int = 200
  ) throws -> [String] {
    guard viewer.isSignedIn else { return [] }
    return try reader.all(
      Program.self,
      """
      SELECT \(Program.columns) FROM program
      WHERE closed_on IS NULL OR closed_on >= \(viewer.today)
      ORDER BY name_key, id LIMIT \(most)
      """
    ).map(text)
  }

  private static func numbered(
    _ number: String, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> ProgramID? {
    guard viewer.isSignedIn else { return nil }
    return try reader.first(
      "SELECT id FROM program WHERE accreditation_number = \(number)")?.id("id")
  }

  private static func sentence(_ text: String, _ found: [Program]) -> String {
    guard !found.isEmpty else {
      return "There is no open {program} named \(text). Check the spelling, or add it first."
    }
    let some = found.prefix(5).map(Self.text).joined(separator: ", ")
    return "Several {programs} match: \(some)\(found.count > 5 ? " and others" : ""). "
      + "Write the whole name with its number."
  }
}
