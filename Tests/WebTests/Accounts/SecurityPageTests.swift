import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct SecurityPageTests {
  @Test(arguments: Engine.available)
  func `a person sees where they are signed in and ends the others`(engine: Engine) async throws {
    try await withDoor(engine) { door in
      let other = try await door.signedIn("p1@hospital.example")
      let visitor = try await door.signedIn("p1@hospital.example")
      let page = try await visitor.get("/security")
      #expect(page.text.contains("Firefox on Linux"))
      #expect(page.text.split(separator: "This one").count == 2)
      let end = try #require(page.text.split(separator: "/security/sessions/").dropFirst().first)
      let answer = try await visitor.submit(
        "/security", to: "/security/sessions/\(end.prefix(36))/end")
      #expect(answer.status == 303)
      #expect(try await other.get("/people").status == 303)
      #expect(try await visitor.get("/people").status == 200)
      #expect(
        try await visitor.submit(
          "/security", to: "/security/sessions/\(end.prefix(36))/end"
        ).status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func `setting a password names each problem at its field and never repeats what was typed`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let visitor = try await door.signedIn("p1@hospital.example")
      let answer = try await visitor.submit(
        "/security/password", ["new-password": "tooshort#1", "new-password-again": "other"])
      #expect(answer.status == 422)
      #expect(answer.text.contains("id=\"new-password-error\""))
      #expect(answer.text.contains("id=\"new-password-again-error\""))
      #expect(!answer.text.contains("tooshort#1"))
      #expect(answer.text.contains("autocomplete=\"new-password\""))
    }
  }

  @Test(arguments: Engine.available)
  func `an old sign-in has to show a link or the password before anything is changed`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let visitor = try await door.signedIn("p1@hospital.example")
      door.clock.advance(seconds: 600)
      let page = try await visitor.get("/security/password")
      #expect(page.text.contains("First show that it is you"))
      let typed = [
        "new-password": Door.password, "new-password-again": Door.password,
        "form-token": page.hidden("form-token") ?? "",
      ]
      #expect(try await visitor.post("/security/password", typed).status == 403)
      let link = try await visitor.submit(
        "/security/password", to: "/sign-in/link",
        ["address": "p1@hospital.example", "return": "/security/password"])
      #expect(link.status == 303)
      let back = try await visitor.submit(try await door.mailedLink())
      #expect(back.location == "/security/password")
      #expect(try await visitor.submit("/security/password", typed).status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func `an old sign-in shows the password before a second factor is set up`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("p1@hospital.example")
      let visitor = try await door.signedIn("p1@hospital.example")
      let path = "/security/second-factor"
      try await visitor.submit(path, to: path + "/start")
      let app = try #require(Door.app(on: try await visitor.get(path)))
      door.clock.advance(seconds: 600)
      #expect(Door.app(on: try await visitor.get(path)) == nil)
      #expect(try await visitor.submit(path, ["code": door.code(app)]).status == 422)
      let wrong = try await visitor.submit(
        path, to: path + "/start", ["current-password": "not the password"])
      #expect(wrong.status == 422)
      try await visitor.submit(
        path, to: path + "/start", ["current-password": Door.password])
      #expect(Door.app(on: try await visitor.get(path)) == app)
      let on = try await visitor.submit(path, ["code": door.code(app)])
      #expect(on.location == "/security/recovery-codes?return=%2Fsecurity")
    }
  }

  @Test(arguments: Engine.available)
  func `a password, a second factor and their removal stand on the page`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let visitor = try await door.signedIn("p1@hospital.example")
      try await visitor.submit(
        "/security/password",
        ["new-password": Door.password, "new-password-again": Door.password])
      let app = try await door.giveSecondFactor(visitor)
      let page = try await visitor.get("/security").text
      #expect(page.contains("href=\"/security/password/remove\""))
      #expect(page.contains("You have no recovery codes."))
      let wrong = try await visitor.submit("/security/second-factor/remove", ["code": "1"])
      #expect(wrong.status == 422)
      let removed = try await visitor.submit(
        "/security/second-factor/remove", ["code": door.code(app)])
      #expect(removed.location == "/security")
      try await visitor.submit("/security/password/remove")
      #expect(try await visitor.get("/security").text.contains("href=\"/security/second-factor\""))
    }
  }

  @Test(arguments: Engine.available)
  func `an administrator decides who must have a second factor`(engine: Engine) async throws {
    try await withDoor(engine) { door in
      let administrator = try await door.signedIn("ada@hospital.example")
      let rule = "/settings/sign-in"
      #expect(try await administrator.submit(rule, ["second-factor": "maybe"]).status == 422)
      #expect(try await administrator.submit(rule, ["second-factor": "always"]).status == 303)
      let office = try await door.signedIn("olga@hospital.example")
      #expect(try await office.get("/people").location?.hasPrefix("/sign-in/second") == true)
      let resident = try await door.signedIn("p1@hospital.example")
      #expect(try await resident.get("/people").status == 200)
    }
  }

  @Test(arguments: Engine.available)
  func `a lost second factor is taken away by an administrator alone`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let resident = try await door.signedIn("p1@hospital.example")
      _ = try await door.giveSecondFactor(resident)
      let action = "/people/\(door.cast.trainee.text)/second-factor/reset"
      let office = try await door.signedIn("olga@hospital.example")
      #expect(try await office.submit("/security", to: action).status == 404)
      let administrator = try await door.signedIn("ada@hospital.example")
      #expect(try await administrator.submit("/security", to: action).status == 303)
      #expect(try await resident.get("/people").status == 303)
      #expect(try await door.signedIn("p1@hospital.example").get("/people").status == 200)
    }
  }
}
