import HTTPTypes
import Kernel
import SQLStore
import StoreTestSupport
import Testing

@Suite struct SignInPageTests {
  @Test(arguments: Engine.available)
  func `a person signs in with a password and comes to the page they wanted`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("p1@hospital.example")
      let visitor = door.visitor()
      let sentAway = try await visitor.get("/people?q=na")
      #expect(sentAway.status == 303)
      #expect(sentAway.location == "/sign-in?return=%2Fpeople%3Fq%3Dna")
      let page = try await visitor.get(sentAway.location ?? "")
      #expect(page.hidden("return") == "/people?q=na")
      let answer = try await visitor.submit(
        "/sign-in",
        [
          "address": "P1@hospital.example", "password": Door.password,
          "return": "/people?q=na",
        ])
      #expect(answer.status == 303)
      #expect(answer.location == "/people?q=na")
      #expect(try await visitor.get("/people?q=na").status == 200)
    }
  }

  @Test(arguments: Engine.available)
  func `the form tells password keepers what is what, and has no fields to paste into by hand`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let page = try await door.visitor().get("/sign-in").text
      for part in [
        "autocomplete=\"username\"", "autocomplete=\"current-password\"", "type=\"email\"",
        "formaction=\"/sign-in/link\"",
      ] { #expect(page.contains(part)) }
      #expect(!page.contains("onpaste"))
      #expect(!page.contains("Choose who to be"))
    }
  }

  @Test(arguments: Engine.available)
  func `a wrong password gives the address back and never the password`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let typed = "a secret that nobody sees again"
      let answer = try await door.visitor().submit(
        "/sign-in",
        ["address": "p1@hospital.example", "password": typed, "return": "/people"])
      #expect(answer.status == 422)
      #expect(answer.text.contains("value=\"p1@hospital.example\""))
      #expect(answer.text.contains("aria-invalid=\"true\""))
      #expect(answer.text.contains("href=\"#password\""))
      #expect(answer.hidden("return") == "/people")
      #expect(!answer.text.contains(typed))
      #expect(answer.cookies.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `known and unknown addresses are answered with the same bytes`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("p1@hospital.example")
      for path in ["/sign-in", "/sign-in/link"] {
        var answers: [String] = []
        for address in ["p1@hospital.example", "p2@hospital.example", "px@hospital.example"] {
          let answer = try await door.visitor().submit(
            path, ["address": address, "password": "not the password"])
          answers.append(
            "\(answer.status) \(answer.location ?? "") \(answer.cookies) "
              + answer.text.replacing(address, with: "address"))
        }
        #expect(Set(answers).count == 1)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `nothing typed is two problems, each at its field`(engine: Engine) async throws {
    try await withDoor(engine) { door in
      let answer = try await door.visitor().submit("/sign-in")
      #expect(answer.status == 422)
      for field in ["address", "password"] {
        #expect(answer.text.contains("id=\"\(field)-error\""))
        #expect(answer.text.contains("href=\"#\(field)\""))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `too many attempts are answered with how long to wait, and the wait passes`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("p1@hospital.example")
      let visitor = door.visitor()
      for _ in 1...21 {
        try await visitor.submit("/sign-in", ["address": "p1@hospital.example", "password": "x"])
      }
      let right = ["address": "p1@hospital.example", "password": Door.password]
      let answer = try await visitor.submit("/sign-in", right)
      #expect(answer.status == 429)
      #expect(answer.text.contains("Try again in 1 second."))
      #expect(answer.text.contains("value=\"p1@hospital.example\""))
      door.clock.advance(seconds: 1)
      #expect(try await visitor.submit("/sign-in", right).status == 303)
    }
  }

  @Test(
    arguments: Engine.available,
    [
      "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
      "/sign-in", "/sign-out", "people", "/people\r\nSet-Cookie: a=b", "\\/evil.example",
    ])
  func `a return address that leads elsewhere leads home`(
    engine: Engine, target: String
  ) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("p1@hospital.example")
      let answer = try await door.visitor().submit(
        "/sign-in",
        ["address": "p1@hospital.example", "password": Door.password, "return": target])
      #expect(answer.location == "/")
      try await door.visitor().submit(
        "/sign-in/link", ["address": "p2@hospital.example", "return": target])
      let byLink = try await door.visitor().submit(try await door.mailedLink())
      #expect(byLink.location == "/")
    }
  }

  @Test(arguments: Engine.available)
  func `someone signed in sees that they are, and signs out by a form alone`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let visitor = try await door.signedIn("p1@hospital.example")
      #expect(try await visitor.get("/sign-in").text.contains("You are here as Tess Núñez"))
      #expect(try await visitor.get("/sign-out").status == 404)
      let thief = visitor.copy()
      let answer = try await visitor.submit("/sign-in", to: "/sign-out")
      #expect(answer.location == "/sign-in")
      #expect(visitor.sessionToken == nil)
      #expect(try await thief.get("/people").status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func `the session's cookie is for this site, this host and no script`(
    engine: Engine
  ) async throws {
    try await withDoor(engine, address: "https://gme.hospital.example") { door in
      let visitor = door.visitor()
      try await visitor.submit("/sign-in/link", ["address": "p1@hospital.example"])
      let body = try await door.mails().first?.body ?? ""
      let path = body.split(separator: "\n").first { $0.contains("/link/") } ?? ""
      let answer = try await visitor.submit(
        String(path.dropFirst("https://gme.hospital.example".count)))
      let cookie = try #require(answer.cookies.first)
      #expect(cookie.hasPrefix("__Host-housestaff="))
      #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
      #expect(answer.headers[.strictTransportSecurity] != nil)
      #expect(answer.headers[.cacheControl] == "no-store")
    }
  }
}
