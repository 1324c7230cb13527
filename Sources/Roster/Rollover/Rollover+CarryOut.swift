package import Kernel
import SQLStore

extension Rollover {
  /// Carries a confirmed rollover out, in one transaction.
  ///
  /// The plan is made anew and compared with what the one who confirmed has seen; where it is
  /// another one, nothing happens.
  /// - Throws: ``RolloverRefusal``.
  @discardableResult
  package static func carryOut(
    _ id: ID<Rollover>, with company: RolloverCompany = .nobody, on occasion: RosterOccasion
  ) async throws -> RolloverReport {
    try occasion.checkRight()
    return try await occasion.write { writer, watch in
      let rollover = try find(id, in: writer)
      try rollover.refuseDone(writer)
      guard rollover.mayBegin(on: occasion.today) else {
        throw RolloverRefusal.tooEarly(firstDay: rollover.firstDay)
      }
      let more = try company.plan(rollover, writer)
      let work = RolloverWork(rollover: rollover, occasion: occasion, writer: writer, watch: watch)
      try work.keepBefore()
      guard try work.digest(with: more) == rollover.planDigest else {
        throw RolloverRefusal.outdated
      }
      let report = try work.change()
      try company.carryOut(rollover, writer)
      try work.tellDirectors()
      try work.finish(report)
      return report
    }
  }
}

/// The steps of a rollover, inside its transaction.
struct RolloverWork {
  let rollover: Rollover
  let occasion: RosterOccasion
  let writer: any SQLWriter
  let watch: RosterWatch

  /// How many people's entries of the directory are made anew at once.
  static let chunk = 1000

  /// Keeps how everything stands that will change, and how it will stand.
  func keepBefore() throws {
    let plan = RolloverPlan(rollover)
    try writer.execute(
      """
      INSERT INTO rollover_before (rollover_id, appointment_id, person_id, program_id, act,
        training_level, new_level, level_since, standing, new_standing, starts_on, ends_on,
        new_ends_on, ends_as)
      \(plan.statement)
      SELECT \(rollover.id), id, person_id, program_id, \(RolloverPlan.act),
        training_level,
        training_level + CASE WHEN kind IN ('graduates', 'held') THEN 0 ELSE 1 END, level_since,
        standing, CASE WHEN kind IN ('graduates', 'held') THEN 'graduated' ELSE standing END,
        starts_on, ends_on, CASE WHEN kind = 'renewal' THEN renewed_until ELSE ends_on END,
        ends_as
      FROM act WHERE \(RolloverPlan.isActed)
      """)
  }

  /// The digest of what was kept to be changed.
  func digest(with more: [String]) throws -> String {
    var digest = RolloverDigest(rollover, with: more)
    try writer.forEach(
      """
      SELECT appointment_id, training_level, standing, ends_on, act
      FROM rollover_before WHERE rollover_id = \(rollover.id) ORDER BY appointment_id
      """
    ) { row in try digest.add(row, id: "appointment_id", try row.word("act")) }
    return digest.finish()
  }

  /// Changes the appointments, and the directory after them.
  func change() throws -> RolloverReport {
    try writer.execute(
      """
      UPDATE appointment SET training_level = image.new_level, standing = image.new_standing,
        ends_on = image.new_ends_on,
        level_since = CASE WHEN image.new_level <> image.training_level
          THEN \(occasion.today) ELSE image.level_since END
      FROM rollover_before AS image
      WHERE image.rollover_id = \(rollover.id) AND image.appointment_id = appointment.id
      """)
    try refreshDirectory()
    return try report()
  }

  /// Makes the directory's entries of everybody concerned anew, in bounded memory.
  func refreshDirectory() throws {
    let total = try writer.number(
      """
      SELECT count(DISTINCT person_id) FROM rollover_before WHERE rollover_id = \(rollover.id)
      """)
    var done = 0
    var last = ""
    while true {
      var people: [PersonID] = []
      try writer.forEach(
        """
        SELECT DISTINCT person_id FROM rollover_before
        WHERE rollover_id = \(rollover.id) AND person_id > \(last)
        ORDER BY person_id LIMIT \(Self.chunk)
        """
      ) { people.append(try $0.id("person_id")) }
      guard let end = people.last else { return }
      try Directory.refresh(people, today: occasion.today, in: writer)
      done += people.count
      last = end.text
      try watch.reached(RosterProgress(done: done, total: total), isLast: done == total)
    }
  }

  private func report() throws -> RolloverReport {
    var report = RolloverReport()
    try writer.forEach(
      """
      SELECT act, count(*) AS people FROM rollover_before
      WHERE rollover_id = \(rollover.id) GROUP BY act
      """
    ) { row in
      let people = try row.integer("people")
      switch try row.word("act", RolloverGroup.Act.self) {
      case .raise: report.raised = people
      case .graduate: report.graduated = people
      case .renew: report.renewed = people
      }
    }
    return report
  }

  /// Notes that it is done, by whom and with what.
  func finish(_ report: RolloverReport) throws {
    let now = occasion.world.now()
    try writer.execute(
      """
      UPDATE rollover SET state = \(Rollover.State.done.rawValue),
        report = \(try JSONText.encoded(report)), done_by = \(occasion.actor), done_at = \(now)
      WHERE id = \(rollover.id)
      """)
    try Audit.append(
      Audit.Act(
        "rollover.done", of: rollover.subject,
        detail: "\(rollover.newYear.name): \(report.sentence)"),
      by: occasion.actor, at: now, to: writer)
  }
}
