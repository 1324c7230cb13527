import FoundationEssentials
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct ForeignFormTests {
  @Test(arguments: Engine.available)
  func `a form without its token or from another site changes nothing`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      let visitor = try await door.signedIn("p1@hospital.example")
      let other = try await door.signedIn("p2@hospital.example")
      let token = try #require(try await visitor.get("/security").hidden("form-token"))
      let foreign = try #require(try await other.get("/security").hidden("form-token"))
      for path in ["/sign-out", "/security/sessions/end-others", "/security/second-factor/start"] {
        #expect(try await visitor.post(path).status == 403)
        #expect(try await visitor.post(path, ["form-token": foreign]).status == 403)
        for site in ["cross-site", "same-site", "none"] {
          #expect(try await visitor.post(path, ["form-token": token], site: site).status == 403)
        }
        for origin in ["https://evil.example", "null", nil] {
          let answer = try await visitor.post(
            path, ["form-token": token], site: nil, origin: origin)
          #expect(answer.status == 403)
        }
      }
      #expect(try await visitor.get("/people").status == 200)
      let own = try await visitor.post(
        "/sign-out", ["form-token": token], site: nil, origin: "http://localhost")
      #expect(own.status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody is signed in by a form on another site`(engine: Engine) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("p1@hospital.example")
      let answer = try await door.visitor().post(
        "/sign-in", ["address": "p1@hospital.example", "password": Door.password],
        site: "cross-site")
      #expect(answer.status == 403)
      #expect(answer.cookies.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `a token that someone planted is no session, before and after signing in`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("p1@hospital.example")
      let visitor = door.visitor()
      visitor.sessionToken = "planted-by-someone-else"
      let answer = try await visitor.submit(
        "/sign-in", ["address": "p1@hospital.example", "password": Door.password])
      #expect(answer.status == 303)
      #expect(visitor.sessionToken != "planted-by-someone-else")
      let planter = door.visitor()
      planter.sessionToken = "planted-by-someone-else"
      #expect(try await planter.get("/people").status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func `someone who is deactivated is out at their next request, and stays out`(
    engine: Engine
  ) async throws {
    try await withDoor(engine) { door in
      try await door.givePassword("p1@hospital.example")
      let visitor = try await door.signedIn("p1@hospital.example")
      #expect(try await visitor.get("/people").status == 200)
      let office = try await door.signedIn("olga@hospital.example")
      let page = "/people/\(door.cast.trainee.text)"
      try await office.submit(page, to: page + "/deactivate")
      #expect(try await visitor.get("/people").status == 303)
      let again = try await door.visitor().submit(
        "/sign-in", ["address": "p1@hospital.example", "password": Door.password])
      #expect(again.status == 422)
      // What has ended stays ended when it is taken back.
      try await office.submit(page, to: page + "/reactivate")
      #expect(try await visitor.get("/people").status == 303)
    }
  }
}
