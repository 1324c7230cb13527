import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The rollover as the office sees it; the cast's clock stands in November 2026, so the present
/// year is at hand.
@Suite struct RolloverPageTests {
  /// Levels as they stood since before the first day, so that the present year waits.
  private func unturned(_ site: TestSite) async throws {
    let cast = site.stage.cast
    try await site.stage.store.write { writer in
      try writer.execute("UPDATE appointment SET level_since = '2025-07-01'")
      try writer.execute(
        "UPDATE program SET final_level = 3 WHERE id = \(cast.internalMedicine)")
    }
  }

  /// Sends the form of a page, and carries out the job that it began.
  private func confirm(_ site: TestSite) async throws -> (TestSite.Answer, String) {
    let office = site.stage.cast.office
    let page = try await site.get("/rollover", as: office)
    let digest = try #require(page.text.value(of: "digest"))
    let answer = try await site.post("/rollover/2026/confirm", as: office, ["digest": digest])
    return (answer, try await site.runWaiting("rollover.run"))
  }

  @Test(arguments: Engine.available)
  func `the office sees who goes up, leaves one out, confirms, and undoes it`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      try await unturned(site)
      let home = try await site.get("/", as: cast.office)
      #expect(home.text.contains("Take everybody to 2026–27"))
      let preview = try await site.get("/rollover", as: cast.office)
      #expect(preview.text.contains("Confirm 2 changes"))
      let people = try await site.get("/rollover/2026/people?group=up", as: cast.office)
      #expect(people.text.contains("Tess Núñez") && !people.text.contains("Sam Okafor"))
      let surgery = try await site.get(
        "/rollover/2026/people?group=away&q=general+surg", as: cast.office)
      #expect(surgery.text.contains("Sam Okafor"))
      let nobody = try await site.get(
        "/rollover/2026/people?group=away&q=medicine", as: cast.office)
      #expect(nobody.text.contains("Nobody is in this group"))
      let kept = try await site.post(
        "/rollover/2026/people?group=up", as: cast.office, ["shown": cast.training.text])
      #expect(kept.location == "/rollover/2026/people?group=up")
      let (answer, outcome) = try await confirm(site)
      #expect(answer.location == "/rollover/2026")
      #expect(outcome == "1 went up a year, 0 graduated, 0 renewed.")
      let done = try await site.get("/rollover/2026", as: cast.office)
      #expect(done.text.contains("Undo this rollover") && done.text.contains("by Olga Olgason"))
      #expect(!(try await site.get("/", as: cast.office)).text.contains("Take everybody"))
      let question = try await site.get("/rollover/2026/undo", as: cast.office)
      #expect(question.text.contains("Undo the rollover"))
      _ = try await site.post("/rollover/2026/undo", as: cast.office)
      #expect(
        try await site.runWaiting("rollover.undo")
          == "The rollover is undone. Everything stands as it did before.")
      #expect(try await site.get("/rollover", as: cast.office).text.contains("Confirm 2 changes"))
    }
  }

  @Test(arguments: Engine.available)
  func `whoever confirms an old preview is shown the new one with the reason`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let office = site.stage.cast.office
      try await unturned(site)
      _ = try await site.post("/rollover/2026/confirm", as: office, ["digest": "old"])
      await #expect(throws: RolloverRefusal.outdated) {
        try await site.runWaiting("rollover.run")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a second click while it is carried out is told to wait, and after it that it is done`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let office = site.stage.cast.office
      try await unturned(site)
      let page = try await site.get("/rollover", as: office)
      let digest = try #require(page.text.value(of: "digest"))
      let fields = ["digest": digest]
      #expect(try await site.post("/rollover/2026/confirm", as: office, fields).status == 303)
      let second = try await site.post("/rollover/2026/confirm", as: office, fields)
      #expect(second.status == 409 && second.text.contains("is being carried out already"))
      #expect(try await site.get("/rollover", as: office).text.contains("Working out who changes"))
      _ = try await site.runWaiting("rollover.run")
      let third = try await site.post("/rollover/2026/confirm", as: office, fields)
      #expect(third.status == 409 && third.text.contains("is done already, by Olga Olgason"))
    }
  }

  @Test(arguments: Engine.available)
  func `the coming year can be looked at and not confirmed`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let office = site.stage.cast.office
      let page = try await site.get("/rollover/2027", as: office)
      #expect(page.text.contains("Confirm from July 1, 2027"))
      let answer = try await site.post("/rollover/2027/confirm", as: office, ["digest": ""])
      #expect(answer.status == 422 && answer.text.contains("July 1, 2027"))
      for year in ["2025", "2028", "20271", "abcd"] {
        #expect(try await site.get("/rollover/\(year)", as: office).status == 404)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the preview says which roles end, who directs nothing, and who is written to`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      try await unturned(site)
      try await site.stage.store.write { writer in
        try writer.execute(
          "UPDATE role_grant SET ends_on = '2027-06-30' WHERE id = \(cast.directing)")
      }
      let page = try await site.get("/rollover/2027", as: cast.office).text
      #expect(page.contains("Roles that end (1)"))
      #expect(page.contains("Program director, Internal Medicine, until June 30, 2027"))
      #expect(page.contains("Programs without a director (1)"))
      #expect(page.contains("Directors who are told (1)"))
    }
  }

  @Test(arguments: Engine.available)
  func `the lists come as a file`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      try await unturned(site)
      let file = try await site.get("/rollover/2026/people.csv", as: cast.office)
      let rows = file.text.split(separator: "\r\n").map(String.init)
      let away =
        "Go up while not active,Sam Okafor,General Surgery,PGY-3,Leave of absence,2024-07-01,"
        + "2029-06-30,yes,PGY-3 to PGY-4"
      let decided =
        "Decided before,Fay Larsen,Internal Medicine,PGY-3,Graduated,2023-07-01,2026-06-30,,PGY-3"
      let up =
        "Go up a year,Tess Núñez,Internal Medicine,PGY-2,Active,2025-07-01,2028-06-30,yes,"
        + "PGY-2 to PGY-3"
      #expect(Array(rows.dropFirst()) == [away, decided, up])
    }
  }

  @Test(arguments: Engine.available)
  func `a program's final year is typed, shown, and refused where it is no year`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let path = "/programs/\(cast.internalMedicine.text)"
      var fields = ["name": "Internal Medicine", "department": cast.medicine.text]
      fields["final_level"] = "13"
      let refused = try await site.post(path + "/edit", as: cast.office, fields)
      #expect(refused.status == 422 && refused.text.contains("from 1 to 12"))
      fields["final_level"] = "3"
      #expect(try await site.post(path + "/edit", as: cast.office, fields).status == 303)
      #expect(try await site.get(path, as: cast.trainee).text.contains("<dt>Final year</dt>"))
    }
  }
}

extension TestSite {
  /// Carries out the job of a kind that waits, as its parts declare it.
  fileprivate func runWaiting(_ name: String) async throws -> String {
    let kind = try #require(Parts.jobs.first { $0.name == name })
    let (world, now) = (stage.world, stage.world.now())
    let claimed = try await stage.store.write { writer in
      try Job.claim(kinds: [name], leaseSeconds: 60, now: now, writer: writer)
    }
    let job = try #require(claimed)
    let outcome: String
    do {
      outcome = try await kind.run(
        job,
        JobSurroundings(
          store: stage.store, world: world, siteAddress: "http://localhost",
          progress: JobProgress()))
    } catch let refusal as any Refusal {
      try await stage.store.write { writer in
        try job.finish(.failed, outcome: refusal.sentence, now: now, writer: writer)
      }
      throw refusal
    }
    try await stage.store.write { writer in
      try job.finish(.done, outcome: outcome, now: now, writer: writer)
    }
    return outcome
  }
}

extension String {
  /// The value of a hidden field.
  fileprivate func value(of field: String) -> String? {
    firstMatch(of: try? Regex("name=\"\(field)\" value=\"([^\"]*)\""))
  }

  private func firstMatch(of regex: Regex<AnyRegexOutput>?) -> String? {
    guard let regex, let match = self.firstMatch(of: regex) else { return nil }
    return match.output[1].substring.map(String.init)
  }
}
