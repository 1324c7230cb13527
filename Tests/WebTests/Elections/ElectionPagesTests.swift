import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// The pages on which an election is set up, and on which people stand.
@Suite struct ElectionPagesTests {
  private func begin(_ ward: Ward, _ site: TestSite) async throws -> String {
    let answer = try await site.post(
      "/organizations/\(ward.organization.text)/elections/begin", as: ward.chief, ward.typed)
    #expect(answer.status == 303)
    return try #require(answer.location?.split(separator: "/").last.map(String.init))
  }

  private func announced(_ ward: Ward, _ site: TestSite) async throws -> String {
    let id = try await begin(ward, site)
    #expect(try await site.post("/elections/\(id)/announce", as: ward.chief).status == 303)
    return id
  }

  @Test(arguments: Engine.available)
  func `an election goes from a draft to voting by its own pages`(_ engine: Engine) async throws {
    try await withWardSite(engine) { ward, site in
      let id = try await begin(ward, site)
      let draft = try await site.get("/elections/\(id)", as: ward.chief)
      #expect(draft.text.contains("Announce it"))
      #expect(try await site.get("/elections/\(id)", as: ward.lee).status == 404)
      #expect(try await site.post("/elections/\(id)/announce", as: ward.chief).status == 303)
      for person in [ward.chief, ward.lee, ward.kim] {
        let answer = try await site.post(
          "/elections/\(id)/stand", as: person, ["statement": "Why <b>me</b>."])
        #expect(answer.status == 303)
      }
      let page = try await site.get("/elections/\(id)", as: ward.cast.trainee)
      #expect(page.text.contains("Why &lt;b&gt;me&lt;/b&gt;."))
      #expect(!page.text.contains("Open the voting"))
      let early = try await site.post("/elections/\(id)/open", as: ward.chief)
      #expect(early.status == 422)
      #expect(early.text.contains("Nominations are open until November 6, 2026, 5:00 pm."))
      try await ward.turnToVoting(id)
      let office = try await site.post("/elections/\(id)/open", as: ward.cast.office)
      #expect(office.status == 403)
      #expect(try await site.post("/elections/\(id)/open", as: ward.chief).status == 303)
      let open = try await site.get("/elections/\(id)", as: ward.lee)
      #expect(open.text.contains("/elections/\(id)/ballot"))
      #expect(try await site.get("/", as: ward.lee).text.contains("Vote in “Delegates”"))
      #expect(try await !site.get("/", as: ward.pat).text.contains("Vote in “Delegates”"))
    }
  }

  @Test(arguments: Engine.available)
  func `a form with problems comes back with everything that was typed`(
    _ engine: Engine
  ) async throws {
    try await withWardSite(engine) { ward, site in
      var typed = ward.typed
      typed["seats"] = "9"
      typed["title"] = "Delegates of all"
      let path = "/organizations/\(ward.organization.text)/elections/begin"
      let answer = try await site.post(path, as: ward.chief, typed)
      #expect(answer.status == 422)
      #expect(answer.text.contains("There are 2 seats of this sort."))
      #expect(answer.text.contains("value=\"Delegates of all\""))
      #expect(answer.text.contains("value=\"2026-11-12T17:00\""))
      for person in [ward.cast.office, ward.cast.administrator, ward.lee] {
        #expect(try await site.get(path, as: person).status == 404)
        #expect(try await site.post(path, as: person, ward.typed).status == 403)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a nominee reads of a proposal, and others once it is accepted`(
    _ engine: Engine
  ) async throws {
    try await withWardSite(engine) { ward, site in
      let id = try await announced(ward, site)
      let proposed = try await site.post(
        "/elections/\(id)/propose", as: ward.lee, ["person": "kim@hospital.example"])
      #expect(proposed.status == 303)
      #expect(try await site.get("/", as: ward.kim).text.contains("You were proposed"))
      #expect(try await site.get("/elections/\(id)", as: ward.kim).text.contains("Accept"))
      for person in [ward.chief, ward.officer, ward.cast.office, ward.cast.trainee] {
        let page = try await site.get("/elections/\(id)", as: person)
        #expect(!page.text.contains("Kim Doe"))
      }
      let again = try await site.post(
        "/elections/\(id)/propose", as: ward.chief, ["person": "kim@hospital.example"])
      #expect(again.status == 422)
      _ = try await site.post("/elections/\(id)/stand", as: ward.kim)
      #expect(try await site.get("/elections/\(id)", as: ward.chief).text.contains("Kim Doe"))
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is left out reads why, asks, and is answered; nobody else reads of it`(
    _ engine: Engine
  ) async throws {
    try await withWardSite(engine) { ward, site in
      let id = try await announced(ward, site)
      let own = try await site.get("/elections/\(id)", as: ward.pat)
      #expect(own.text.contains("your standing is not a good one"))
      let asked = try await site.post(
        "/elections/\(id)/correction", as: ward.pat, ["wish": "It is over since May."])
      #expect(asked.status == 303)
      let list = try await site.get("/elections/\(id)/corrections", as: ward.officer)
      let path = try #require(list.text.firstMatch(of: /\/corrections\/[0-9a-f-]{36}/))
      for person in [ward.chief, ward.cast.office, ward.cast.administrator, ward.lee] {
        #expect(try await site.get("/elections/\(id)/corrections", as: person).status == 404)
        #expect(try await site.get(String(path.output), as: person).status == 404)
        let page = try await site.get("/elections/\(id)", as: person)
        #expect(!page.text.contains("Pat Doe"))
      }
      let ruled = try await site.post(
        String(path.output), as: ward.officer, ["ruling": "added"])
      #expect(ruled.status == 303)
      let page = try await site.get("/elections/\(id)", as: ward.pat)
      #expect(page.text.contains("You will be on the roll."))
      let preview = try await site.get("/elections/\(id)/electorate", as: ward.chief)
      #expect(preview.text.contains("5 trainees may vote"))
      #expect(try await site.get("/elections/\(id)/electorate", as: ward.lee).status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func `an election's page takes as many queries with thirty candidates as with three`(
    _ engine: Engine
  ) async throws {
    let trace = StatementTrace()
    try await withWardSite(engine, trace: trace) { ward, site in
      let id = try await announced(ward, site)
      for person in [ward.chief, ward.lee, ward.kim] {
        _ = try await site.post("/elections/\(id)/stand", as: person)
      }
      func queries() async throws -> Int {
        _ = try await site.get("/elections/\(id)", as: ward.chief)
        _ = trace.take()
        #expect(try await site.get("/elections/\(id)", as: ward.chief).status == 200)
        return trace.take().count
      }
      let few = try await queries()
      try await ward.stage.store.write { writer in
        try writer.execute(
          """
          INSERT INTO candidate (id, election_id, person_id, state, statement, proposed_at)
          SELECT person_id, \(id), person_id, 'accepted', '', '2026-11-02T15:00:00.000Z'
          FROM directory_entry
          WHERE person_id NOT IN (SELECT person_id FROM candidate)
          """)
      }
      #expect(try await queries() == few)
    }
  }

  @Test(arguments: Engine.available)
  func `search, the audit trail and one's own data know of elections`(
    _ engine: Engine
  ) async throws {
    try await withWardSite(engine) { ward, site in
      let id = try await announced(ward, site)
      _ = try await site.post("/elections/\(id)/stand", as: ward.lee, ["statement": "Rested."])
      #expect(
        try await site.get("/search?q=deleg", as: ward.kim).text.contains("/elections/\(id)"))
      #expect(try await site.get("/your-data", as: ward.lee).text.contains("Rested."))
      let trail = try await site.get("/audit", as: ward.cast.administrator)
      #expect(trail.text.contains("Election announced"))
    }
  }
}
