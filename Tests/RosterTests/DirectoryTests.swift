import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct DirectoryTests {
  @Test(arguments: Engine.available)
  func `pages by key lead through the whole list and back`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      for sort in DirectorySort.allCases {
        let whole = try await names(DirectoryQuery(sort: sort), stage)
        let (forward, backward) = try await walk(sort, stage)
        #expect(forward == whole, "\(sort)")
        #expect(backward == whole, "\(sort)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `people are sorted by family name or by year of training`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let byName = try await names(DirectoryQuery(), stage)
      #expect(
        byName == [
          "Ada Abel", "Alex Alexson", "Carl Carlson", "Dora Dorason", "Frank Frankson",
          "Gus Gusson", "Tess Núñez", "Sam Okafor", "Olga Olgason", "Pia Piason",
          "Stella Stellason",
        ])
      let reversed = try await names(DirectoryQuery(sort: .nameReversed), stage)
      #expect(reversed == byName.reversed())
      let rising = try await names(DirectoryQuery(sort: .level), stage)
      #expect(rising.prefix(2) == ["Tess Núñez", "Sam Okafor"])
      #expect(rising.dropFirst(2).elementsEqual(byName.filter { !rising.prefix(2).contains($0) }))
      let falling = try await names(DirectoryQuery(sort: .levelReversed), stage)
      #expect(falling.prefix(2) == ["Sam Okafor", "Tess Núñez"])
    }
  }

  @Test(arguments: Engine.available)
  func `filters and words narrow the list down`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let cases: [(DirectoryQuery, [String])] = [
        (DirectoryQuery(program: cast.internalMedicine), ["Tess Núñez"]),
        (DirectoryQuery(department: cast.surgery), ["Sam Okafor"]),
        (DirectoryQuery(site: cast.veterans), ["Sam Okafor"]),
        (
          DirectoryQuery(capacity: .faculty),
          ["Dora Dorason", "Frank Frankson", "Gus Gusson", "Pia Piason"]
        ),
        (DirectoryQuery(level: 2), ["Tess Núñez"]),
        (DirectoryQuery(text: "nunez"), ["Tess Núñez"]),
        (DirectoryQuery(text: "NÚÑEZ tess"), ["Tess Núñez"]),
        (DirectoryQuery(text: "theresa"), ["Tess Núñez"]),
        (DirectoryQuery(text: "p1@hosp"), ["Tess Núñez"]),
        (DirectoryQuery(text: "unez"), []),
        (DirectoryQuery(text: "%"), []),
        (DirectoryQuery(text: "_"), []),
        (DirectoryQuery(text: "!"), []),
        (DirectoryQuery(text: "' OR 1=1 --"), []),
        (DirectoryQuery(program: cast.internalMedicine, site: cast.veterans), []),
      ]
      for (query, expected) in cases {
        let found = try await names(query, stage)
        #expect(found == expected, "\(query)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `choices are counted with what else is asked for`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      func counts(
        _ facet: Directory.Facet, _ query: DirectoryQuery = DirectoryQuery(),
        as person: PersonID? = nil
      ) async throws -> [String] {
        try await stage.see(as: person ?? cast.faculty) { viewer, reader in
          try Directory.counts(by: facet, query, viewer: viewer, reader: reader)
            .map { "\($0.label ?? $0.value) \($0.people)" }
        }
      }
      let departments = try await counts(.department)
      #expect(departments == ["Medicine 1", "Surgery 1"])
      let narrowed = try await counts(.department, DirectoryQuery(department: cast.surgery))
      #expect(narrowed == ["Medicine 1", "Surgery 1"])
      let ofSite = try await counts(.program, DirectoryQuery(site: cast.veterans))
      #expect(ofSite == ["General Surgery 1"])
      let capacities = try await counts(.capacity)
      #expect(capacities == ["faculty 4", "staff 5", "trainee 2"])
      let levels = try await counts(.level)
      #expect(levels == ["2 1", "3 1"])
      let presence = try await counts(.presence)
      #expect(presence == ["current 11"])
      let office = try await counts(.presence, as: cast.office)
      #expect(office == ["current 11", "former 1", "upcoming 1"])
    }
  }

  @Test(arguments: Engine.available)
  func `a place in the list that is none begins at the start`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      for sort in DirectorySort.allCases {
        for place in ["x", "0", "99", String(repeating: "é", count: 50), "' OR 1=1"] {
          let page = try await stage.see(as: stage.cast.faculty) { viewer, reader in
            try Directory.page(
              DirectoryQuery(after: place, sort: sort), viewer: viewer, reader: reader)
          }
          #expect(page.entries.count == 11)
          #expect(page.previous == nil)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a page of the list is one query`(engine: Engine) async throws {
    let trace = StatementTrace()
    try await withStage(engine, trace: trace) { stage in
      let cast = stage.cast
      let viewer = try await stage.see(as: cast.director) { viewer, _ in viewer }
      for presence in Presence.allCases {
        _ = trace.take()
        _ = try await stage.store.read { reader in
          try Directory.page(
            DirectoryQuery(text: "a", program: cast.internalMedicine, presence: presence),
            viewer: viewer, reader: reader)
        }
        #expect(trace.take().filter { $0.hasPrefix("SELECT") }.count == 1)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `on the turn of a day people arrive and leave`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      func presence(_ person: PersonID) async throws -> Presence {
        try await stage.see(as: stage.cast.office) { viewer, reader in
          try Directory.entry(of: person, viewer: viewer, reader: reader).presence
        }
      }
      let cast = stage.cast
      // The first turn looks at everybody whose appointment has begun or ended.
      let first = try await Directory.turnDay(TestWorld.today, in: stage.store)
      #expect(first == 3)
      let again = try await Directory.turnDay(TestWorld.today, in: stage.store)
      #expect(again == 0)
      try await Directory.turnDay(day("2027-06-30"), in: stage.store)
      #expect(try await presence(cast.upcoming) == .upcoming)
      // The server was off on the first day itself.
      let later = try await Directory.turnDay(day("2027-07-03"), in: stage.store)
      #expect(later == 1)
      #expect(try await presence(cast.upcoming) == .current)
      try await Directory.turnDay(day("2028-06-30"), in: stage.store)
      #expect(try await presence(cast.trainee) == .current)
      try await Directory.turnDay(day("2028-07-01"), in: stage.store)
      #expect(try await presence(cast.trainee) == .former)
      #expect(try await presence(cast.faculty) == .current)
    }
  }

  @Test(arguments: Engine.available)
  func `a day is turned in steps of bounded length`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      var steps: [Int] = []
      var after: PersonID?
      repeat {
        let place = after
        let turned = try await stage.store.write {
          try Directory.turnDay(TestWorld.today, after: place, limit: 1, in: $0)
        }
        steps.append(turned.people)
        after = turned.next
      } while after != nil
      #expect(steps == [1, 1, 1, 0])
    }
  }

  @Test(arguments: Engine.available)
  func `whoever trained here and stayed on the faculty is here`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      try await stage.act(as: cast.office) { viewer, writer in
        var draft = PersonDraft(try Person.toEdit(cast.former, viewer: viewer, reader: writer))
        draft.capacity = .faculty
        try Person.edit(cast.former, draft, by: viewer, to: writer)
      }
      let (entry, place) = try await stage.see(as: cast.trainee) { viewer, reader in
        try Directory.placed(cast.former, viewer: viewer, reader: reader)
      }
      #expect(entry.presence == .current)
      #expect(entry.level == nil)
      #expect(entry.programName == nil)
      #expect([place.program?.text, place.department?.text, place.site?.text] == [nil, nil, nil])
    }
  }

  @Test(arguments: Engine.available)
  func `where someone was is as hidden as they are`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      await #expect(throws: Absent.self) {
        try await stage.see(as: cast.trainee) { viewer, reader in
          try Directory.placed(cast.former, viewer: viewer, reader: reader)
        }
      }
      let seen = try await stage.see(as: cast.office) { viewer, reader in
        try Directory.placed(cast.former, viewer: viewer, reader: reader)
      }
      #expect(seen.place.program != nil)
    }
  }

  private func names(_ query: DirectoryQuery, _ stage: Stage) async throws -> [String] {
    try await stage.see(as: stage.cast.faculty) { viewer, reader in
      try Directory.page(query, viewer: viewer, reader: reader).entries.map(\.name)
    }
  }

  /// The names of all pages of two, once from the front and once from the end.
  private func walk(
    _ sort: DirectorySort, _ stage: Stage
  ) async throws -> (forward: [String], backward: [String]) {
    try await stage.see(as: stage.cast.faculty) { viewer, reader in
      var query = DirectoryQuery(sort: sort)
      var page = try Directory.page(query, viewer: viewer, reader: reader, size: 2)
      var forward = page.entries.map(\.name)
      while let next = page.next {
        query.after = next
        page = try Directory.page(query, viewer: viewer, reader: reader, size: 2)
        forward += page.entries.map(\.name)
      }
      var backward = page.entries.map(\.name)
      while let previous = page.previous {
        (query.after, query.before) = ("", previous)
        page = try Directory.page(query, viewer: viewer, reader: reader, size: 2)
        backward = page.entries.map(\.name) + backward
      }
      return (forward, backward)
    }
  }
}
