package import Kernel
package import SQLStore

/// Which of their concerns a responder looks at.
package enum ConcernFilter: String, Sendable, CaseIterable {
  case open, resolved
}

extension Concern {
  /// A page of the viewer's concerns: open ones by what is due next, resolved ones by their day,
  /// the latest first. Among those of a day the order says nothing.
  package static func list(
    _ filter: ConcernFilter, at place: ListPlace, viewer: Viewer, reader: any SQLReader,
    size: Int = 50
  ) throws -> Listed<Concern> {
    let isOpen = filter == .open
    let state: SQLQuery = isOpen ? openOnes : "concern.state = 'resolved'"
    // One column to sort by: until when something happens next, or when it was resolved.
    let day: SQLQuery = isOpen ? dueColumn : "concern.resolved_on"
    let ascends = isOpen != place.isBackward
    let parts = place.position?.split(separator: "_", maxSplits: 1).map(String.init) ?? []
    let (day0, id0) = parts.count == 2 ? (parts[0], parts[1]) : ("", "")
    let beyond: SQLQuery =
      place.position == nil
      ? "1 = 1"
      : ascends
        ? "(\(day), concern.id) > (\(day0), \(id0))" : "(\(day), concern.id) < (\(day0), \(id0))"
    let order: SQLQuery =
      ascends ? "\(day), concern.id" : "\(day) DESC, concern.id DESC"
    let fetched = try reader.all(
      Concern.self,
      """
      \(selection) WHERE \(readable(by: viewer)) AND \(state) AND \(beyond)
      ORDER BY \(order) LIMIT \(size + 1)
      """)
    return Listed(fetched: fetched, at: place, size: size) { $0.place(isOpen) }
  }

  /// How many of the viewer's concerns are open, and how many of them are overdue.
  package static func counts(
    viewer: Viewer, reader: any SQLReader
  ) throws -> (open: Int, overdue: Int) {
    let row = try reader.first(
      """
      SELECT count(*) AS open, count(*) FILTER (WHERE \(dueColumn) < \(viewer.today)) AS overdue
      FROM concern WHERE \(readable(by: viewer)) AND \(openOnes)
      """)
    guard let row else { return (0, 0) }
    return (try row.integer("open"), try row.integer("overdue"))
  }

  /// Those that wait for someone; what is handled together counts once.
  static let openOnes: SQLQuery =
    "concern.state <> 'resolved' AND concern.merged_into IS NULL"

  /// ``nextDue`` in SQL; of one whose clocks stand still the end of time.
  static let dueColumn: SQLQuery =
    """
    CASE WHEN concern.paused_on IS NOT NULL THEN '9999-12-31'
      WHEN concern.state = 'received' THEN concern.acknowledge_by
      WHEN concern.answered_on IS NULL THEN concern.answer_by ELSE concern.close_by END
    """

  private func place(_ isOpen: Bool) -> String {
    let day = isOpen ? nextDue ?? .unending : resolvedOn ?? .unending
    return "\(day.text)_\(id.text)"
  }
}
