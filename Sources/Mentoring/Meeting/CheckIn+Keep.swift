package import Kernel
package import SQLStore

/// A meeting as typed into the form and found right in itself.
package struct CheckInDraft: Sendable, Equatable {
  package var metOn: Day
  package var minutes: Int
  package var manner: CheckIn.Manner
  package var text: String
  package var isShared: Bool
  /// Whether the whole group of the mentor met.
  package var isForGroup: Bool

  /// A meeting without notes.
  package init(metOn: Day, minutes: Int, manner: CheckIn.Manner) {
    self.metOn = metOn
    self.minutes = minutes
    self.manner = manner
    text = ""
    isShared = false
    isForGroup = false
  }

  /// The names of the fields.
  package enum Field {
    /// The day.
    package static let metOn = "met_on"
    /// How long.
    package static let minutes = "minutes"
    /// How they met.
    package static let manner = "manner"
    /// What was written down.
    package static let text = "text"
    /// Whether the other reads it.
    package static let isShared = "is_shared"
    /// Whether the whole group met.
    package static let isForGroup = "is_for_group"
    /// What a ticked box sends.
    package static let yes = "yes"
  }

  /// Reads what was typed.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws {
    var fields = TypedFields(typed)
    let metOn = fields.requiredDay(Field.metOn, "Write the day on which you met.")
    let minutes = fields.number(
      Field.minutes, in: 1...600, "Write a number of minutes from 1 to 600.")
    let manner = fields.word(Field.manner, CheckIn.Manner.self, "Choose how you met.")
    let text = fields.lines(Field.text, most: 10_000)
    try fields.problems.throwIfAny()
    guard let metOn, let minutes, let manner else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(metOn: metOn, minutes: minutes, manner: manner)
    self.text = text ?? ""
    isShared = typed(Field.isShared) == Field.yes
    isForGroup = typed(Field.isForGroup) == Field.yes
  }
}

extension CheckIn {
  /// Notes that the two met on a day, or the whole group of a mentor. If the other noted it
  /// already, the day stays as it is and what the viewer wrote is added.
  package static func keep(
    _ draft: CheckInDraft, of id: ID<MentoringPair>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let inside = try InsidePair(goingOn: id, viewer, writer)
    guard draft.metOn <= viewer.today, draft.metOn >= inside.cycle.plan.enrollFrom else {
      throw Problems(
        field: CheckInDraft.Field.metOn, "Choose a day that has been, in this cycle.")
    }
    for one in try inside.all(ofGroup: draft.isForGroup, writer) {
      try one.keep(draft, as: world.newID(), isOwnPair: one.pair.id == id, writer)
    }
    try inside.cycle.noteUnnamed("mentoring.checked_in", at: viewer.now, to: writer)
  }

  /// Changes or adds the viewer's own note of a meeting; an empty one is taken away.
  /// - Returns: the pair of which it was.
  package static func write(
    _ text: String, isShared: Bool, of id: ID<CheckIn>, by viewer: Viewer, writer: any SQLWriter
  ) throws -> ID<MentoringPair> {
    let (pair, person) = try noted(id, "1 = 1", viewer, writer)
    if text.isEmpty {
      try writer.execute(
        "DELETE FROM mentoring_note WHERE check_in_id = \(id) AND person_id = \(person)")
    } else {
      try writer.execute(
        """
        INSERT INTO mentoring_note (check_in_id, person_id, text, is_shared)
        VALUES (\(id), \(person), \(text), \(isShared))
        ON CONFLICT (check_in_id, person_id) DO UPDATE SET text = excluded.text,
          is_shared = excluded.is_shared
        """)
    }
    return pair
  }

  /// Takes back a meeting that was noted by mistake; whoever noted it does that. Where the other
  /// wrote something of it, the meeting is theirs from then on.
  /// - Returns: the pair of which it was.
  package static func takeBack(
    _ id: ID<CheckIn>, by viewer: Viewer, writer: any SQLWriter
  ) throws -> ID<MentoringPair> {
    let (pair, person) = try noted(id, "noted_by = \(viewer.person)", viewer, writer)
    try writer.execute(
      "DELETE FROM mentoring_note WHERE check_in_id = \(id) AND person_id = \(person)")
    let passed = try writer.execute(
      """
      UPDATE mentoring_check_in SET noted_by = (
        SELECT person_id FROM mentoring_note WHERE check_in_id = \(id))
      WHERE id = \(id) AND EXISTS (SELECT 1 FROM mentoring_note WHERE check_in_id = \(id))
      """)
    if passed == 0 {
      try writer.execute("DELETE FROM mentoring_check_in WHERE id = \(id)")
    }
    let cycle = try InsidePair(pair, viewer, writer).cycle
    try cycle.noteUnnamed("mentoring.meeting_taken_back", at: viewer.now, to: writer)
    return pair
  }

  /// The pair of a meeting, for the two of them while it goes on.
  private static func noted(
    _ id: ID<CheckIn>, _ condition: SQLQuery, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> (ID<MentoringPair>, PersonID) {
    let row = try reader.first(
      "SELECT pair_id FROM mentoring_check_in WHERE id = \(id) AND \(condition)")
    guard let pair: ID<MentoringPair> = try row?.id("pair_id") else { throw Absent() }
    return (pair, try InsidePair(goingOn: pair, viewer, reader).person)
  }
}

extension InsidePair {
  fileprivate func keep(
    _ draft: CheckInDraft, as meeting: ID<CheckIn>, isOwnPair: Bool, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO mentoring_check_in (id, pair_id, met_on, minutes, manner, noted_by, noted_at)
      VALUES (\(meeting), \(pair.id), \(draft.metOn), \(draft.minutes),
        \(draft.manner.rawValue), \(person), \(viewer.now))
      ON CONFLICT (pair_id, met_on) DO NOTHING
      """)
    try MissedMeetings.unflag(pair, of: cycle, metOn: draft.metOn, on: viewer.today, writer)
    let zone = try Settings(reader: writer).timeZone
    let midnight = draft.metOn.adding(days: 1).instant(hour: 0, in: zone)
    try NextMeeting.forget(of: pair.id, before: midnight, writer)
    try keepNote(draft, isOwnPair: isOwnPair, writer)
  }

  /// Adds what was written; a note that stands there is changed by itself, never by noting the day
  /// once more.
  private func keepNote(
    _ draft: CheckInDraft, isOwnPair: Bool, _ writer: any SQLWriter
  ) throws {
    guard !draft.text.isEmpty else { return }
    let row = try writer.first(
      """
      SELECT id FROM mentoring_check_in WHERE pair_id = \(pair.id) AND met_on = \(draft.metOn)
      """)
    guard let meeting: ID<CheckIn> = try row?.id("id") else { return }
    let added = try writer.execute(
      """
      INSERT INTO mentoring_note (check_in_id, person_id, text, is_shared)
      VALUES (\(meeting), \(person), \(draft.text), \(draft.isShared))
      ON CONFLICT (check_in_id, person_id) DO NOTHING
      """)
    guard added == 1 || !isOwnPair else {
      throw Problems(
        field: CheckInDraft.Field.text,
        "You have a note of this day already. Change it where it stands.")
    }
  }
}
