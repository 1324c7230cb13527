package import Kernel
package import Roster
package import SQLStore

/// A small teaching hospital with someone in every role, made by the verbs themselves.
package struct Cast: Sendable {
  package var administrator = none
  package var office = none
  package var dio = none
  /// Directs Internal Medicine.
  package var director = none
  /// Coordinates Internal Medicine.
  package var coordinator = none
  /// Directs General Surgery.
  package var surgeon = none
  package var steward = none
  package var adviser = none
  package var faculty = none
  /// PGY-2 of Internal Medicine at University Hospital.
  package var trainee = none
  /// PGY-3 of General Surgery at the Veterans Medical Center, on leave.
  package var other = none
  /// Graduated from Internal Medicine.
  package var former = none
  /// Begins in Internal Medicine next July.
  package var upcoming = none

  package var medicine = DepartmentID(stored: "")
  package var surgery = DepartmentID(stored: "")
  package var university = SiteID(stored: "")
  package var veterans = SiteID(stored: "")
  package var health = SponsorID(stored: "")
  package var community = SponsorID(stored: "")
  package var internalMedicine = ProgramID(stored: "")
  package var generalSurgery = ProgramID(stored: "")

  /// The grant in which the director directs.
  package var directing = ID<RoleGrant>(stored: "")
  /// The appointment of the trainee.
  package var training = ID<Appointment>(stored: "")

  private static let none = PersonID(stored: "")

  /// Everybody who can look, by the role that they have; nil is someone who is not signed in.
  package var viewers: [(role: String, person: PersonID?)] {
    [
      ("anonymous", nil), ("administrator", administrator), ("office", office), ("dio", dio),
      ("director", director), ("coordinator", coordinator), ("other director", surgeon),
      ("steward", steward), ("adviser", adviser), ("faculty", faculty), ("trainee", trainee),
      ("other trainee", other),
    ]
  }
}

/// The stage: a store with the cast in it, and ways to look and act as one of them.
package struct Stage: Sendable {
  package let store: any Store
  package let world: World
  package let cast: Cast

  package init(store: any Store, world: World, cast: Cast) {
    self.store = store
    self.world = world
    self.cast = cast
  }

  /// What someone sees in one read.
  package func see<Answer: Sendable>(
    as person: PersonID?, on today: Day = TestWorld.today,
    _ look: @escaping @Sendable (Viewer, any SQLReader) throws -> Answer
  ) async throws -> Answer {
    try await store.read { try look(Self.viewer(person, today, $0), $0) }
  }

  /// What someone does in one write.
  @discardableResult
  package func act<Answer: Sendable>(
    as person: PersonID?, on today: Day = TestWorld.today,
    _ change: @escaping @Sendable (Viewer, any SQLWriter) throws -> Answer
  ) async throws -> Answer {
    try await store.write { try change(Self.viewer(person, today, $0), $0) }
  }

  /// The acts of the audit trail from a point on, each with its detail.
  package func acts(after number: Int = 0) async throws -> [String] {
    try await store.read { reader in
      try reader.rows(
        "SELECT act, detail FROM audit_entry WHERE number > \(number) ORDER BY number"
      ).map { "\(try $0.text("act")): \(try $0.text("detail"))" }
    }
  }

  /// The number of the last entry of the audit trail.
  package func lastAct() async throws -> Int {
    try await store.read { try $0.number("SELECT count(*) FROM audit_entry") }
  }

  package static func viewer(
    _ person: PersonID?, _ today: Day, _ reader: any SQLReader
  ) throws -> Viewer {
    guard let person else { return .anonymous(now: TestWorld.now, today: today) }
    return try Viewer(person: person, now: TestWorld.now, today: today, reader: reader)
  }
}
