import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct ProgramTests {
  @Test func `what was typed is parsed, and everything that is wrong is said`() {
    var wrong = Problems()
    do { _ = try ProgramDraft(typed: ["director_address": "nobody"].field) } catch {
      wrong = error
    }
    #expect(wrong.all.map(\.field) == ["name", "department", "director_address"])
  }

  @Test(arguments: Engine.available)
  func `only the office and administrators keep programs`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let (id, keepers) = (cast.internalMedicine, ["administrator", "office"])
      let draft = ProgramDraft(name: "Geriatrics", department: cast.medicine)
      let changes: [@Sendable (Viewer, any SQLWriter) throws -> Void] = [
        { _ = try Program.add(draft, sponsor: cast.health, by: $0, in: world, to: $1) },
        { try Program.edit(id, draft, by: $0, to: $1) },
        { try Program.changeSponsor(of: id, to: cast.community, by: $0, writer: $1) },
        { try Program.close(id, on: day("2035-06-30"), by: $0, writer: $1) },
        { try Program.reopen(id, by: $0, writer: $1) },
        {
          try ProgramSite.add(
            cast.veterans, to: id, for: Term(from: TestWorld.today), by: $0, writer: $1)
        },
        { _ = try Department.add(named: "Neurology", by: $0, in: world, to: $1) },
        { try Department.rename(cast.medicine, to: "Internal", by: $0, writer: $1) },
        { _ = try Site.add(named: "Clinic", by: $0, in: world, to: $1) },
        { try Site.rename(cast.university, to: "Main", by: $0, writer: $1) },
        { _ = try Sponsor.add(named: "New", by: $0, in: world, to: $1) },
        { try Sponsor.remove(cast.community, by: $0, writer: $1) },
      ]
      for (index, change) in changes.enumerated() {
        let allowed = try await stage.allowed(change)
        #expect(allowed == keepers, "change \(index)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `numbers and names that are taken are problems of their fields`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let taken = ProgramDraft(
        name: "internal  MEDICINE", accreditationNumber: "1401500004", department: cast.medicine)
      var problems = Problems()
      do {
        _ = try await stage.act(as: cast.office) {
          try Program.add(taken, sponsor: cast.health, by: $0, in: world, to: $1)
        }
      } catch let found as Problems {
        problems = found
      }
      #expect(problems.all.map(\.field) == ["accreditation_number", "name"])
      // Another department may have a program of the same name.
      try await stage.act(as: cast.office) { viewer, writer in
        _ = try Program.add(
          ProgramDraft(name: "Internal Medicine", department: cast.surgery),
          sponsor: cast.health, by: viewer, in: world, to: writer)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a program that is renamed or moved is so in the directory at once`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, before) = (stage.cast, try await stage.lastAct())
      try await stage.act(as: cast.office) { viewer, writer in
        try Program.edit(
          cast.internalMedicine,
          ProgramDraft(name: "General Medicine", department: cast.surgery), by: viewer,
          to: writer)
      }
      let (entry, place) = try await stage.see(as: cast.faculty) { viewer, reader in
        try Directory.placed(cast.trainee, viewer: viewer, reader: reader)
      }
      #expect(entry.programName == "General Medicine")
      #expect(place.department == cast.surgery)
      #expect(entry.departmentName == "Surgery")
      #expect(
        try await stage.acts(after: before)
          == ["program.edited: name, accreditation_number, department, director_address"])
    }
  }

  @Test(arguments: Engine.available)
  func `there is one sponsor of record, and the trail keeps its change`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, before) = (stage.cast, try await stage.lastAct())
      try await stage.act(as: cast.office) { viewer, writer in
        try Program.changeSponsor(
          of: cast.internalMedicine, to: cast.community, by: viewer, writer: writer)
        try Program.changeSponsor(
          of: cast.internalMedicine, to: cast.community, by: viewer, writer: writer)
      }
      let program = try await stage.see(as: cast.faculty) { viewer, reader in
        try Program.profile(cast.internalMedicine, viewer: viewer, reader: reader)
      }
      #expect(program.sponsorName == "Community Partners")
      #expect(
        try await stage.acts(after: before)
          == ["program.sponsor_changed: Health System to Community Partners"])
    }
  }

  @Test(arguments: Engine.available)
  func `a program closes when nobody trains there any more`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      await #expect(throws: RosterRefusal.stillTraining(people: 2)) {
        try await stage.act(as: cast.office) {
          try Program.close(
            cast.internalMedicine, on: day("2028-06-29"), by: $0, writer: $1)
        }
      }
      await #expect(throws: RosterRefusal.stillTraining(people: 1)) {
        try await stage.act(as: cast.office) {
          try Program.close(
            cast.internalMedicine, on: day("2028-06-30"), by: $0, writer: $1)
        }
      }
      try await stage.act(as: cast.office) { viewer, writer in
        try Program.close(
          cast.internalMedicine, on: day("2030-06-30"), by: viewer, writer: writer)
      }
      func names(on today: Day, withClosed: Bool) async throws -> [String] {
        try await stage.see(as: cast.faculty, on: today) { viewer, reader in
          try Program.list(
            ProgramQuery(withClosed: withClosed), viewer: viewer, reader: reader
          ).entries.map(\.program.name)
        }
      }
      let both = ["General Surgery", "Internal Medicine"]
      #expect(try await names(on: day("2030-06-30"), withClosed: false) == both)
      #expect(try await names(on: day("2030-07-01"), withClosed: false) == ["General Surgery"])
      #expect(try await names(on: day("2030-07-01"), withClosed: true) == both)
    }
  }

  @Test(arguments: Engine.available)
  func `sites contribute from day to day and not twice at once`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      func add(_ from: String, _ to: String?) async throws {
        try await stage.act(as: cast.office) { viewer, writer in
          try ProgramSite.add(
            cast.veterans, to: cast.internalMedicine,
            for: Term(from: day(from), to: to.map(day)), by: viewer, writer: writer)
        }
      }
      try await add("2024-07-01", "2025-06-30")
      try await add("2026-07-01", nil)
      await #expect(throws: RosterRefusal.siteContributes(name: "Veterans Medical Center")) {
        try await add("2025-06-30", "2025-12-31")
      }
      await #expect(throws: RosterRefusal.siteContributes(name: "Veterans Medical Center")) {
        try await add("2030-01-01", nil)
      }
      await #expect(throws: RosterRefusal.endsBeforeStart) {
        try await add("2025-12-31", "2025-12-01")
      }
      try await stage.act(as: cast.office) { viewer, writer in
        try ProgramSite.end(
          cast.veterans, of: cast.internalMedicine, on: day("2026-12-31"), by: viewer,
          writer: writer)
      }
      let program = try await stage.see(as: cast.faculty) { viewer, reader in
        try Program.profile(cast.internalMedicine, viewer: viewer, reader: reader)
      }
      #expect(
        program.sites.map(\.term) == [
          Term(from: day("2024-07-01"), to: day("2025-06-30")),
          Term(from: day("2026-07-01"), to: day("2026-12-31")),
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `the page of a program shows its people, roles and what is to do`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      func profile(_ program: ProgramID, as person: PersonID) async throws -> ProgramProfile {
        try await stage.see(as: person) { viewer, reader in
          try Program.profile(program, viewer: viewer, reader: reader)
        }
      }
      let medicine = try await profile(cast.internalMedicine, as: cast.office)
      #expect(medicine.levels.map { "\($0.level): \($0.people)" } == ["2: 1"])
      #expect(medicine.trainees.entries.map(\.name) == ["Tess Núñez"])
      #expect(medicine.roles.map(\.personName) == ["Carl Carlson", "Pia Piason"])
      #expect(medicine.directorHint == nil)
      func hint(_ address: String) async throws -> ProgramProfile.DirectorHint? {
        try await stage.act(as: cast.office) { viewer, writer in
          try Program.edit(
            cast.generalSurgery,
            ProgramDraft(
              name: "General Surgery", department: cast.surgery, directorAddress: address),
            by: viewer, to: writer)
          return try Program.profile(
            cast.generalSurgery, viewer: viewer, reader: writer
          ).directorHint
        }
      }
      #expect(try await hint("GUS@hospital.example") == nil)
      #expect(
        try await hint("frank@hospital.example")
          == .notGranted(person: cast.faculty, name: "Frank Frankson"))
      #expect(
        try await hint("pd9@hospital.example") == .unknown(address: "pd9@hospital.example"))
      #expect(try await profile(cast.generalSurgery, as: cast.surgeon).directorHint == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `programs without a director lead to the person whom the record system names`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let gap = try await stage.act(as: cast.office) { viewer, writer in
        try Program.add(
          ProgramDraft(
            name: "Geriatrics", department: cast.medicine,
            directorAddress: "FRANK@hospital.example"),
          sponsor: cast.health, by: viewer, in: world, to: writer)
      }
      func gaps() async throws -> [String] {
        try await stage.see(as: cast.office) { viewer, reader in
          let listed = try DirectorGap.list(viewer: viewer, reader: reader).entries
          let count = try DirectorGap.count(viewer: viewer, reader: reader)
          #expect(listed.count == count)
          return listed.map { "\($0.programName): \($0.candidate?.name ?? "-")" }
        }
      }
      #expect(try await gaps() == ["Geriatrics: Frank Frankson"])
      await #expect(throws: Absent.self) {
        try await stage.see(as: cast.director) { viewer, reader in
          try DirectorGap.list(viewer: viewer, reader: reader)
        }
      }
      await #expect(throws: RosterRefusal.notAllowed) {
        try await stage.act(as: cast.director) {
          try DirectorGap.close(gap, by: $0, in: world, to: $1)
        }
      }
      try await stage.act(as: cast.office) { viewer, writer in
        try DirectorGap.close(gap, by: viewer, in: world, to: writer)
      }
      #expect(try await gaps() == [])
      let grants = try await stage.see(as: cast.faculty) { viewer, _ in viewer.grants }
      #expect(grants == [Grant(role: .programDirector, scope: .program(gap))])
    }
  }

  @Test(arguments: Engine.available)
  func `pages take the same number of queries for few and many`(engine: Engine) async throws {
    let trace = StatementTrace()
    try await withStage(engine, trace: trace) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let viewer = try await stage.see(as: cast.office) { viewer, _ in viewer }
      func cost() async throws -> [Int] {
        var costs: [Int] = []
        let reads: [@Sendable (any SQLReader) throws -> Void] = [
          { _ = try Program.list(viewer: viewer, reader: $0) },
          { _ = try Department.list(viewer: viewer, reader: $0) },
          { _ = try Site.list(viewer: viewer, reader: $0) },
          { _ = try Sponsor.list(viewer: viewer, reader: $0) },
          { _ = try Program.profile(cast.internalMedicine, viewer: viewer, reader: $0) },
          { _ = try Person.profile(cast.trainee, viewer: viewer, reader: $0) },
        ]
        for read in reads {
          _ = trace.take()
          try await stage.store.read { try read($0) }
          costs.append(trace.take().filter { $0.hasPrefix("SELECT") }.count)
        }
        return costs
      }
      let few = try await cost()
      #expect(few == [1, 1, 1, 1, 8, 4])
      try await stage.store.write { writer in
        for number in 0..<70 {
          let department = try Department.add(
            named: "Department \(number)", by: viewer, in: world, to: writer)
          _ = try Program.add(
            ProgramDraft(name: "Program \(number)", department: department),
            sponsor: cast.health, by: viewer, in: world, to: writer)
        }
      }
      let many = try await cost()
      #expect(many == few)
    }
  }
}
