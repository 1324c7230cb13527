import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct DemonstrationPageTests {
  private func cast(_ door: Door) async throws {
    let now = door.clock.now
    try await door.store.write { writer in
      for (role, person) in [
        ("resident", door.cast.trainee), ("gme_office", door.cast.office),
      ] {
        try writer.execute(
          """
          INSERT INTO setting (name, content, changed_at)
          VALUES (\("demo_role_" + role), \(person), \(now))
          """)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `in a demonstration anyone is whom they choose, without a second factor`(
    engine: Engine
  ) async throws {
    try await withDoor(engine, isDemonstration: true) { door in
      try await cast(door)
      let visitor = door.visitor()
      #expect(try await visitor.get("/sign-in").text.contains("href=\"/demonstration\""))
      let page = try await visitor.get("/demonstration").text
      #expect(page.contains("Tess Núñez") && page.contains("Olga Olgason"))
      let answer = try await visitor.submit(
        "/demonstration", ["person": door.cast.office.text])
      #expect(answer.location == "/")
      let home = try await visitor.get("/")
      #expect(home.text.contains("Demonstration."))
      #expect(!home.text.contains("Set up a second factor"))
      let before = visitor.copy()
      try await visitor.submit("/demonstration", ["person": door.cast.trainee.text])
      #expect(try await visitor.get("/").text.contains("Tess Núñez"))
      #expect(try await before.get("/people").status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func `in a demonstration nobody becomes someone who is not offered`(
    engine: Engine
  ) async throws {
    try await withDoor(engine, isDemonstration: true) { door in
      try await cast(door)
      for person in [door.cast.administrator.text, "x", ""] {
        let answer = try await door.visitor().submit("/demonstration", ["person": person])
        #expect(answer.status == 404)
        #expect(answer.cookies.isEmpty)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `in a real site there is no such address, for nobody and from nowhere`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await cast(door)
      let visitors = [
        door.visitor(), try await door.signedIn("p1@hospital.example"),
        try await door.signedIn("ada@hospital.example"),
      ]
      for visitor in visitors {
        #expect(try await visitor.get("/demonstration").status == 404)
        let fields = ["person": door.cast.office.text]
        #expect(try await visitor.submit("/security", to: "/demonstration", fields).status == 404)
        #expect(try await visitor.post("/demonstration", fields, site: "cross-site").status == 404)
      }
    }
  }
}
