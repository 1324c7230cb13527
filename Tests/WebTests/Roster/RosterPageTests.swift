import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// What must, and what must not, stand in the pages of people.
@Suite struct RosterPageTests {
  @Test(arguments: Engine.available)
  func `the list shows who is here and nothing of their record`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      for (role, person) in cast.viewers where person != nil {
        let page = try await site.get("/people", as: person)
        #expect(page.status == 200, "\(role)")
        for shown in ["Tess Núñez", "Sam Okafor", "PGY-3", "Internal Medicine"] {
          #expect(page.text.contains(shown), "\(role): \(shown)")
        }
        for hidden in ["Fay Larsen", "Uma Patel", "Theresa", "Leave", ">P1<", "MD"] {
          #expect(!page.text.contains(hidden), "\(role): \(hidden)")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `who has left is listed for those who answer for them alone`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      for path in ["/people?presence=former", "/people/export?presence=former"] {
        for (role, person) in cast.viewers where person != nil {
          let page = try await site.get(path, as: person)
          let answers = ["administrator", "office", "dio", "director", "coordinator"]
          #expect(page.text.contains("Fay Larsen") == answers.contains(role), "\(role), \(path)")
        }
      }
      let search = try await site.get("/search?q=larsen", as: cast.faculty)
      #expect(!search.text.contains("Fay Larsen"))
    }
  }

  @Test(arguments: Engine.available)
  func `a person's page is the same nothing for hidden and for absent`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let unknown = "0199f000-0000-7000-8000-000000000000"
      for path in ["", "/roles", "/record"] {
        let hidden = try await site.get("/people/\(cast.former.text)\(path)", as: cast.faculty)
        let absent = try await site.get("/people/\(unknown)\(path)", as: cast.faculty)
        #expect(hidden.status == 404)
        #expect(
          hidden.text.replacing(cast.former.text, with: unknown) == absent.text, "\(path)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a page of someone on leave says nothing of it to colleagues`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      for person in [cast.faculty, cast.trainee, cast.director, cast.steward, cast.adviser] {
        for path in ["", "/roles"] {
          let page = try await site.get("/people/\(cast.other.text)\(path)", as: person)
          #expect(page.status == 200)
          for hidden in ["eave of", "tanding", "P2<", "2029", "/record"] {
            #expect(!page.text.contains(hidden), "\(hidden)")
          }
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `opening a record is announced, recorded and shown`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let path = "/people/\(cast.other.text)/record"
      let gate = try await site.get(path, as: cast.office)
      #expect(gate.text.contains("Opening this is recorded and shown to the person"))
      #expect(!gate.text.contains("Leave of absence"))
      let none = try await site.get("/who-opened-my-record", as: cast.other)
      #expect(none.text.contains("Nobody has opened your record"))
      let record = try await site.post(path, as: cast.office)
      #expect(record.status == 200)
      #expect(record.text.contains("Leave of absence"))
      #expect(record.text.contains("P2"))
      let reads = try await site.get("/who-opened-my-record", as: cast.other)
      #expect(reads.text.contains("Olga Olgason"))
      let own = try await site.get(path, as: cast.other)
      #expect(own.text.contains("Leave of absence"))
      #expect(!own.text.contains("Opening this is recorded"))
    }
  }

  @Test(arguments: Engine.available)
  func `a form that is not right comes back with what was typed`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let back = try await site.post(
        "/people/add", as: cast.office,
        [
          "family_name": "<Núñez>", "capacity": "trainee", "address": "OLGA@hospital.example",
        ])
      #expect(back.status == 422)
      #expect(back.text.contains("&lt;Núñez&gt;"))
      #expect(back.text.contains("Olga Olgason has this address already"))
      let made = try await site.post(
        "/people/add", as: cast.office,
        ["family_name": "New", "capacity": "trainee", "address": "new@hospital.example"])
      #expect(made.status == 303)
      let appointment = try #require(made.location)
      #expect(appointment.hasSuffix("/appointments/add"))
      let wrong = try await site.post(
        appointment, as: cast.office,
        [
          "program": "medicin", "level": "99", "standing": "active",
          "starts_on": "2026-07-01", "ends_on": "2026-06-30",
        ])
      #expect(wrong.status == 422)
      #expect(wrong.text.contains("number from 1 to 12"))
      let right = try await site.post(
        appointment, as: cast.office,
        [
          "program": "Internal Medicine (1401500004)", "level": "1", "standing": "active",
          "starts_on": "2026-07-01", "ends_on": "2029-06-30",
        ])
      #expect(right.status == 303)
      let list = try await site.get("/people?q=new&pgy=1", as: cast.faculty)
      #expect(list.text.contains("new@<wbr>hospital.example"))
    }
  }

  @Test(arguments: Engine.available)
  func `a role is granted, deputized and ended by its pages`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let grant = "/programs/\(cast.generalSurgery.text)/roles/grant"
      let refused = try await site.post(
        grant, as: cast.office, ["role": "program_director", "person": "Frank Frankson"])
      #expect(refused.status == 422)
      #expect(refused.text.contains("one director at a time, and Gus Gusson is it"))
      #expect(refused.text.contains("Frank Frankson"))
      let granted = try await site.post(
        grant, as: cast.office, ["role": "program_coordinator", "person": "frank@hospital.example"])
      #expect(granted.status == 303)
      let roles = try await site.get("/people/\(cast.faculty.text)/roles", as: cast.faculty)
      #expect(roles.text.contains("Program coordinator"))
      let deputy = try #require(roles.path(endingIn: "/deputy"))
      let named = try await site.post(deputy, as: cast.faculty, ["person": "Stella Stellason"])
      #expect(named.status == 303)
      let program = try await site.get(
        "/programs/\(cast.generalSurgery.text)", as: cast.trainee)
      #expect(program.text.contains("Stella Stellason"))
      let ofDeputy = try await site.get("/people/\(cast.steward.text)/roles", as: cast.faculty)
      let end = try #require(ofDeputy.path(endingIn: "/end"))
      let confirm = try await site.get(end, as: cast.faculty)
      #expect(confirm.status == 200)
      let ended = try await site.post(
        end.replacing("/end", with: "/revoke"), as: cast.faculty)
      #expect(ended.status == 303)
      let after = try await site.get("/programs/\(cast.generalSurgery.text)", as: cast.trainee)
      #expect(!after.text.contains("Stella Stellason"))
    }
  }

  @Test(arguments: Engine.available)
  func `what looks like a formula is text in every export`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      try await site.stage.act(as: cast.office) { viewer, writer in
        var draft = PersonDraft(
          try Person.toEdit(cast.trainee, viewer: viewer, reader: writer))
        draft.name.preferred = "=HYPERLINK(\"http://x.example\")"
        try Person.edit(cast.trainee, draft, by: viewer, to: writer)
        try Program.edit(
          cast.internalMedicine,
          ProgramDraft(name: "@Medicine", department: cast.medicine), by: viewer, to: writer)
      }
      let people = try await site.get("/people/export", as: cast.faculty)
      #expect(people.text.contains("'=HYPERLINK"))
      #expect(people.text.contains("'@Medicine"))
      let programs = try await site.get("/programs/export", as: cast.faculty)
      #expect(programs.text.contains("'@Medicine"))
    }
  }

  @Test(arguments: Engine.available)
  func `notices lead to pages that their readers may open`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      _ = try await site.post("/people/\(cast.trainee.text)/record", as: cast.office)
      let told = try await site.stage.store.read { reader in
        try reader.rows("SELECT DISTINCT person, path FROM notice").map { row in
          (PersonID(stored: try row.text("person")), try row.text("path"))
        }
      }
      #expect(Set(told.map(\.1)).count > 5)
      for (person, path) in told {
        let page = try await site.get(path, as: person)
        #expect(page.status == 200, "\(path)")
      }
    }
  }
}

extension TestSite.Answer {
  /// The first address in the page that ends like this.
  func path(endingIn end: String) -> String? {
    text.split(separator: "href=\"").compactMap { $0.split(separator: "\"").first }
      .first { $0.hasSuffix(end) }.map(String.init)
  }

  /// All addresses of this site in the page.
  var paths: Set<String> {
    let all = text.split(separator: "href=\"").dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
    return Set(all.filter { $0.hasPrefix("/") }.map { $0.replacing("&amp;", with: "&") })
  }
}
