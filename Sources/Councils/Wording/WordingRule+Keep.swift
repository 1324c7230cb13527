package import Kernel
import Roster
package import SQLStore

/// A rule about wording as typed into a form, and found right in itself.
package struct WordingRuleDraft: Sendable, Equatable {
  package var kind: WordingRule.Kind
  package var title: String
  package var phrases: [String]
  package var why: String
  package var suggestion: String
  package var source: String
  package var example: String
  package var effectiveFrom: Day
  package var effectiveTo: Day?

  /// The names of the fields.
  package enum Field: String, CaseIterable, Sendable {
    case kind, title, phrases, why, suggestion, source, example
    case effectiveFrom = "effective_from"
    case effectiveTo = "effective_to"
  }

  /// Reads what was typed.
  /// - Throws: all problems at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let kind = fields.word(
      Field.kind.rawValue, WordingRule.Kind.self, "Choose what the phrases do.")
    let title = fields.required(Field.title.rawValue, "Write a title.")
    let lines = fields.requiredLines(
      Field.phrases.rawValue, most: 8000, "Write at least one phrase, each on its own line.")
    let why = fields.line(Field.why.rawValue, most: 500)
    let suggestion = fields.line(Field.suggestion.rawValue, most: 500)
    let source = fields.required(
      Field.source.rawValue, most: 500, "Write where the rule comes from.")
    let example = fields.required(
      Field.example.rawValue, most: 500, "Write a sentence to which it applies.")
    let from = fields.requiredDay(Field.effectiveFrom.rawValue, "Write the first day.")
    let to = fields.day(Field.effectiveTo.rawValue)
    if let from, let to, to < from {
      fields.add(Field.effectiveTo.rawValue, "The last day cannot come before the first.")
    }
    try fields.problems.throwIfAny()
    guard let kind, let title, let lines, let source, let example, let from else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.kind = kind
    self.title = title
    self.phrases = Self.phrases(lines)
    self.why = why ?? ""
    self.suggestion = suggestion ?? ""
    self.source = source
    self.example = example
    self.effectiveFrom = from
    self.effectiveTo = to
  }

  /// The draft of a rule as it is kept.
  package init(_ rule: WordingRule) {
    kind = rule.kind
    title = rule.title
    phrases = rule.phrases
    why = rule.why
    suggestion = rule.suggestion
    source = rule.source
    example = rule.example
    effectiveFrom = rule.effectiveFrom
    effectiveTo = rule.effectiveTo
  }

  /// What the form begins with.
  package var fields: [(name: String, value: String)] {
    [
      (Field.kind, kind.rawValue), (.title, title), (.phrases, phrases.joined(separator: "\n")),
      (.why, why), (.suggestion, suggestion), (.source, source), (.example, example),
      (.effectiveFrom, effectiveFrom.text), (.effectiveTo, effectiveTo?.text ?? ""),
    ].map { ($0.0.rawValue, $0.1) }
  }

  /// The phrases as texts are compared with them: folded, with single spaces.
  private static func phrases(_ lines: String) -> [String] {
    lines.split(separator: "\n").map { line in
      FoldedText.key(String(line)).map { $0 == "-" || $0 == "/" ? " " : String($0) }.joined()
        .split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}

extension WordingRule {
  /// Adds a rule, or changes one: the office's rule takes the place of the one of its name.
  @discardableResult
  package static func keep(
    _ draft: WordingRuleDraft, as id: String? = nil, by viewer: Viewer, in world: World,
    to writer: any SQLWriter
  ) throws -> String {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    if let id, try !all(reader: writer).contains(where: { $0.id == id }) { throw Absent() }
    let id = id ?? world.newID(ID<WordingRule>.self).text
    try writer.execute(
      """
      INSERT INTO wording_rule (id, kind, title, phrases, why, suggestion, source, example,
        effective_from, effective_to, kept_by, kept_at)
      VALUES (\(id), \(draft.kind.rawValue), \(draft.title),
        \(draft.phrases.joined(separator: "\n")), \(draft.why), \(draft.suggestion),
        \(draft.source), \(draft.example), \(draft.effectiveFrom), \(draft.effectiveTo),
        \(viewer.person), \(viewer.now))
      ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
        phrases = excluded.phrases, why = excluded.why, suggestion = excluded.suggestion,
        source = excluded.source, example = excluded.example,
        effective_from = excluded.effective_from, effective_to = excluded.effective_to,
        kept_by = excluded.kept_by, kept_at = excluded.kept_at
      """)
    try Audit.append(
      Audit.Act(
        "wording.kept", of: Audit.Subject(kind: "wording_rule", id: id), detail: draft.title),
      by: viewer.person, at: viewer.now, to: writer)
    return id
  }
}
