import HTTPTypes
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct LinkPageTests {
  @Test(arguments: Engine.available)
  func `opening a link asks, its button signs in, and it works once`(engine: Engine) async throws {
    try await withDoor(engine) { door in
      let visitor = door.visitor()
      let asked = try await visitor.submit(
        "/sign-in/link", ["address": "p1@hospital.example", "return": "/people"])
      #expect(asked.location == "/sign-in/mailed")
      #expect(try await visitor.get("/sign-in/mailed").text.contains("If we know this address"))
      let link = try await door.mailedLink()
      for _ in 1...3 {
        let scanner = try await door.visitor().get(link)
        #expect(scanner.status == 200)
        #expect(scanner.text.contains("Sign in as Tess Núñez"))
        #expect(scanner.cookies.isEmpty)
      }
      let elsewhere = door.visitor()
      #expect(try await elsewhere.submit(link).location == "/people")
      #expect(try await elsewhere.get("/people").status == 200)
      let again = try await door.visitor().submit(link)
      #expect(again.status == 410)
      #expect(again.cookies.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `of two devices that use one link at once, one gets a session`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.visitor().submit("/sign-in/link", ["address": "p1@hospital.example"])
      let link = try await door.mailedLink()
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 1...5 { group.addTask { try await door.visitor().post(link).status } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.sorted() == [303, 410, 410, 410, 410])
    }
  }

  @Test(arguments: Engine.available)
  func `a link that never was is answered like one that was used`(engine: Engine) async throws {
    try await withDoor(engine) { door in
      try await door.visitor().submit("/sign-in/link", ["address": "p1@hospital.example"])
      let link = try await door.mailedLink()
      try await door.visitor().submit(link)
      let used = try await door.visitor().get(link)
      let never = try await door.visitor().get("/sign-in/link/" + String(repeating: "A", count: 32))
      #expect(used.status == 410 && never.status == 410)
      #expect(used.text == never.text)
    }
  }

  @Test(arguments: Engine.available)
  func `a link in a browser that is someone else ends their session there`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let visitor = try await door.signedIn("p2@hospital.example")
      let before = visitor.copy()
      door.clock.advance(seconds: 1)
      try await door.visitor().submit("/sign-in/link", ["address": "p1@hospital.example"])
      let link = try await door.mailedLink()
      #expect(try await visitor.get(link).text.contains("you are signed in as Sam Okafor"))
      try await visitor.submit(link)
      #expect(try await visitor.get("/sign-in").text.contains("You are here as Tess Núñez"))
      #expect(try await before.get("/people").status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func `pages of links are kept by no cache and send no address elsewhere`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.visitor().submit("/sign-in/link", ["address": "p1@hospital.example"])
      let page = try await door.visitor().get(try await door.mailedLink())
      #expect(page.headers[.cacheControl] == "no-store")
      let policy = try #require(HTTPField.Name("Referrer-Policy"))
      #expect(page.headers[policy] == "same-origin")
      #expect(!page.text.contains("href=\"http"))
    }
  }

  @Test(arguments: Engine.available)
  func `the twenty-first link of an hour is refused with how long to wait`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      for address in ["p1@hospital.example", "px@hospital.example"] {
        let visitor = door.visitor()
        for _ in 1...20 { try await visitor.submit("/sign-in/link", ["address": address]) }
        let answer = try await visitor.submit("/sign-in/link", ["address": address])
        #expect(answer.status == 429)
        #expect(answer.text.contains("ask again in 60 minutes"))
        #expect(answer.text.contains("value=\"\(address)\""))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the office sends someone a link from their page, and nobody else does`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let action = "/people/\(door.cast.trainee.text)/sign-in-link"
      let office = try await door.signedIn("olga@hospital.example")
      let other = try await door.signedIn("pia@hospital.example")
      door.clock.advance(seconds: 1)
      #expect(try await other.submit("/security", to: action).status == 404)
      let page = "/people/\(door.cast.trainee.text)"
      #expect(try await office.get(page).text.contains("action=\"\(action)\""))
      #expect(!(try await other.get(page).text.contains(action)))
      let answer = try await office.submit(page, to: action)
      #expect(answer.location == "/people/\(door.cast.trainee.text)")
      #expect(try await door.mails().first?.recipient == "p1@hospital.example")
      #expect(try await door.visitor().submit(try await door.mailedLink()).location == "/")
    }
  }
}
