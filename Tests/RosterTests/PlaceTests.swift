import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct PlaceTests {
  @Test(arguments: Engine.available)
  func `lists show what belongs to each, and count nobody twice`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      // Veterans contributes to Internal Medicine as well; nobody of it is there.
      try await stage.act(as: cast.office) { viewer, writer in
        try ProgramSite.add(
          cast.veterans, to: cast.internalMedicine, for: Term(from: day("2024-07-01")),
          by: viewer, writer: writer)
      }
      let lines = try await stage.see(as: cast.faculty) { viewer, reader in
        func text<Entity>(_ line: PlaceLine<Entity>) -> String {
          "\(line.name): \(line.programs) programs, \(line.trainees) trainees"
        }
        return (
          try Department.list(viewer: viewer, reader: reader).entries.map { text($0) },
          try Site.list(viewer: viewer, reader: reader).entries.map { text($0) },
          try Sponsor.list(viewer: viewer, reader: reader).entries.map { text($0) }
        )
      }
      #expect(
        lines.0 == ["Medicine: 1 programs, 1 trainees", "Surgery: 1 programs, 1 trainees"])
      #expect(
        lines.1 == [
          "University Hospital: 1 programs, 1 trainees",
          "Veterans Medical Center: 2 programs, 1 trainees",
        ])
      #expect(
        lines.2 == [
          "Community Partners: 0 programs, 0 trainees", "Health System: 2 programs, 2 trainees",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `headcounts by site and by sponsor add up to the people`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      try await stage.act(as: cast.office) { viewer, writer in
        // Two appointments at once count the person once; someone without a site has a line.
        try Appointment.add(
          .of(cast.generalSurgery, cast.veterans, 1, ("2026-07-01", "2027-06-30")),
          to: cast.trainee, by: viewer, in: world, writer: writer)
        let person = try Person.add(
          PersonDraft(name: PersonName(given: "No", family: "Site"), capacity: .trainee),
          by: viewer, in: world, to: writer)
        try Appointment.add(
          .of(cast.internalMedicine, nil, 1, ("2026-07-01", "2029-06-30")), to: person,
          by: viewer, in: world, writer: writer)
        try Program.changeSponsor(
          of: cast.internalMedicine, to: cast.community, by: viewer, writer: writer)
      }
      let (bySite, bySponsor) = try await stage.see(as: cast.dio) { viewer, reader in
        (
          try Headcount.bySite(viewer: viewer, reader: reader),
          try Headcount.bySponsor(viewer: viewer, reader: reader)
        )
      }
      func text(_ line: Headcount.Line) -> String { "\(line.name ?? "-") \(line.people)" }
      #expect(bySite.lines.map(text) == ["Veterans Medical Center 2", "- 1"])
      #expect(bySponsor.lines.map(text) == ["Community Partners 1", "Health System 2"])
      #expect(bySite.total == 3)
      #expect(bySponsor.total == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `a new name shows in the directory at once`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, before) = (stage.cast, try await stage.lastAct())
      try await stage.act(as: cast.office) { viewer, writer in
        try Department.rename(
          cast.surgery, to: "  Surgical  Sciences ", by: viewer, writer: writer)
        try Site.rename(cast.veterans, to: "Riverside", by: viewer, writer: writer)
        try Sponsor.rename(cast.health, to: "Meridian Health", by: viewer, writer: writer)
        try Sponsor.rename(cast.health, to: "Meridian Health", by: viewer, writer: writer)
      }
      let entry = try await stage.see(as: cast.faculty) { viewer, reader in
        try Directory.entry(of: cast.other, viewer: viewer, reader: reader)
      }
      #expect(entry.departmentName == "Surgical Sciences")
      #expect(entry.siteName == "Riverside")
      #expect(
        try await stage.acts(after: before) == [
          "department.renamed: Surgery to Surgical Sciences",
          "site.renamed: Veterans Medical Center to Riverside",
          "sponsor.renamed: Health System to Meridian Health",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `names are unique among their kind, without case and accents`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      for name in ["", "   ", "medicine", "MÉDICINE", String(repeating: "x", count: 201)] {
        await #expect(throws: Problems.self, "\(name)") {
          try await stage.act(as: cast.office) { viewer, writer in
            _ = try Department.add(named: name, by: viewer, in: world, to: writer)
          }
        }
      }
      await #expect(throws: Problems.self) {
        try await stage.act(as: cast.office) {
          try Department.rename(cast.surgery, to: "Medicine", by: $0, writer: $1)
        }
      }
      // Case alone may be changed.
      try await stage.act(as: cast.office) { viewer, writer in
        try Department.rename(cast.surgery, to: "SURGERY", by: viewer, writer: writer)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `what is in use stays`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let changes: [(RosterRefusal, @Sendable (Viewer, any SQLWriter) throws -> Void)] = [
        (.stillUsed(by: "programs"), { try Department.remove(cast.medicine, by: $0, writer: $1) }),
        (.stillUsed(by: "appointments"), { try Site.remove(cast.veterans, by: $0, writer: $1) }),
        (.stillUsed(by: "programs"), { try Sponsor.remove(cast.health, by: $0, writer: $1) }),
      ]
      for (refusal, change) in changes {
        await #expect(throws: refusal) { try await stage.act(as: cast.office, change) }
      }
      try await stage.act(as: cast.office) { viewer, writer in
        try Sponsor.remove(cast.community, by: viewer, writer: writer)
        let site = try Site.add(named: "Clinic", by: viewer, in: world, to: writer)
        try Site.remove(site, by: viewer, writer: writer)
      }
      let names = try await stage.see(as: cast.office) { viewer, reader in
        try PlaceChoice.sponsors(viewer: viewer, reader: reader).map(\.name)
      }
      #expect(names == ["Health System"])
    }
  }

  @Test(arguments: Engine.available)
  func `lists page by key and find by the beginnings of words`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      try await stage.act(as: cast.office) { viewer, writer in
        for number in 10..<110 {
          let department = try Department.add(
            named: "Unit \(number)", by: viewer, in: world, to: writer)
          _ = try Program.add(
            ProgramDraft(name: "Ward \(number)", department: department), sponsor: cast.health,
            by: viewer, in: world, to: writer)
        }
      }
      let counts = try await stage.see(as: cast.faculty) { viewer, reader in
        var places: [Int] = []
        var place = ListPlace.start
        while true {
          let page = try Department.list(
            PlaceQuery(place: place), viewer: viewer, reader: reader)
          places.append(page.entries.count)
          guard let next = page.next else { break }
          place = .after(next)
        }
        let programs = try Program.list(viewer: viewer, reader: reader)
        let back = try Program.list(
          ProgramQuery(
            place: .before(
              try Program.list(
                ProgramQuery(place: .after(programs.next ?? "")), viewer: viewer, reader: reader
              ).previous ?? "")),
          viewer: viewer, reader: reader)
        #expect(back.entries == programs.entries)
        return places
      }
      #expect(counts == [50, 50, 2])
      let found = try await stage.see(as: cast.faculty) { viewer, reader in
        [
          try Program.list(ProgramQuery(text: "med"), viewer: viewer, reader: reader),
          try Program.list(ProgramQuery(text: "edicine"), viewer: viewer, reader: reader),
          try Program.list(ProgramQuery(text: "1401500004"), viewer: viewer, reader: reader),
          try Program.list(ProgramQuery(text: "%"), viewer: viewer, reader: reader),
          try Program.list(ProgramQuery(site: cast.university), viewer: viewer, reader: reader),
          try Program.list(ProgramQuery(department: cast.surgery), viewer: viewer, reader: reader),
          try Program.list(ProgramQuery(sponsor: cast.community), viewer: viewer, reader: reader),
        ].map { $0.entries.map(\.program.name) }
      }
      #expect(
        found == [
          ["Internal Medicine"], [], ["Internal Medicine"], [], ["Internal Medicine"],
          ["General Surgery"], [],
        ])
    }
  }
}
