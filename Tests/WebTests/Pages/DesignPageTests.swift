import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

@Suite struct DesignPageTests {
  @Test func `the page of all components is there in the demonstration alone`() async throws {
    for isDemonstration in [true, false] {
      try await withSite(.sqlite, isDemonstration: isDemonstration) { site in
        let home = try await site.get("/", as: site.stage.cast.trainee)
        #expect(home.text.contains("href=\"/design\"") == isDemonstration)
        for (role, person) in site.stage.cast.viewers {
          let answer = try await site.get("/design", as: person)
          let expected = isDemonstration ? (person == nil ? 303 : 200) : 404
          #expect(answer.status == expected, "\(role)")
        }
      }
    }
  }

  @Test func `it is as light as any page, with one heading and each identifier once`()
    async throws
  {
    try await withSite(.sqlite, isDemonstration: true) { site in
      let page = try await site.get("/design", as: site.stage.cast.trainee)
      #expect(page.text.utf8.count < 32_000)
      #expect(page.text.split(separator: "<h1").count == 2)
      let ids = page.text.split(separator: " id=\"").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
      #expect(ids.count > 40)
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test func `its form answers as forms do, and keeps nothing`() async throws {
    try await withSite(.sqlite, isDemonstration: true) { site in
      let trainee = site.stage.cast.trainee
      let before = try await site.stage.lastAct()
      let back = try await site.post("/design", as: trainee, ["sample-note": "<Half done>"])
      #expect(back.status == 422)
      #expect(back.text.contains("Write a name, such as Ruth Marín."))
      #expect(back.text.contains("&lt;Half done&gt;"))
      let done = try await site.post("/design", as: trainee, ["sample-name": "Ruth"])
      #expect(done.status == 303)
      #expect(try await site.stage.lastAct() == before)
    }
  }
}
