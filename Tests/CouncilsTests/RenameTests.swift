import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct RenameTests {
  @Test(arguments: Engine.available)
  func `what happened under an old name keeps it`(engine: Engine) async throws {
    try await withCouncil(engine) { council in
      let (cast, world, id) = (council.cast, council.stage.world, council.organization)
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      let holder = try await council.stage.store.read { reader in
        ID<Seating>(stored: try reader.rows("SELECT id FROM seating")[0].text("id"))
      }
      try await council.stage.act(as: cast.trainee) { viewer, writer in
        try Seating.leave(holder, by: viewer, in: world, writer: writer)
      }
      try await council.stage.act(as: cast.office, on: day("2026-12-01")) { viewer, writer in
        var draft = OrganizationDraft(
          try Organization.find(id, viewer: viewer, reader: writer))
        draft.name = "Digital Council"
        try Organization.edit(id, draft, by: viewer, to: writer)
      }
      let (name, past) = try await council.stage.see(as: cast.other) { viewer, reader in
        let organization = try Organization.find(id, viewer: viewer, reader: reader)
        return (
          organization.name,
          try PastSeating.of(organization, viewer: viewer, reader: reader)
            .map { "\($0.name), \($0.organizationName), \($0.lastDay.text)" }
        )
      }
      #expect(name == "Digital Council")
      #expect(past == ["Tess Núñez, Technology Council, 2026-11-02"])
    }
  }

  @Test(arguments: Engine.available)
  func `of people who left, the list of earlier seats names none to others`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (cast, id) = (council.cast, council.organization)
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      try await council.stage.act(as: cast.office) { viewer, writer in
        try Appointment.end(
          cast.training, AppointmentEnding(lastDay: day("2026-12-31"), standing: .withdrawn),
          by: viewer, writer: writer)
      }
      try await council.turn(to: day("2027-01-01"))
      var seen: [String: [String]] = [:]
      for (role, person) in cast.viewers where person != nil {
        seen[role] = try await council.stage.see(as: person, on: day("2027-01-01")) {
          viewer, reader in
          let organization = try Organization.find(id, viewer: viewer, reader: reader)
          return try PastSeating.of(organization, viewer: viewer, reader: reader).map(\.name)
        }
      }
      // The trainee sees themselves; the program's own people see who trained there.
      let naming = seen.filter { !$0.value.isEmpty }.keys.sorted()
      #expect(
        naming == ["administrator", "coordinator", "dio", "director", "office", "trainee"])
    }
  }

  @Test(arguments: Engine.available)
  func `a name in use is refused, and one of a closed organization is free`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (cast, world) = (council.cast, council.stage.world)
      func found(_ name: String) async -> String? {
        await refusal {
          try await council.stage.act(as: cast.office) { viewer, writer in
            _ = try Organization.found(
              OrganizationDraft(name: name, kind: .council, purpose: "Another one."),
              by: viewer, in: world, to: writer)
          }
        }
      }
      #expect(await found("technology  COUNCIL")?.contains("Choose another name") == true)
      let id = council.organization
      try await council.stage.act(as: cast.office) { viewer, writer in
        try Organization.close(
          id, ClosingDraft(day: viewer.today, reason: "Done."), by: viewer, writer: writer)
      }
      #expect(await found("technology  COUNCIL") == nil)
    }
  }
}
