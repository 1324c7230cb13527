import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport

/// An association that everybody may join, with an officer, and as many trainees as a test needs.
struct Society: Sendable {
  let stage: Stage
  let organization: OrganizationID
  /// More trainees of Internal Medicine.
  let crowd: [PersonID]

  var cast: Cast { stage.cast }

  func join(_ people: PersonID..., on today: Day = TestWorld.today) async throws {
    let (id, world) = (organization, stage.world)
    for person in people {
      try await stage.act(as: person, on: today) { viewer, writer in
        try Membership.join(id, by: viewer, in: world, to: writer)
      }
    }
  }

  func join(all people: some Sequence<PersonID>) async throws {
    for person in people { try await join(person) }
  }

  func leave(_ people: PersonID..., on today: Day = TestWorld.today) async throws {
    let id = organization
    for person in people {
      try await stage.act(as: person, on: today) { viewer, writer in
        try Membership.leave(id, by: viewer, writer: writer)
      }
    }
  }

  func show(_ person: PersonID, to visibility: Membership.Visibility) async throws {
    let id = organization
    try await stage.act(as: person) { viewer, writer in
      try Membership.show(id, to: visibility, by: viewer, writer: writer)
    }
  }

  /// The names that someone sees in the roster.
  func roster(as person: PersonID?) async throws -> [String] {
    let id = organization
    return try await stage.see(as: person) { viewer, reader in
      let organization = try Organization.find(id, viewer: viewer, reader: reader)
      return try Membership.roster(of: organization, viewer: viewer, reader: reader)
        .entries.map(\.name)
    }
  }

  /// The number of members that someone reads.
  func count(as person: PersonID?) async throws -> PublishedCount {
    let id = organization
    return try await stage.see(as: person) { viewer, reader in
      let organization = try Organization.find(id, viewer: viewer, reader: reader)
      return try PublishedCount.of(
        organization, viewer: viewer, settings: Settings(reader: reader), reader: reader)
    }
  }

  /// The work of a day.
  @discardableResult
  func turn(to today: String) async throws -> Forgetting.Outcome {
    try await stage.store.write { writer in
      try Forgetting.run(on: day(today), at: TestWorld.now, writer: writer)
    }
  }

  /// Makes someone an officer who has accepted.
  func appoint(_ person: PersonID, _ title: String = "Chair") async throws {
    let (id, world) = (organization, stage.world)
    let officer = try await stage.act(as: cast.office) { viewer, writer in
      try Officer.ask(
        OfficerDraft(person: person, title: title, startsOn: viewer.today), in: id, by: viewer,
        at: world, writer: writer)
    }
    try await stage.act(as: person) { viewer, writer in
      try Officer.accept(officer, by: viewer, writer: writer)
    }
  }

  func letIn(_ person: PersonID) async throws {
    let (id, world) = (organization, stage.world)
    try await stage.act(as: cast.office) { viewer, writer in
      try Guest.letIn(
        person, to: id, because: "Advises it", by: viewer, writer: (world, writer))
    }
  }
}

/// Lends a society on an engine.
func withSociety<Answer>(
  _ engine: Engine, crowd: Int = 0, listing: Organization.Listing = .everyone,
  _ body: (Society) async throws -> Answer
) async throws -> Answer {
  try await withStage(engine) { stage in
    let (cast, world) = (stage.cast, stage.world)
    let society = try await stage.act(as: cast.office) { viewer, writer in
      let organization = try Organization.found(
        OrganizationDraft(
          name: "Women in Surgery", kind: .association, purpose: "Supports women in surgery.",
          listing: listing, capacities: [.trainee, .faculty]), by: viewer, in: world, to: writer)
      let crowd = try (0..<crowd).map { number in
        let person = try Person.add(
          PersonDraft(
            name: PersonName(given: "Crowd", family: "Number\(100 + number)"),
            capacity: .trainee, address: "crowd\(number)@hospital.example"),
          by: viewer, in: world, to: writer)
        try Appointment.add(
          .of(cast.internalMedicine, cast.university, 1, ("2026-07-01", "2029-06-30")),
          to: person, by: viewer, in: world, writer: writer)
        return person
      }
      return Society(stage: stage, organization: organization, crowd: crowd)
    }
    return try await body(society)
  }
}
