package import Kernel
import Roster
package import SQLStore

/// The next meeting as typed into the form and found right in itself.
package struct NextMeetingDraft: Sendable, Equatable {
  package var day: Day
  package var clock: ClockTime
  package var minutes: Int
  package var place: String
  /// The ``NextMeeting/mark`` of what the form showed; empty where none was planned.
  package var seen: String
  /// Whether the whole group of the mentor meets.
  package var isForGroup: Bool

  /// A first meeting of the pair alone, without a place.
  package init(day: Day, clock: ClockTime, minutes: Int) {
    self.day = day
    self.clock = clock
    self.minutes = minutes
    place = ""
    seen = ""
    isForGroup = false
  }

  /// The names of the fields.
  package enum Field {
    /// The day.
    package static let day = "day"
    /// When it begins.
    package static let clock = "clock"
    /// How long it lasts.
    package static let minutes = "minutes"
    /// Where, or how.
    package static let place = "place"
    /// The mark of what the page showed.
    package static let seen = "seen"
  }

  /// Reads what was typed.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws {
    var fields = TypedFields(typed)
    let day = fields.requiredDay(Field.day, "Write the day.")
    let clock = fields.clock(Field.clock)
    let minutes = fields.number(
      Field.minutes, in: 5...600, "Write a number of minutes from 5 to 600.")
    let place = fields.line(Field.place, most: 200)
    try fields.problems.throwIfAny()
    guard let day, let clock, let minutes else { throw Problems(field: nil, "Fill in the form.") }
    self.init(day: day, clock: clock, minutes: minutes)
    self.place = place ?? ""
    seen = typed(Field.seen)
    isForGroup = typed(CheckInDraft.Field.isForGroup) == CheckInDraft.Field.yes
  }
}

extension NextMeeting {
  /// Plans when the two meet next, or moves it; a mentor may plan it for a group. The other is
  /// told.
  /// - Throws: ``MentoringRefusal/plannedSince`` where it is not any more as the form showed it;
  ///   ``MentoringRefusal/plannedOtherwise(_:)`` where some of the group have a meeting to come of
  ///   their own, which stays.
  package static func plan(
    _ draft: NextMeetingDraft, for id: ID<MentoringPair>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let inside = try InsidePair(goingOn: id, viewer, writer)
    let zone = try Settings(reader: writer).timeZone
    let begins = draft.day.instant(hour: draft.clock.hour, minute: draft.clock.minute, in: zone)
    guard begins > viewer.now, draft.day <= inside.cycle.plan.endsOn else {
      throw Problems(
        field: NextMeetingDraft.Field.day,
        "Choose a time that is to come, not after \(inside.cycle.plan.endsOn.words).")
    }
    let before = try of(id, viewer: viewer, reader: writer)
    guard (before?.mark ?? "") == draft.seen else { throw MentoringRefusal.plannedSince }
    let all = try inside.all(ofGroup: draft.isForGroup, writer)
    try refuse(unlessShared: before, by: all.filter { $0.pair.id != id }, writer)
    for one in all {
      try one.plan(draft, at: begins, in: world, writer)
      try one.tellOther(
        "You meet in “\(one.cycle.title)” on \(draft.day.words), \(draft.clock.words). If it does "
          + "not suit you, move it.", in: world, writer)
    }
    try inside.cycle.noteUnnamed("mentoring.meeting_planned", at: viewer.now, to: writer)
  }

  /// Refuses to plan over what others of a group have planned for themselves. What is over is not
  /// in the way, nor what they share with the pair for which it is planned: that moves along.
  private static func refuse(
    unlessShared before: NextMeeting?, by others: [InsidePair], _ reader: any SQLReader
  ) throws {
    let own = try others.filter { one in
      let planned = try of(one.pair.id, viewer: one.viewer, reader: reader)
      return planned.map { $0.endsAt >= one.viewer.now && !$0.isShared(with: before) } ?? false
    }
    guard !own.isEmpty else { return }
    let names = try Directory.names(of: own.map(\.other), reader: reader)
    throw MentoringRefusal.plannedOtherwise(
      own.map { names[$0.other] ?? "" }.sorted { FoldedText.key($0) < FoldedText.key($1) })
  }

  /// Calls off what a page showed. The other is told.
  /// - Parameter seen: its ``mark``.
  /// - Throws: ``MentoringRefusal/plannedSince`` where it is not any more as the page showed it.
  package static func callOff(
    _ seen: String, of id: ID<MentoringPair>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let inside = try InsidePair(goingOn: id, viewer, writer)
    guard try of(id, viewer: viewer, reader: writer)?.mark == seen else {
      throw MentoringRefusal.plannedSince
    }
    try forget(of: id, writer)
    try inside.tellOther(
      "The next meeting in “\(inside.cycle.title)” is called off. Find another time.", in: world,
      writer)
    try inside.cycle.noteUnnamed("mentoring.meeting_called_off", at: viewer.now, to: writer)
  }

  /// Forgets what is planned.
  /// - Parameter moment: only what begins before it; nil for all.
  static func forget(
    of id: ID<MentoringPair>, before moment: Instant? = nil, _ writer: any SQLWriter
  ) throws {
    let which: SQLQuery = moment.map { "AND begins_at < \($0)" } ?? ""
    try writer.execute("DELETE FROM mentoring_next_meeting WHERE pair_id = \(id) \(which)")
  }
}

extension InsidePair {
  fileprivate func plan(
    _ draft: NextMeetingDraft, at begins: Instant, in world: World, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO mentoring_next_meeting (id, pair_id, begins_at, minutes, place, revision,
        planned_by, changed_at)
      VALUES (\(world.newID(ID<NextMeeting>.self)), \(pair.id), \(begins), \(draft.minutes),
        \(draft.place), 0, \(person), \(viewer.now))
      ON CONFLICT (pair_id) DO UPDATE SET begins_at = excluded.begins_at,
        minutes = excluded.minutes, place = excluded.place,
        revision = mentoring_next_meeting.revision + 1, planned_by = excluded.planned_by,
        changed_at = excluded.changed_at
      """)
  }
}
