import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct PersonTests {
  @Test func `what was typed is parsed, and everything that is wrong is said`() throws {
    let draft = try PersonDraft(
      typed: [
        "given_name": "  María  José ", "family_name": "de la\u{202E} Cruz\n",
        "capacity": "faculty", "address": "mj@hospital.example",
      ].field)
    #expect(
      draft
        == PersonDraft(
          name: PersonName(given: "María José", family: "de la Cruz"), capacity: .faculty,
          address: "mj@hospital.example"))
    var wrong = Problems()
    do {
      _ = try PersonDraft(
        typed: ["family_name": String(repeating: "x", count: 201), "address": "no address"].field)
    } catch {
      wrong = error
    }
    #expect(wrong.all.map(\.field) == ["family_name", "address", "capacity"])
    var nameless = Problems()
    do { _ = try PersonDraft(typed: ["capacity": "staff"].field) } catch { nameless = error }
    #expect(nameless.all.map(\.field) == ["family_name"])
  }

  @Test(arguments: ["", "@b", "a@", "a b@c", "a@b@c", "<a@b>", "a,b@c", "a\"@b"])
  func `what is no mail address is refused`(address: String) {
    let typed = ["family_name": "Li", "capacity": "staff", "address": address]
    let draft = try? PersonDraft(typed: typed.field)
    #expect(draft?.address == nil)
    #expect((draft == nil) == !address.isEmpty)
  }

  @Test(arguments: ["李", "Abdülkadir-Şahin O’Connor van der Berg", "عبد الله", "X"])
  func `names of one word, any length and script are kept as they are`(name: String) throws {
    let draft = try PersonDraft(typed: ["given_name": name, "capacity": "staff"].field)
    #expect(draft.name == PersonName(given: name, family: ""))
  }

  @Test(arguments: Engine.available)
  func `number and address are unique, the address in any case`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let taken = PersonDraft(
        name: PersonName(given: "New", family: "Person"), capacity: .trainee,
        personnelNumber: "P1", address: "OLGA@hospital.example")
      let problems = await problems {
        _ = try await stage.act(as: cast.office) {
          try Person.add(taken, by: $0, in: world, to: $1)
        }
      }
      #expect(problems.map(\.field) == ["personnel_number", "address"])
      #expect(problems.first?.sentence.contains("Tess Núñez") == true)
      // The same person may keep both.
      try await stage.act(as: cast.office) { viewer, writer in
        var draft = PersonDraft(
          try Person.toEdit(cast.trainee, viewer: viewer, reader: writer))
        draft.address = "P1@HOSPITAL.example"
        try Person.edit(cast.trainee, draft, by: viewer, to: writer)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an edit shows in the directory and leaves no content in the trail`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, before) = (stage.cast, try await stage.lastAct())
      try await stage.act(as: cast.office) { viewer, writer in
        var draft = PersonDraft(
          try Person.toEdit(cast.trainee, viewer: viewer, reader: writer))
        draft.name.preferred = "Terry"
        draft.degrees = "MD, PhD"
        try Person.edit(cast.trainee, draft, by: viewer, to: writer)
        try Person.edit(cast.trainee, draft, by: viewer, to: writer)
      }
      let entry = try await stage.see(as: cast.faculty) { viewer, reader in
        try Directory.entry(of: cast.trainee, viewer: viewer, reader: reader)
      }
      #expect(entry.name == "Terry Núñez")
      #expect(
        try await stage.acts(after: before) == ["person.edited: preferred_name, degrees"])
    }
  }

  @Test(arguments: Engine.available)
  func `only the office and administrators keep people`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let draft = PersonDraft(name: PersonName(given: "A", family: "B"), capacity: .staff)
      let allowed = try await stage.allowed { viewer, writer in
        _ = try Person.add(draft, by: viewer, in: world, to: writer)
      }
      #expect(allowed == ["administrator", "office"])
      #expect(
        try await stage.allowed { viewer, writer in
          try Person.edit(cast.trainee, draft, by: viewer, to: writer)
        } == ["administrator", "office"])
      #expect(
        try await stage.allowed { viewer, writer in
          try Person.deactivate(cast.trainee, by: viewer, to: writer)
        } == ["administrator", "office"])
    }
  }

  @Test(arguments: Engine.available)
  func `someone deactivated is gone from the list and can come back`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, before) = (stage.cast, try await stage.lastAct())
      try await stage.act(as: cast.office) { viewer, writer in
        try Person.deactivate(cast.trainee, by: viewer, to: writer)
        try Person.deactivate(cast.trainee, by: viewer, to: writer)
      }
      await #expect(throws: Absent.self) {
        try await stage.see(as: cast.faculty) { viewer, reader in
          try Directory.entry(of: cast.trainee, viewer: viewer, reader: reader)
        }
      }
      try await stage.act(as: cast.office) { viewer, writer in
        try Person.reactivate(cast.trainee, by: viewer, to: writer)
      }
      let entry = try await stage.see(as: cast.faculty) { viewer, reader in
        try Directory.entry(of: cast.trainee, viewer: viewer, reader: reader)
      }
      #expect(entry.presence == .current)
      #expect(
        try await stage.acts(after: before)
          == ["person.deactivated: ", "person.reactivated: "])
    }
  }

  @Test(arguments: Engine.available)
  func `nobody without that right touches how an administrator signs in`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      for person in [cast.administrator, cast.dio, cast.steward, cast.adviser] {
        await #expect(throws: RosterRefusal.beyondViewer) {
          try await stage.act(as: cast.office) { try Person.deactivate(person, by: $0, to: $1) }
        }
        await #expect(throws: RosterRefusal.beyondViewer) {
          try await stage.act(as: cast.office) { viewer, writer in
            var draft = PersonDraft(try Person.toEdit(person, viewer: viewer, reader: writer))
            draft.address = "mine@hospital.example"
            try Person.edit(person, draft, by: viewer, to: writer)
          }
        }
      }
      try await stage.act(as: cast.administrator) { viewer, writer in
        try Person.deactivate(cast.dio, by: viewer, to: writer)
      }
      await #expect(throws: RosterRefusal.lastAdministrator) {
        try await stage.act(as: cast.administrator) {
          try Person.deactivate(cast.administrator, by: $0, to: $1)
        }
      }
    }
  }

  private func problems(_ work: () async throws -> Void) async -> [Problems.Problem] {
    do {
      try await work()
      return []
    } catch let problems as Problems {
      return problems.all
    } catch {
      return [Problems.Problem(field: nil, sentence: "\(error)")]
    }
  }
}
