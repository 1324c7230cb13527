import Kernel
import Roster
import SQLStore

/// What the audit trail tells of the hospital's two years, in the order in which it happened.
struct Trail {
  /// One thing that was done.
  struct Entry {
    let at: Instant
    let act: Audit.Act
    let person: PersonID?
  }

  private(set) var entries: [Entry] = []
  private let hospital: FictionalHospital

  /// - Parameter noted: what was told already and is put in its place among the rest.
  init(_ hospital: FictionalHospital, _ imports: ImportHistory, noted: [Entry] = []) {
    self.hospital = hospital
    entries = noted
    addGrants()
    addImports(imports)
    addTurn()
    addDepartures()
    addUpkeep()
    addSessions()
    entries = entries.enumerated().sorted { left, right in
      left.element.at == right.element.at
        ? left.offset < right.offset : left.element.at < right.element.at
    }.map(\.element)
  }

  /// Writes the entries; each is bound to the one before it.
  func append(to writer: any SQLWriter) throws {
    for entry in entries {
      try Audit.append(entry.act, by: entry.person, at: entry.at, to: writer)
    }
  }

  /// Takes what verbs have told out of the trail, so that it is written again in its place.
  static func take(from writer: any SQLWriter) throws -> [Entry] {
    let told = try writer.rows(
      "SELECT at, actor, act, subject_kind, subject, detail FROM audit_entry ORDER BY number")
    try writer.execute("DELETE FROM audit_entry")
    return try told.map { row in
      Entry(
        at: try row.instant("at"),
        act: Audit.Act(
          try row.text("act"),
          of: Audit.Subject(kind: try row.text("subject_kind"), id: try row.text("subject")),
          detail: try row.text("detail")), person: try row.idOrNil("actor"))
    }
  }

  private mutating func add(
    _ act: String, of subject: Audit.Subject, _ detail: String = "", by person: PersonID?,
    at moment: Instant
  ) {
    entries.append(
      Entry(at: moment, act: Audit.Act(act, of: subject, detail: detail), person: person))
  }
}

extension Trail {
  private mutating func addGrants() {
    let places = ScopeNames(hospital)
    for grant in hospital.grants {
      let term =
        "from \(grant.startsOn.text)" + (grant.endsOn.map { " to \($0.text)" } ?? "")
      let role = (grant.deputyOf == nil ? "" : "Deputy: ") + grant.role.title
      add(
        grant.deputyOf == nil ? "role.granted" : "deputy.named", of: .person(grant.person),
        [role, places[grant.scope], term].joined(separator: ", "), by: grant.grantedBy,
        at: grant.grantedAt)
    }
  }

  private mutating func addImports(_ imports: ImportHistory) {
    for done in imports.imports {
      let report = done.report
      add(
        "roster.imported", of: Audit.Subject(kind: "roster-import", id: done.id.text),
        """
        \(done.fileName): \(report.new) new, \(report.changed) changed, \(report.ended) ended, \
        \(report.unchanged) unchanged, \(report.refusedRows) refused
        """, by: done.person, at: done.day.moment(hour: 10, minute: 4))
    }
  }

  /// The rollover to the present academic year.
  private mutating func addTurn() {
    let turn = YearTurn(hospital)
    add(
      "rollover.done", of: Audit.Subject(kind: "rollover", id: turn.id.text),
      "\(turn.year.name): \(turn.report.sentence)", by: turn.person, at: turn.moment)
  }

  /// Whoever leaves for good is deactivated on the morning after.
  private mutating func addDepartures() {
    for person in hospital.people {
      guard let day = hospital.deactivated[person.id] else { continue }
      add(
        "person.deactivated", of: .person(person.id), by: hospital.cast[.office],
        at: day.moment(hour: 9))
    }
  }

  /// What an administrator and the office see to now and then.
  private mutating func addUpkeep() {
    var chance = Chance(hospital.seed, .trail, 1)
    for (turn, setting) in ["digest_hour", "word_office", "public_threshold"].enumerated() {
      add(
        "settings.changed", of: .institution, setting, by: hospital.cast[.administrator],
        at: hospital.opened.adding(days: 40 + 150 * turn).moment(hour: 11, minute: 20))
    }
    for turn in 0..<14 {
      let program = chance.pick(hospital.programs)
      add(
        "program.edited", of: Audit.Subject(kind: "program", id: program.id.text),
        turn % 3 == 0 ? "name" : "director_address", by: hospital.cast[.office],
        at: hospital.opened.adding(days: 12 + 48 * turn).moment(hour: 14, minute: turn))
    }
  }

  /// The sign-ins of the last days.
  private mutating func addSessions() {
    let people = DemonstrationRole.allCases.compactMap { hospital.cast[$0] }
    for (turn, person) in (people + people + people).enumerated() {
      add(
        "session.started", of: .person(person), turn % 3 == 0 ? "link" : "password", by: person,
        at: hospital.today.adding(days: -1 - turn % 9).moment(
          hour: 7 + turn % 10, minute: 7 * turn % 60))
    }
  }
}
