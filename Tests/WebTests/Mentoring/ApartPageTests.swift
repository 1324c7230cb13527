import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The page with those whom someone would rather not meet.
@Suite struct ApartPageTests {
  @Test(arguments: Engine.available)
  func `whoever is taken off the list is named in no address`(_ engine: Engine) async throws {
    try await withSite(engine) { site in
      let (trainee, avoided) = (site.stage.cast.trainee, site.stage.cast.surgeon)
      try await site.stage.act(as: trainee) { viewer, writer in
        try Avoidance.add(avoided, by: viewer, writer: writer)
      }
      let page = try await site.get("/mentoring/apart", as: trainee).text
      #expect(page.contains("action=\"/mentoring/apart/remove\""))
      #expect(page.contains("value=\"\(avoided.text)\""))
      #expect(!page.contains("/\(avoided.text)"))
      let nobody = try await site.post("/mentoring/apart/remove", as: trainee)
      #expect(nobody.status == 404)
      let old = try await site.post("/mentoring/apart/\(avoided.text)/remove", as: trainee)
      #expect(old.status == 404)
      #expect(try await Self.count(trainee, site) == 1)
      let removed = try await site.post(
        "/mentoring/apart/remove", as: trainee, ["person": avoided.text])
      #expect(removed.status == 303)
      #expect(removed.location?.contains(avoided.text) == false)
      #expect(try await Self.count(trainee, site) == 0)
    }
  }

  private static func count(_ person: PersonID, _ site: TestSite) async throws -> Int {
    try await site.stage.see(as: person) { viewer, reader in
      try Avoidance.own(viewer: viewer, reader: reader).count
    }
  }
}
