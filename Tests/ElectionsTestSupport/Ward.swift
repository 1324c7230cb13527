package import Councils
package import Elections
import FoundationEssentials
package import Kernel
import Roster
package import RosterTestSupport
package import SQLStore
import StoreTestSupport

/// A resident council with two peer-selected seats, an officer who is a trainee, and trainees
/// enough to vote.
package struct Ward: Sendable {
  package let stage: Stage
  package let organization: OrganizationID
  package let rule: ID<SeatRule>
  /// Officer of the council and trainee of Internal Medicine.
  package let chief: PersonID
  /// Trains in Internal Medicine.
  package let lee: PersonID
  /// Trains in General Surgery.
  package let kim: PersonID
  /// Trains in Internal Medicine, on probation.
  package let pat: PersonID

  package var cast: Cast { stage.cast }
  /// Frank: faculty, without a role.
  package var officer: PersonID { cast.faculty }

  /// Moments of the election that ``draft`` plans, in the institution's zone, New York.
  package static let nominating = moment("2026-11-04T15:00:00.000Z")
  package static let between = moment("2026-11-09T15:00:00.000Z")
  package static let voting = moment("2026-11-11T15:00:00.000Z")
  package static let after = moment("2026-11-16T15:00:00.000Z")

  /// An election for which nothing is missing.
  package var draft: ElectionDraft {
    var draft = ElectionDraft(
      rule: rule, title: "Delegates 2026", seats: 2,
      schedule: Schedule(
        rollOn: day("2026-11-09"),
        nominations: (
          moment("2026-11-03T14:00:00.000Z"), moment("2026-11-08T22:00:00.000Z")
        ), votes: (moment("2026-11-10T14:00:00.000Z"), moment("2026-11-15T22:00:00.000Z"))))
    draft.officer = officer
    return draft
  }

  /// What someone does at a moment.
  @discardableResult
  package func act<Answer: Sendable>(
    as person: PersonID, at now: Instant = TestWorld.now,
    _ change: @escaping @Sendable (Viewer, any SQLWriter) throws -> Answer
  ) async throws -> Answer {
    try await stage.store.write { writer in
      try change(
        Viewer(person: person, now: now, today: now.day(in: .gmt), reader: writer), writer)
    }
  }

  /// What someone sees at a moment.
  package func see<Answer: Sendable>(
    as person: PersonID, at now: Instant = TestWorld.now,
    _ look: @escaping @Sendable (Viewer, any SQLReader) throws -> Answer
  ) async throws -> Answer {
    try await stage.store.read { reader in
      try look(
        Viewer(person: person, now: now, today: now.day(in: .gmt), reader: reader), reader)
    }
  }

  /// Begins a draft, as the chief.
  package func begin(_ draft: ElectionDraft) async throws -> ElectionID {
    let (world, organization) = (stage.world, organization)
    return try await act(as: chief) { viewer, writer in
      try Election.begin(draft, in: organization, by: viewer, at: world, writer: writer)
    }
  }

  /// Begins and announces an election.
  package func announce(_ draft: ElectionDraft) async throws -> ElectionID {
    let id = try await begin(draft)
    try await act(as: chief) { try Election.announce(id, by: $0, writer: $1) }
    return id
  }

  /// Has someone stand.
  package func stand(
    _ person: PersonID, in id: ElectionID, at now: Instant = Ward.nominating
  ) async throws {
    let world = stage.world
    try await act(as: person, at: now) { viewer, writer in
      try Candidate.stand("Why me.", in: id, by: viewer, at: world, writer: writer)
    }
  }

  /// Opens the voting.
  package func open(
    _ id: ElectionID, by person: PersonID? = nil, at now: Instant = Ward.between
  ) async throws {
    let world = stage.world
    try await act(as: person ?? chief, at: now) { viewer, writer in
      try Election.open(id, sealedTo: "c0ffee", by: viewer, in: world, writer: writer)
    }
  }

  /// Announces, has three people stand, and opens.
  package func opened(_ draft: ElectionDraft? = nil) async throws -> ElectionID {
    let id = try await announce(draft ?? self.draft)
    for person in [chief, lee, kim] { try await stand(person, in: id) }
    try await open(id)
    return id
  }

  /// An election as its officer sees it.
  package func election(_ id: ElectionID) async throws -> Election {
    try await see(as: officer) { try Election.find(id, viewer: $0, reader: $1) }
  }

  /// The names on the roll of an opened election; of whoever was added, with a mark.
  package func roll(_ id: ElectionID) async throws -> [String] {
    try await stage.store.read { reader in
      try reader.rows(
        """
        SELECT directory_entry.name AS name, added_later, has_voted FROM elector
        JOIN directory_entry ON directory_entry.person_id = elector.person_id
        WHERE election_id = \(id) ORDER BY directory_entry.name
        """
      ).map { row in
        try row.text("name") + (try row.boolean("added_later") ? " (added)" : "")
          + (try row.boolean("has_voted") ? " (voted)" : "")
      }
    }
  }
}

/// A moment, written out in UTC.
package func moment(_ text: String) -> Instant { Instant(text: text) ?? Instant(milliseconds: 0) }

/// Lends a ward on an engine.
package func withWard<Answer>(
  _ engine: Engine, trace: StatementTrace? = nil, _ body: (Ward) async throws -> Answer
) async throws -> Answer {
  try await withStage(engine, trace: trace) { stage in
    let (cast, world) = (stage.cast, stage.world)
    let ward = try await stage.act(as: cast.office) { viewer, writer in
      let organization = try Organization.found(
        OrganizationDraft(
          name: "Resident Council", kind: .council, purpose: "Speaks for trainees.",
          joining: .seats), by: viewer, in: world, to: writer)
      let rule = try SeatRule.add(
        SeatRuleDraft(title: "Delegate", kind: .peerSelected, seats: 2), to: organization,
        by: viewer, in: world, writer: writer)
      func enroll(
        _ name: String, _ program: ProgramID, _ standing: Standing = .active
      ) throws -> PersonID {
        let person = try Person.add(
          PersonDraft(
            name: PersonName(given: name, family: "Doe"), capacity: .trainee,
            address: "\(name.lowercased())@hospital.example"), by: viewer, in: world, to: writer)
        try Appointment.add(
          .of(program, cast.university, 2, ("2025-07-01", "2028-06-30"), standing), to: person,
          by: viewer, in: world, writer: writer)
        return person
      }
      let chief = try enroll("Chidi", cast.internalMedicine)
      try Officer.ask(
        OfficerDraft(person: chief, title: "Chair", startsOn: TestWorld.today), in: organization,
        by: viewer, at: world, writer: writer)
      return Ward(
        stage: stage, organization: organization, rule: rule, chief: chief,
        lee: try enroll("Lee", cast.internalMedicine),
        kim: try enroll("Kim", cast.generalSurgery),
        pat: try enroll("Pat", cast.internalMedicine, .probation))
    }
    try await ward.act(as: ward.chief) { viewer, writer in
      for office in try OwnOffice.all(viewer: viewer, reader: writer) {
        try Officer.accept(office.officer.id, by: viewer, writer: writer)
      }
    }
    _ = trace?.take()
    return try await body(ward)
  }
}

/// The refusal that an act meets; nil where it is carried out.
package func refusalCode(_ act: () async throws -> Void) async -> String? {
  do {
    try await act()
    return nil
  } catch let refusal as any Refusal {
    return refusal.code
  } catch let problems as Problems {
    return problems.all.map { $0.field ?? "-" }.joined(separator: ",")
  } catch {
    return "\(error)"
  }
}
