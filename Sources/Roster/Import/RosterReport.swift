package import Kernel

/// What an import does, or would do, with a file.
package struct RosterReport: Sendable, Equatable {
  /// Rows that were taken.
  package var accepted = 0
  /// What is wrong with the rows that were refused, in the order of the file.
  package var refused: [RowProblem] = []
  /// How many rows were refused; a row may have several problems.
  package var refusedRows = 0
  /// People who were not known.
  package var new = 0
  /// People about whom something changed.
  package var changed = 0
  /// People whose training ended.
  package var ended = 0
  /// People about whom everything was known.
  package var unchanged = 0
  /// Current trainees from earlier files who are not in this one; nothing is done about them.
  package var missing = 0
  /// What a person should know though nothing is refused for it.
  package var notes: [String] = []

  /// The import that can be undone by this identifier; nil where nothing was written.
  package var importID: ID<RosterImport>?
  /// The names of the first of those who are missing.
  package var missingPeople: [String] = []

  package init() {}

  /// The most problems that are listed; beyond it a note says how many there are.
  package static let mostProblems = 20_000

  /// The rows of the file below its header.
  package var rows: Int { accepted + refusedRows }
}

extension RosterReport {
  /// The report for programs; the order of the keys is promised.
  package var json: String {
    JSONText.object([
      ("accepted", String(accepted)),
      ("refused", JSONText.array(refused.map(Self.json))),
      ("new", String(new)), ("changed", String(changed)), ("ended", String(ended)),
      ("unchanged", String(unchanged)), ("missing", String(missing)),
      ("notes", JSONText.array(notes.map(JSONText.quoted))),
    ])
  }

  private static func json(_ problem: RowProblem) -> String {
    JSONText.object([
      ("line", String(problem.line)), ("column", JSONText.quoted(problem.column)),
      ("reason", JSONText.quoted(problem.reason)),
    ])
  }

  /// Reads what ``json`` wrote; names of missing people and the identifier are not in it.
  package init(json: String) throws {
    struct Kept: Decodable {
      let accepted, new, changed, ended, unchanged, missing: Int
      let refused: [RowProblem]
      let notes: [String]
    }
    let kept = try JSONText.decoded(Kept.self, json)
    accepted = kept.accepted
    refused = kept.refused
    refusedRows = Set(kept.refused.map(\.line)).count
    (new, changed, ended) = (kept.new, kept.changed, kept.ended)
    (unchanged, missing, notes) = (kept.unchanged, kept.missing, kept.notes)
  }
}
