import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// Taking imports back.
@Suite struct UndoTests {
  private let changed = RosterText.people(
    [
      "Last Name": "Rivera", "Email": "t9@hospital.example",
      "Program Director Email": "x@y.example",
    ],
    surgery + ["Position Start": "2026-10-01"], ["Status": "Withdrawn"], cardiology)

  @Test(arguments: Engine.available)
  func `an undone import leaves everything as it was`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:], [:], [:]))
      let before = try await stage.tables()
      let report = try await stage.run(text: changed)
      #expect(report.figures == [1, 2, 1, 0, 0])
      #expect(try await stage.tables() != before)
      let undone = try await stage.undo(report)
      #expect(undone.removedPeople == 1 && undone.restoredPeople == 3)
      #expect(undone.removedPlaces == 3)
      #expect(try await stage.tables() == before)
      #expect(try await stage.number("SELECT count(*) FROM roster_import_before") == 0)
      await #expect(throws: ImportRefusal.wrongState(.undone)) { try await stage.undo(report) }
    }
  }

  @Test(arguments: Engine.available)
  func `imports are undone from the last to the first`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      let first = try await stage.run(SharedRoster.export)
      let afterFirst = try await stage.tables()
      let second = try await stage.run(SharedRoster.nextMonth)
      let refusal = await #expect(throws: ImportRefusal.self) { try await stage.undo(first) }
      guard case .builtUpon(let reasons)? = refusal else { return }
      #expect(reasons.count == 11)
      #expect(reasons.allSatisfy { $0.hasSuffix("a later import.") || $0.hasPrefix("There is") })
      _ = try await stage.undo(second)
      #expect(try await stage.tables() == afterFirst)
      let undone = try await stage.undo(first)
      #expect(undone.removedPeople == 1500 && undone.removedPlaces == 151)
      #expect(try await stage.contents() == [])
    }
  }

  @Test(arguments: Engine.available)
  func `addresses that went round in a circle come back`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:], [:]))
      let before = try await stage.tables()
      let report = try await stage.run(
        text: RosterText.people(
          ["Email": "new@hospital.example"], ["Email": "t1@hospital.example"]))
      #expect(report.changed == 2)
      _ = try await stage.undo(report)
      #expect(try await stage.tables() == before)
    }
  }

  @Test(arguments: Engine.available)
  func `what was built on an import since stands in the way`(engine: Engine) async throws {
    let now = TestWorld.now
    let (role, secret) = (ID<RosterImport>(stored: "r"), ID<RosterImport>(stored: "s"))
    try await withImports(engine) { stage in
      let report = try await stage.run(
        text: RosterText.people(["Last Name": "A"], ["Last Name": "B"], ["Last Name": "C"]))
      let people = try await stage.store.read { reader in
        try reader.rows("SELECT id FROM person ORDER BY id").map { try $0.id("id") as PersonID }
      }
      try await stage.store.write { writer in
        try writer.execute(
          """
          INSERT INTO role_grant (id, person_id, role, scope_kind, starts_on, granted_at)
          VALUES (\(role), \(people[0]), 'office', 'institution', '2026-07-01', \(now))
          """)
        try writer.execute(
          """
          INSERT INTO password (person_id, hash, changed_at)
          VALUES (\(people[1]), \(secret), \(now))
          """)
        try Audit.append(
          Audit.Act("person.edited", of: .person(people[2])), by: nil, at: now, to: writer)
      }
      let contents = try await stage.tables()
      await #expect(
        throws: ImportRefusal.builtUpon([
          "Amara C has been changed by hand.", "Amara A holds or held a role.",
          "Amara B has a password.",
        ])
      ) { try await stage.undo(report) }
      #expect(try await stage.tables() == contents)
    }
  }

  @Test(arguments: Engine.available)
  func `judges and pairs stand in the way, and a wish to be apart does not`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      let report = try await stage.run(
        text: RosterText.people(
          ["Last Name": "A"], ["Last Name": "B"], ["Last Name": "C"], ["Last Name": "D"]))
      let people = try await stage.store.read { reader in
        try reader.rows("SELECT id FROM person ORDER BY id").map { try $0.id("id") as PersonID }
      }
      try await stage.store.write { writer in
        try writer.execute(
          """
          INSERT INTO mentoring_avoidance (person_id, avoided_id, noted_at)
          VALUES (\(people[3]), \(people[0]), \(TestWorld.now))
          """)
        try writer.execute(
          """
          INSERT INTO mentoring_judge (program_id, person_id, part, noted_at)
          SELECT id, \(people[0]), 'evaluator', \(TestWorld.now) FROM program
          """)
        try Self.pair(people[1], people[2], writer)
      }
      await #expect(
        throws: ImportRefusal.builtUpon([
          "Amara A is noted as a judge.",
          "Amara B takes part in something that has begun since.",
          "Amara C takes part in something that has begun since.",
        ])
      ) { try await stage.undo(report) }
      #expect(try await stage.number("SELECT count(*) FROM mentoring_judge") == 1)
      try await stage.store.write { writer in
        try writer.execute("DELETE FROM mentoring_judge")
        try writer.execute("DELETE FROM mentoring_pair")
      }
      let undone = try await stage.undo(report)
      #expect(undone.removedPeople == 4)
    }
  }

  /// Two of a cycle of mentoring who are a pair.
  private static func pair(
    _ mentee: PersonID, _ mentor: PersonID, _ writer: any SQLWriter
  ) throws {
    let now = TestWorld.now
    try writer.execute(
      """
      INSERT INTO mentoring_program (id, name, name_key, purpose, founded_at)
      VALUES ('p', 'Neighbors', 'neighbors', 'To talk.', \(now))
      """)
    try writer.execute(
      """
      INSERT INTO mentoring_cycle (id, program_id, title, state, audience, enroll_from,
        enroll_until, begins_on, ends_on, meet_every, decline_days, most_mentees, objective,
        begun_at)
      VALUES ('c', 'p', 'Winter', 'active', 'trainees', '2026-11-01', '2026-11-30', '2026-12-07',
        '2027-06-30', 4, 7, 3, 'total', \(now))
      """)
    try writer.execute(
      """
      INSERT INTO mentoring_pair (id, cycle_id, mentee_id, mentor_id, state, paired_at,
        decline_until)
      VALUES ('m', 'c', \(mentee), \(mentor), 'active', \(now), '2026-11-09')
      """)
  }

  @Test(arguments: Engine.available)
  func `changed people, appointments, programs and addresses stand in the way`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:], [:], [:]))
      let report = try await stage.run(text: changed)
      guard let id = report.importID else { return }
      for (change, reason) in [
        (
          "UPDATE person SET degrees = 'PhD' WHERE personnel_number = 'P1'",
          "Amara Rivera has been changed."
        ),
        (
          "UPDATE appointment SET training_level = 7 WHERE standing = 'withdrawn'",
          "Amara Okafor has a changed appointment."
        ),
        (
          "UPDATE program SET director_address = 'z@z.example' WHERE name = 'Internal Medicine'",
          "Internal Medicine has been changed."
        ),
        (
          "UPDATE person SET address_key = 't1@hospital.example' WHERE personnel_number = 'P3'",
          "Amara Okafor has an address that someone else had before the import."
        ),
      ] as [(SQLQuery, String)] {
        do {
          try await stage.store.write { writer in
            try writer.execute(change)
            throw Rehearsed(reasons: try UndoCheck(id: id, reader: writer).reasons([]))
          }
        } catch let rehearsed as Rehearsed {
          #expect(rehearsed.reasons == [reason])
        }
      }
      _ = try await stage.undo(report)
    }
  }

  @Test func `a place that is used or was edited since stays`() async throws {
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: RosterText.people([:], surgery, cardiology))
      try await stage.store.write { writer in
        let program = try writer.first("SELECT id FROM program WHERE name = 'Cardiology'")
        let subject = Audit.Subject(kind: "program", id: try program?.text("id") ?? "")
        try Audit.append(
          Audit.Act("program.edited", of: subject), by: nil, at: TestWorld.now, to: writer)
      }
      let undone = try await stage.undo(report)
      #expect(undone.removedPeople == 3 && undone.removedPlaces == 4)
      #expect(try await stage.texts("SELECT name FROM program") == ["Cardiology"])
      #expect(try await stage.texts("SELECT name FROM department") == ["Medicine"])
    }
  }

  @Test func `imports and undos are in the audit trail, with counts and no names`() async throws {
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: RosterText.people([:], ["Email": "?"]))
      _ = try await stage.undo(report)
      #expect(
        try await stage.texts("SELECT act, detail FROM audit_entry ORDER BY number") == [
          "roster.imported | roster.csv: 1 new, 0 changed, 0 ended, 0 unchanged, 1 refused",
          "roster.undone | roster.csv: Undone: 1 person removed, 0 people as before, "
            + "4 {programs} and places removed.",
        ])
    }
  }
}

/// Thrown to take a change back after what it leads to was seen.
private struct Rehearsed: Error {
  let reasons: [String]
}
