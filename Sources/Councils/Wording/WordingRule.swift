package import Kernel
package import SQLStore

/// A rule about the wording of charters: phrases, with a source and the days on which it holds.
///
/// Rules are data and no code: they come with the program as a file, and the office adds, changes
/// and ends them. None of them is legal advice.
package struct WordingRule: Sendable, Equatable {
  /// A short word, such as `sex`: the office's rule takes the place of the one of that name.
  package let id: String
  package let kind: Kind
  package let title: String
  /// Words in lower case. `{trait}` stands for a phrase of a trait, `{people}` for a word such as
  /// “residents”, `{number}` for a number and `{start}` for the beginning of a sentence.
  package let phrases: [String]
  package let why: String
  package let suggestion: String
  package let source: String
  package let example: String
  package let effectiveFrom: Day
  /// The last day; nil while it holds.
  package let effectiveTo: Day?
  /// Whether the office keeps it; otherwise it comes with the program.
  package let isOwn: Bool

  /// What its phrases do.
  package enum Kind: String, Sendable, CaseIterable {
    /// They name a protected trait. By themselves they are nothing to question.
    case trait
    /// They make a trait a condition, wherever they stand.
    case condition
    /// They do so where a text says who may join and does not invite everybody.
    case mention
    /// They invite everybody.
    case invitation
    /// They take in those beside a group, as “and allies” does.
    case inclusion
  }

  /// Whether the rule holds on a day.
  package func holds(on day: Day) -> Bool {
    effectiveFrom <= day && (effectiveTo.map { day <= $0 } ?? true)
  }
}

extension WordingRule: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.text("id"), kind: try row.word("kind"), title: try row.text("title"),
      phrases: try row.text("phrases").split(separator: "\n").map(String.init),
      why: try row.text("why"), suggestion: try row.text("suggestion"),
      source: try row.text("source"), example: try row.text("example"),
      effectiveFrom: try row.day("effective_from"), effectiveTo: try row.dayOrNil("effective_to"),
      isOwn: true)
  }

  /// All rules, those that are over included, in their order.
  package static func all(reader: any SQLReader) throws -> [WordingRule] {
    let own = try reader.all(
      WordingRule.self,
      """
      SELECT id, kind, title, phrases, why, suggestion, source, example, effective_from,
        effective_to
      FROM wording_rule ORDER BY kept_at, id
      """)
    let changed = Set(own.map(\.id))
    return embedded.filter { !changed.contains($0.id) } + own
  }

  /// The rules that hold on a day.
  package static func holding(on day: Day, reader: any SQLReader) throws -> [WordingRule] {
    try all(reader: reader).filter { $0.holds(on: day) }
  }
}
