package import Kernel
import Roster
package import SQLStore

/// What everybody who is signed in reads of a concern that was resolved: you said, we did.
package struct RegisterEntry: Sendable, Equatable {
  package let id: ID<RegisterEntry>
  package let groupName: String
  package let categoryName: String
  package let said: String
  package let done: String
  /// The year and month in which it was resolved, as in `2026-11`.
  package let month: String
}

/// Which entries of the register are looked for.
package struct RegisterQuery: Sendable, Equatable {
  /// Words that all have to stand in it.
  package var text: String
  package var category: ID<ConcernCategory>?

  package init(text: String = "", category: ID<ConcernCategory>? = nil) {
    self.text = text
    self.category = category
  }
}

extension RegisterEntry: SQLDecodable {
  private static let selection: SQLQuery =
    """
    SELECT register_entry.id AS id, handling_group.name AS group_name,
      concern_category.name AS category_name, register_entry.said AS said,
      register_entry.done AS done, register_entry.month AS month
    FROM register_entry
    JOIN handling_group ON handling_group.id = register_entry.group_id
    JOIN concern_category ON concern_category.id = register_entry.category_id
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), groupName: try row.text("group_name"),
      categoryName: try row.text("category_name"), said: try row.text("said"),
      done: try row.text("done"), month: try row.text("month"))
  }

  /// A page of the entries, those of the latest month first; within a month the order says nothing.
  package static func list(
    _ query: RegisterQuery, at place: ListPlace, viewer: Viewer, reader: any SQLReader,
    size: Int = 20
  ) throws -> Listed<RegisterEntry> {
    guard viewer.isSignedIn else { return Listed(fetched: [], at: place, size: size) { _ in "" } }
    let parts = place.position?.split(separator: "_", maxSplits: 1).map(String.init) ?? []
    let (month, id) = parts.count == 2 ? (parts[0], parts[1]) : ("", "")
    let here: SQLQuery = "(register_entry.month, register_entry.id)"
    let beyond: SQLQuery =
      place.position == nil
      ? "1 = 1"
      : place.isBackward ? "\(here) > (\(month), \(id))" : "\(here) < (\(month), \(id))"
    let order: SQLQuery =
      place.isBackward
      ? "register_entry.month, register_entry.id"
      : "register_entry.month DESC, register_entry.id DESC"
    let fetched = try reader.all(
      RegisterEntry.self,
      """
      \(selection) WHERE \(matches(query)) AND \(beyond) ORDER BY \(order) LIMIT \(size + 1)
      """)
    return Listed(fetched: fetched, at: place, size: size) { "\($0.month)_\($0.id.text)" }
  }

  private static func matches(_ query: RegisterQuery) -> SQLQuery {
    var conditions: [SQLQuery] = ["1 = 1"]
    if let category = query.category {
      conditions.append("register_entry.category_id = \(category)")
    }
    conditions += SearchWords.conditions(query.text, in: "register_entry.words_key")
    return SQLQuery.joined(conditions, separator: " AND ")
  }

  /// Adds what was approved.
  static func add(
    _ id: ID<RegisterEntry>, _ words: ConcernSummary.Words, of concern: Concern,
    _ resolvedOn: Day, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO register_entry (id, group_id, category_id, said, done, words_key, month)
      SELECT \(id), group_id, category_id, \(words.said), \(words.done),
        \(FoldedText.words("\(words.said) \(words.done)").joined(separator: " ")),
        \(String(resolvedOn.text.prefix(7)))
      FROM concern WHERE id = \(concern.id)
      """)
  }
}
