import Kernel
import Mentoring
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Career resources: who keeps them, and looking them over.
@Suite struct CareerResourceTests {
  @Test(arguments: Engine.available)
  func `a department keeps its own, the office all, and nobody else any`(
    _ engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      for (role, person) in cast.viewers {
        guard let person else { continue }
        for (department, owner) in [(cast.medicine, "medicine"), (nil, "office")] {
          let added = try? await stage.add("\(role) for \(owner)", of: department, as: person)
          let mayKeep =
            role == "office" || owner == "medicine" && ["director", "coordinator"].contains(role)
          #expect((added != nil) == mayKeep, "\(role) for \(owner)")
        }
      }
      let id = try await stage.add("Of surgery", of: cast.surgery, as: cast.office)
      for person in [cast.director, cast.trainee, cast.administrator] {
        await #expect(throws: Absent.self) { try await stage.review(id, read: 1, as: person) }
        await #expect(throws: Absent.self) { try await stage.retire(id, read: 1, as: person) }
      }
      // Nor does a department give what is its own to another, or take what is not.
      let own = try await stage.add("Of medicine", of: cast.medicine, as: cast.director)
      await #expect(throws: Problems.self) {
        try await stage.change(own, read: 1, "Given away", of: cast.surgery, as: cast.director)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `everybody signed in reads what holds, and its keepers what was taken away`(
    _ engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let id = try await stage.add("A first paper", of: cast.medicine, as: cast.director)
      for (role, person) in cast.viewers {
        let expected = person == nil ? [] : ["A first paper"]
        #expect(try await stage.titles(person) == expected, "\(role)")
      }
      try await stage.retire(id, read: 1, as: cast.director)
      for (role, person) in cast.viewers {
        let keeps = ["office", "director", "coordinator"].contains(role)
        #expect(try await stage.titles(person) == (keeps ? ["A first paper"] : []), "\(role)")
      }
      // Its title is free, until it is to come back.
      let other = try await stage.add("a FIRST paper", of: nil, as: cast.office)
      await #expect(throws: ResourceRefusal.isThere("A first paper")) {
        try await stage.bringBack(id, read: 2, as: cast.director)
      }
      try await stage.retire(other, read: 1, as: cast.office)
      try await stage.bringBack(id, read: 2, as: cast.director)
      #expect(try await stage.titles(cast.trainee) == ["A first paper"])
    }
  }

  @Test(arguments: Engine.available)
  func `of two who change one at once the second is told`(_ engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let id = try await stage.add("A first paper", of: cast.medicine, as: cast.director)
      try await stage.change(id, read: 1, "A second paper", of: cast.medicine, as: cast.director)
      await #expect(throws: ResourceRefusal.changed) {
        try await stage.change(id, read: 1, "A third paper", of: nil, as: cast.office)
      }
      await #expect(throws: ResourceRefusal.changed) {
        try await stage.retire(id, read: 1, as: cast.office)
      }
      await #expect(throws: ResourceRefusal.changed) {
        try await stage.review(id, read: 1, as: cast.office)
      }
      #expect(try await stage.titles(cast.trainee) == ["A second paper"])
      // A second click adds none.
      await #expect(throws: Problems.self) {
        try await stage.add("a second Paper", of: cast.medicine, as: cast.director)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `whoever answers for it is reminded two weeks before, and the office a month after`(
    _ engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let review = TestWorld.today.adding(days: 20)
      let id = try await stage.add(
        "A first paper", of: cast.medicine, until: review, as: cast.director)
      let (director, office) = (cast.director, cast.office)
      for (days, isOwner, isOffice) in [
        (5, false, false), (6, true, false), (49, true, false), (50, true, true),
      ] {
        let day = TestWorld.today.adding(days: days)
        #expect(try await (stage.waiting(director, on: day) != nil) == isOwner, "\(days)")
        #expect(try await (stage.waiting(office, on: day) != nil) == isOffice, "\(days)")
        #expect(try await stage.waiting(cast.trainee, on: day) == nil, "\(days)")
      }
      let next = try await stage.review(id, read: 1, as: director)
      #expect(next == TestWorld.today.adding(months: 12))
      #expect(try await stage.waiting(director, on: review) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `those who answer for it are told once, and the office once it is a month late`(
    _ engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let review = TestWorld.today.adding(days: 20)
      for (title, department) in [("Of medicine", cast.medicine), ("Of the office", nil)] {
        try await stage.add(title, of: department, until: review, as: cast.office)
      }
      var told: [Int] = []
      for day in [5, 6, 7, 49, 50, 51] { told.append(try await stage.remind(after: day)) }
      #expect(told == [0, 2, 0, 0, 2, 0])
      let medicine = "“Of medicine” is to be looked over by \(review.words)."
      let office = "“Of the office” is to be looked over by \(review.words)."
      #expect(try await stage.told(cast.director) == [medicine])
      #expect(try await stage.told(cast.coordinator) == [medicine])
      #expect(
        try await stage.told(cast.office) == [office, "2 career resources are to be looked over."])
      for person in [cast.surgeon, cast.trainee, cast.faculty, cast.administrator] {
        #expect(try await stage.told(person).isEmpty)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `whoever gives it a later day has looked it over, and is told again when that comes`(
    _ engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, today) = (stage.cast, TestWorld.today)
      let id = try await stage.add(
        "A first paper", of: cast.medicine, until: today.adding(days: 5), as: cast.director)
      #expect(try await stage.remind(after: 0) == 1)
      try await stage.change(id, read: 1, "A first paper", of: cast.medicine, as: cast.director)
      #expect(try await stage.one(id).reviewedOn == today)
      #expect(try await stage.remind(after: 0) == 0)
      #expect(try await stage.remind(after: 86) == 1)
      try await stage.change(id, read: 2, "The same day", of: cast.medicine, as: cast.director)
      #expect(try await stage.remind(after: 87) == 0)
      let next = try await stage.review(id, read: 3, as: cast.director)
      #expect(try await stage.review(id, read: 3, as: cast.director) == next)
      #expect(try await stage.one(id).revision == 4)
    }
  }

  @Test(arguments: Engine.available)
  func `what a department leaves behind becomes the office's`(_ engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (office, world) = (stage.cast.office, stage.world)
      let department = try await stage.act(as: office) { viewer, writer in
        try Department.add(named: "Radiology", by: viewer, in: world, to: writer)
      }
      try await stage.add("Reading films", of: department, as: office)
      try await stage.act(as: office) { viewer, writer in
        try Department.remove(department, by: viewer, writer: writer)
      }
      let left = try await stage.see(as: office) { viewer, reader in
        try CareerResource.all(viewer: viewer, reader: reader).map(\.department)
      }
      #expect(left == [nil])
    }
  }

  @Test func `what is typed wrong is said of each field`() {
    func problems(_ typed: [String: String]) -> [String] {
      do {
        _ = try CareerResourceDraft(typed: { typed[$0] ?? "" }, on: TestWorld.today)
        return []
      } catch let problems as Problems {
        return problems.all.compactMap(\.field).sorted()
      } catch {
        return ["\(error)"]
      }
    }
    #expect(problems([:]) == ["for-", "review_on", "summary", "title"])
    let right = [
      "title": "A", "summary": "B", "for-faculty": "yes", "review_on": "2027-11-02",
    ]
    #expect(problems(right) == [])
    for day in ["2026-11-02", "2026-11-01", "2029-12-01", "soon", "2027-02-30"] {
      #expect(problems(right.merging(["review_on": day]) { $1 }) == ["review_on"], "\(day)")
    }
    #expect(problems(right.merging(["department": "Medicine"]) { $1 }) == ["department"])
    let long = String(repeating: "a", count: 121)
    #expect(problems(right.merging(["title": long]) { $1 }) == ["title"])
  }
}

extension Stage {
  private static func draft(
    _ title: String, _ department: DepartmentID?, until review: Day? = nil
  ) -> CareerResourceDraft {
    CareerResourceDraft(
      title: title, summary: "How to begin.", audiences: [.trainees], department: department,
      reviewOn: review ?? TestWorld.today.adding(days: 100))
  }

  @discardableResult
  fileprivate func add(
    _ title: String, of department: DepartmentID?, until review: Day? = nil, as person: PersonID
  ) async throws -> ID<CareerResource> {
    let world = world
    return try await act(as: person) { viewer, writer in
      try CareerResource.add(
        Self.draft(title, department, until: review), by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func change(
    _ id: ID<CareerResource>, read: Int, _ title: String, of department: DepartmentID?,
    as person: PersonID
  ) async throws {
    try await act(as: person) { viewer, writer in
      try CareerResource.change(
        id, read: read, Self.draft(title, department), by: viewer, writer: writer)
    }
  }

  @discardableResult
  fileprivate func review(
    _ id: ID<CareerResource>, read: Int, as person: PersonID
  ) async throws -> Day {
    try await act(as: person) { viewer, writer in
      try CareerResource.review(id, read: read, by: viewer, writer: writer)
    }
  }

  fileprivate func retire(
    _ id: ID<CareerResource>, read: Int, as person: PersonID
  ) async throws {
    try await act(as: person) { viewer, writer in
      try CareerResource.retire(id, read: read, by: viewer, writer: writer)
    }
  }

  fileprivate func bringBack(
    _ id: ID<CareerResource>, read: Int, as person: PersonID
  ) async throws {
    try await act(as: person) { viewer, writer in
      try CareerResource.bringBack(id, read: read, by: viewer, writer: writer)
    }
  }

  /// The work of a morning so many days later; gives of how many somebody was told.
  fileprivate func remind(after days: Int) async throws -> Int {
    let now = Instant(milliseconds: TestWorld.now.milliseconds + Int64(days) * 86_400_000)
    return try await store.write { writer in
      try ResourceReminder.pass(in: TestWorld.make(at: now), writer: writer)
    }
  }

  /// What someone was told of resources, the oldest first.
  fileprivate func told(_ person: PersonID) async throws -> [String] {
    try await store.read { reader in
      try Notice.list(for: person, before: nil, reader: reader).reversed()
        .filter { $0.kind == .mentoring }.map(\.sentence)
    }
  }

  fileprivate func one(_ id: ID<CareerResource>) async throws -> CareerResource {
    try await see(as: cast.office) { viewer, reader in
      try CareerResource.find(id, viewer: viewer, reader: reader)
    }
  }

  fileprivate func titles(_ person: PersonID?) async throws -> [String] {
    try await see(as: person) { viewer, reader in
      try CareerResource.all(viewer: viewer, reader: reader).map(\.title)
    }
  }

  fileprivate func waiting(_ person: PersonID, on today: Day) async throws -> ResourceReview? {
    try await see(as: person, on: today) { viewer, reader in
      try ResourceReview.waiting(viewer: viewer, reader: reader)
    }
  }
}
