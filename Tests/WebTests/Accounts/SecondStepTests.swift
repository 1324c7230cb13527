import Kernel
import SQLStore
import StoreTestSupport
import Testing

@Suite struct SecondStepTests {
  @Test(arguments: Engine.available)
  func `after the password comes the code, and until then nothing else is open`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("p1@hospital.example")
      let app = try await door.giveSecondFactor(try await door.signedIn("p1@hospital.example"))
      let visitor = door.visitor()
      let first = try await visitor.submit(
        "/sign-in",
        ["address": "p1@hospital.example", "password": Door.password, "return": "/people"])
      #expect(first.location == "/sign-in/second-factor?return=%2Fpeople")
      let halfway = visitor.copy()
      for path in ["/people", "/", "/security"] {
        let answer = try await visitor.get(path)
        #expect(answer.status == 303)
        #expect(answer.location?.hasPrefix("/sign-in/second-factor") == true)
      }
      let page = try await visitor.get(first.location ?? "")
      #expect(page.text.contains("autocomplete=\"one-time-code\""))
      #expect(page.hidden("return") == "/people")
      let wrong = try await visitor.submit("/sign-in/second-factor", ["code": "000000"])
      #expect(wrong.status == 422)
      #expect(wrong.text.contains("id=\"code-error\""))
      let right = try await visitor.submit(
        "/sign-in/second-factor", ["code": door.code(app), "return": "/people"])
      #expect(right.location == "/people")
      #expect(try await visitor.get("/people").status == 200)
      // The token from before the second factor is worth nothing.
      #expect(visitor.sessionToken != halfway.sessionToken)
      #expect(try await halfway.get("/people").location == "/sign-in?return=%2Fpeople")
    }
  }

  @Test(arguments: Engine.available)
  func `a code that was used does not work again`(engine: Engine) async throws {
    try await withDoor(engine) { door in
      let app = try await door.giveSecondFactor(try await door.signedIn("p1@hospital.example"))
      let first = try await door.signedIn("p1@hospital.example")
      let second = try await door.signedIn("p1@hospital.example")
      let code = ["code": door.code(app)]
      #expect(try await first.submit("/sign-in/second-factor", code).status == 303)
      #expect(try await second.submit("/sign-in/second-factor", code).status == 422)
    }
  }

  @Test(arguments: Engine.available)
  func `guessing codes is answered with how long to wait`(engine: Engine) async throws {
    try await withDoor(engine) { door in
      let app = try await door.giveSecondFactor(try await door.signedIn("p1@hospital.example"))
      let visitor = try await door.signedIn("p1@hospital.example")
      for _ in 1...6 { try await visitor.submit("/sign-in/second-factor", ["code": "000000"]) }
      let right = try await visitor.submit("/sign-in/second-factor", ["code": door.code(app)])
      #expect(right.status == 429)
      #expect(right.text.contains("Try again in 2 seconds."))
      #expect(try await visitor.get("/people").status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func `someone with a role and a password is led to set one up, then gets recovery codes once`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("olga@hospital.example")
      let visitor = door.visitor()
      let first = try await visitor.submit(
        "/sign-in", ["address": "olga@hospital.example", "password": Door.password])
      #expect(first.location == "/sign-in/second-factor")
      #expect(try await visitor.get("/people").status == 303)
      let page = try await visitor.get("/sign-in/second-factor")
      #expect(page.text.contains("<svg viewBox"))
      let app = try #require(Door.app(on: page))
      let on = try await visitor.submit("/sign-in/second-factor", ["code": door.code(app)])
      #expect(on.location == "/security/recovery-codes")
      let codes = try await visitor.submit("/security/recovery-codes")
      let sheet = codes.text.split(separator: "id=\"codes\">").last ?? ""
      #expect(sheet.split(separator: "</ol>")[0].split(separator: "<li>").count == 10)
      #expect(!(try await visitor.get("/security/recovery-codes")).text.contains("id=\"codes\""))
      #expect(try await visitor.get("/people").status == 200)
    }
  }

  @Test(arguments: Engine.available)
  func `by a link they get in, and it stands on their home page as due`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let office = try await door.signedIn("olga@hospital.example")
      #expect(try await office.get("/").text.contains("Set up a second factor"))
      let resident = try await door.signedIn("p1@hospital.example")
      #expect(!(try await resident.get("/").text.contains("Set up a second factor")))
    }
  }

  @Test(arguments: Engine.available)
  func `without a session the second step is no page`(engine: Engine) async throws {
    try await withDoor(engine) { door in
      let visitor = door.visitor()
      let path = "/sign-in/second-factor"
      let statuses = [
        try await visitor.get(path).status, try await visitor.post(path, ["code": "1"]).status,
      ]
      #expect(statuses == [303, 303])
    }
  }
}
