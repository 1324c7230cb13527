package import Kernel
package import SQLStore

extension Rollover {
  /// When it can no longer be undone; nil where it cannot be undone at all.
  package func undoEnds(by settings: Settings) -> Instant? {
    guard state == .done, closedAt == nil, let doneAt else { return nil }
    return doneAt.adding(seconds: settings.undoDays * 86_400)
  }

  /// Puts everything back as it stood before, in one transaction.
  /// - Throws: ``RolloverRefusal`` where it is too late, or something was built on it since.
  @discardableResult
  package static func undo(
    _ id: ID<Rollover>, with company: RolloverCompany = .nobody, on occasion: RosterOccasion
  ) async throws -> Rollover {
    try occasion.checkRight()
    return try await occasion.write { writer, watch in
      let rollover = try find(id, in: writer)
      let obstacle = try rollover.obstacle(
        to: occasion.world.now(), on: occasion.today, with: company, writer)
      if let obstacle { throw obstacle }
      try company.undo(rollover, writer)
      let work = RolloverWork(rollover: rollover, occasion: occasion, writer: writer, watch: watch)
      try work.putBack()
      return try find(id, in: writer)
    }
  }

  /// Why it cannot be undone at a moment; nil where it can.
  package func obstacle(
    to now: Instant, on today: Day, with company: RolloverCompany, _ reader: any SQLReader
  ) throws -> RolloverRefusal? {
    guard state == .done else { return .notDone }
    guard let end = undoEnds(by: try Settings(reader: reader)), now < end else {
      return .tooLate
    }
    let later = try reader.first(
      Rollover.self,
      """
      SELECT \(Self.columns) FROM rollover
      WHERE first_day > \(firstDay) AND state = 'done' ORDER BY first_day DESC LIMIT 1
      """)
    if let later { return .laterDone(year: later.newYear.name) }
    let reasons = try changedSince(on: today, reader) + company.dependents(self, reader)
    guard !reasons.isEmpty else { return nil }
    let told = reasons.prefix(Self.mostReasons)
    return .builtUpon(told + (told.count < reasons.count ? ["There is more like this."] : []))
  }

  /// How many reasons are told.
  static let mostReasons = 10

  /// People whose appointments stand otherwise than the rollover left them.
  ///
  /// A standing that was decided before and came with its day is no such change.
  private func changedSince(on today: Day, _ reader: any SQLReader) throws -> [String] {
    let rows = try reader.rows(
      """
      SELECT image.person_id AS id, min(directory_entry.name) AS name
      FROM rollover_before AS image
      LEFT JOIN appointment AS now ON now.id = image.appointment_id
      LEFT JOIN directory_entry ON directory_entry.person_id = image.person_id
      WHERE image.rollover_id = \(id) AND (now.id IS NULL
        OR now.program_id <> image.program_id OR now.training_level <> image.new_level
        OR now.starts_on <> image.starts_on OR now.ends_on <> image.new_ends_on
        OR NOT ((now.standing = image.new_standing
            AND now.ends_as IS NOT DISTINCT FROM image.ends_as)
          OR (now.standing IS NOT DISTINCT FROM image.ends_as AND now.ends_as IS NULL
            AND now.ends_on < \(today))))
      GROUP BY image.person_id ORDER BY image.person_id LIMIT \(Self.mostReasons + 1)
      """)
    return try rows.map { row in
      try row.textOrNil("name").map { "\($0) has a changed appointment." }
        ?? "Someone whom the rollover changed has been removed."
    }
  }
}

extension RolloverWork {
  /// Puts the appointments back, takes back what directors were told, and notes who did it.
  func putBack() throws {
    try writer.execute(
      """
      UPDATE appointment SET training_level = image.training_level,
        level_since = image.level_since, ends_on = image.ends_on,
        standing = CASE WHEN image.new_standing <> image.standing
          THEN image.standing ELSE appointment.standing END
      FROM rollover_before AS image
      WHERE image.rollover_id = \(rollover.id) AND image.appointment_id = appointment.id
      """)
    try refreshDirectory()
    try takeBackNotices()
    try Rollover.forget("rollover_id = \(rollover.id)", in: writer)
    let now = occasion.world.now()
    try writer.execute(
      """
      UPDATE rollover SET state = \(Rollover.State.undone.rawValue),
        undone_by = \(occasion.actor), undone_at = \(now), closed_at = \(now)
      WHERE id = \(rollover.id)
      """)
    try Audit.append(
      Audit.Act("rollover.undone", of: rollover.subject, detail: rollover.newYear.name),
      by: occasion.actor, at: now, to: writer)
  }
}

extension Rollover {
  /// What a purge removed, for the list of jobs.
  package struct Purged: Sendable, Equatable {
    /// Rollovers that can no longer be undone.
    package var closed = 0

    /// What happened, in words.
    package var sentence: String {
      closed == 1
        ? "Removed what 1 rollover kept for an undo."
        : "Removed what \(GroupedDigits.of(closed)) rollovers kept for an undo."
    }
  }

  /// Removes what rollovers keep once their days for an undo are over, and drafts whose year is
  /// past.
  @discardableResult
  package static func purge(
    at now: Instant, by actor: PersonID? = nil, in writer: any SQLWriter
  ) throws -> Purged {
    let settings = try Settings(reader: writer)
    let end = now.adding(seconds: -settings.undoDays * 86_400)
    let over: SQLQuery = "state = 'done' AND closed_at IS NULL AND done_at <= \(end)"
    try forget("rollover_id IN (SELECT id FROM rollover WHERE \(over))", in: writer)
    let purged = Purged(
      closed: try writer.execute("UPDATE rollover SET closed_at = \(now) WHERE \(over)"))
    let year = AcademicYear(
      containing: now.day(in: settings.timeZone), start: settings.yearStart)
    try writer.execute(
      "DELETE FROM rollover WHERE state = 'draft' AND first_day < \(year.firstDay)")
    if purged != Purged() {
      try Audit.append(
        Audit.Act("rollover.purged", of: .institution, detail: purged.sentence), by: actor,
        at: now, to: writer)
    }
    return purged
  }

  static func forget(_ which: SQLQuery, in writer: any SQLWriter) throws {
    for table: SQLQuery in ["rollover_before", "rollover_choice", "rollover_image"] {
      try writer.execute("DELETE FROM \(table) WHERE \(which)")
    }
  }
}
