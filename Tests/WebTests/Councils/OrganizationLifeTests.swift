import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What people do in organizations, through the pages.
@Suite struct OrganizationLifeTests {
  @Test(arguments: Engine.available)
  func `one click joins, a second changes nothing, and one's own data says it all`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await Association.found(on: site)
      let trainee = site.stage.cast.trainee
      let page = try await site.get(association.path(), as: trainee)
      #expect(page.text.contains("Nobody sees that you joined until you choose so."))
      for _ in 0..<2 {
        let answer = try await site.post(association.path("/join"), as: trainee)
        #expect(answer.status == 303)
        #expect(answer.location?.hasPrefix(association.path("/members")) == true)
      }
      let own = try await site.get("/your-data", as: trainee)
      #expect(own.text.components(separatedBy: "Women in Surgery").count == 2)
      #expect(own.text.contains("Your memberships in organizations"))
      let nonsense = try await site.post(
        association.path("/visibility"), as: trainee, ["visible_to": "the world"])
      #expect(nonsense.status == 422)
      _ = try await site.post(association.path("/leave"), as: trainee)
      let gone = try await site.get("/your-data", as: trainee)
      #expect(gone.text.contains("December 2, 2026"))
    }
  }

  @Test(arguments: Engine.available)
  func `officers edit what is theirs, and change nothing that the office decides`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await Association.found(on: site)
      let (officer, office) = (site.stage.cast.director, site.stage.cast.office)
      let form = try await site.get(association.path("/edit"), as: officer)
      #expect(!form.text.contains("Who finds it"))
      #expect(form.text.contains("the GME office decides"))
      #expect(try await site.get(association.path("/edit"), as: office).text.contains("Who finds"))
      let saved = try await site.post(
        association.path("/edit"), as: officer,
        [
          "name": "Women in Surgery", "purpose": "Another purpose.", "forget_days": "10",
          "kind": "council", "listing": "members", "joining": "seats",
        ])
      #expect(saved.status == 303)
      let kept = try await site.stage.store.read { reader in
        try reader.rows(
          """
          SELECT kind, listing, joining, capacities, purpose FROM organization
          WHERE id = \(association.id)
          """
        ).map(\.values)
      }
      #expect(
        kept == [
          ["association", "everyone", "open", "trainee,faculty,staff", "Another purpose."]
            .map { .text($0) }
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `the list that is downloaded is the list that is seen`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let association = try await Association.found(on: site)
      let cast = site.stage.cast
      _ = try await site.post(association.path("/join"), as: cast.trainee)
      _ = try await site.post(
        association.path("/visibility"), as: cast.trainee, ["visible_to": "members"])
      for (person, sees) in [
        (cast.coordinator, true), (cast.director, true), (cast.office, false), (cast.dio, false),
        (cast.adviser, false), (cast.faculty, false),
      ] {
        let page = try await site.get(association.path("/members"), as: person)
        let file = try await site.get(association.path("/members/export"), as: person)
        #expect(page.text.contains("Tess Núñez") == sees)
        #expect(file.text.contains("Tess Núñez") == sees)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a questioned charter waits on the home pages of those who decide`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await Association.found(on: site)
      let cast = site.stage.cast
      let kept = try await site.post(
        association.path("/charter/edit"), as: cast.director,
        ["content": "We support women.", "criteria": "Open only to women."])
      #expect(kept.status == 303)
      let charter = try await site.get(association.path("/charter"), as: cast.director)
      #expect(charter.text.contains("<mark>Open only to women</mark>"))
      #expect(charter.text.contains("Open to all who support the purpose"))
      #expect(
        !(try await site.get(association.path(), as: cast.trainee)).text.contains("Open only"))
      for person in [cast.office, cast.dio] {
        #expect(try await site.get("/", as: person).text.contains("Wording of the charter"))
      }
      let waiting = try await site.get("/questioned-charters", as: cast.dio)
      let decide = try #require(
        waiting.text.firstMatch(of: /\/charters\/[0-9a-f-]{36}\/override/))
      let path = String(decide.output)
      #expect(try await site.get(path, as: cast.office).status == 404)
      #expect(try await site.post(path, as: cast.dio, ["reason": "x"]).status == 422)
      let decided = try await site.post(
        path, as: cast.dio, ["reason": "Counsel agrees.", "counsel_reference": "OGC-12"])
      #expect(decided.status == 303)
      #expect(try await site.get(association.path(), as: cast.trainee).text.contains("Open only"))
    }
  }

  @Test(arguments: Engine.available)
  func `addresses in posts become links, and nothing else of a post is markup`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await Association.found(on: site)
      let cast = site.stage.cast
      let written = try await site.post(
        association.path("/forum/write"), as: cast.director,
        [
          "title": "<b>Bold</b>",
          "content":
            "See https://example.org/a?b=1&c=2. javascript:alert(1) https://u@evil.org/ <i>no</i>",
        ])
      let thread = try #require(written.location?.split(separator: "?").first.map(String.init))
      let page = try await site.get(thread, as: cast.coordinator)
      #expect(
        page.text.contains(
          #"<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer nofollow">"#))
      #expect(!page.text.contains("<b>Bold") && !page.text.contains("<i>no"))
      #expect(!page.text.contains("href=\"javascript") && !page.text.contains("href=\"https://u@"))
    }
  }

  @Test(arguments: Engine.available)
  func `hours are given, confirmed and handed out to officers alone`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let association = try await Association.found(on: site)
      let cast = site.stage.cast
      let added = try await site.post(
        association.path("/activities/add"), as: cast.director,
        [
          "title": "Fair", "kind": "recruitment", "held_on": "2026-10-30", "planned": "2",
          "partners": "Medical school",
        ])
      let activity = try #require(added.location?.split(separator: "?").first.map(String.init))
      let missing = try await site.post(activity, as: cast.coordinator, ["hours": "1.3"])
      #expect(missing.status == 422)
      #expect(missing.text.contains("steps of a quarter"))
      #expect(missing.text.contains("part of the recruitment team"))
      let given = try await site.post(
        activity, as: cast.coordinator, ["hours": "1.25", "recruitment_team": "yes"])
      #expect(given.status == 303)
      let all = try await site.get(activity, as: cast.director)
      let confirm = try #require(all.text.firstMatch(of: /\/hours\/[0-9a-f-]{36}\/confirm/))
      #expect(try await site.post(String(confirm.output), as: cast.coordinator).status == 404)
      #expect(try await site.post(String(confirm.output), as: cast.director).status == 303)
      let file = try await site.get(association.path("/activities/export"), as: cast.director)
      #expect(file.text.contains("Carl Carlson,1.25,Recruitment team,2026-11-02"))
      for person in [cast.coordinator, cast.office, cast.dio, cast.surgeon] {
        let answer = try await site.get(association.path("/activities/export"), as: person)
        #expect(answer.status == 404)
      }
      #expect(try await site.get(activity, as: cast.office).status == 404)
    }
  }
}
