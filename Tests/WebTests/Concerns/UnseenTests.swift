import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The pages that do not ask who it is, opened by a browser that says it loudly.
@Suite struct UnseenTests {
  @Test(arguments: Engine.available)
  func `a browser that is signed in raises a concern, and nothing of it is looked at or kept`(
    _ engine: Engine
  ) async throws {
    let trace = StatementTrace()
    try await withSite(engine, trace: trace) { site in
      let concern = try await MatrixConcern.raise(on: site.stage)
      let browser = try await LoudBrowser.signedIn(on: site)
      let before = try await AllRows(site.stage.store)
      _ = trace.take()
      let sent = try await browser.raise(concern)
      #expect(sent.contains("Your code"))
      let asked = trace.take()
      #expect(asked.contains { $0.contains("INSERT INTO concern ") })
      #expect(asked.filter { $0.contains("session") || $0.contains("throttle") } == [])
      #expect(
        try await AllRows(site.stage.store).tables(changedSince: before)
          == ["concern", "concern_entry", "concern_key"])
      let kept = try await AllRows(site.stage.store).text()
      for mark in LoudBrowser.marks { #expect(!kept.contains(mark), "\(mark)") }
    }
  }

  @Test(arguments: Engine.available)
  func `it keeps the same rows, but for what is drawn, as a browser that nobody knows`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let concern = try await MatrixConcern.raise(on: site.stage)
      let known = try await LoudBrowser.signedIn(on: site)
      _ = try await known.raise(concern)
      _ = try await LoudBrowser(site: site, token: nil).raise(concern)
      let rows = try await site.stage.store.read { reader in
        try reader.rows(
          """
          SELECT group_id, category_id, manner, is_urgent, raised_on, state, acknowledge_by,
            answer_by, close_by, is_settled, length(writer_seal) AS seal,
            (SELECT max(length(sealed)) FROM concern_entry WHERE concern_id = concern.id) AS entry
          FROM concern
          """
        ).map { "\($0.values)" }
      }
      #expect(rows.count == 3 && Set(rows).count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a file is taken without a look at who sends it, and nothing of the sender is kept`(
    _ engine: Engine
  ) async throws {
    let trace = StatementTrace()
    try await withSite(engine, trace: trace) { site in
      let concern = try await MatrixConcern.raise(on: site.stage)
      let browser = try await LoudBrowser.signedIn(on: site)
      let code = try await browser.code(of: concern)
      let before = try await AllRows(site.stage.store)
      _ = trace.take()
      let sent = try await browser.upload(
        "/concerns/code/attach", [("code", code), ("shown", "yes")], Array("A text.".utf8))
      #expect(sent.status == 200 && sent.text.contains("Text 1 (plain text, 1 KB)"))
      let opened = try await browser.post("/concerns/code/file", ["code": code, "number": "1"])
      #expect(opened.status == 200 && opened.text == "A text.")
      let asked = trace.take()
      #expect(asked.filter { $0.contains("session") || $0.contains("throttle") } == [])
      let after = try await AllRows(site.stage.store)
      #expect(after.tables(changedSince: before) == ["concern_file"])
      for mark in LoudBrowser.marks { #expect(!after.text().contains(mark), "\(mark)") }
    }
  }

  @Test(arguments: Engine.available)
  func `the page is the same for everybody, byte by byte`(_ engine: Engine) async throws {
    try await withSite(engine) { site in
      _ = try await MatrixConcern.raise(on: site.stage)
      let stranger = try await site.get("/concerns/anonymous")
      #expect(stranger.status == 200)
      for viewer in site.stage.cast.viewers {
        let page = try await site.get("/concerns/anonymous", as: viewer.person)
        #expect(page.text == stranger.text, "\(viewer.role)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a wrong code and one that cannot be a code get the same answer`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      _ = try await MatrixConcern.raise(on: site.stage)
      let never = ConcernCode(in: site.stage.world).text
      var answers: Set<String> = []
      for code in [never, "abc", "", "<script>", String(repeating: "7", count: 5000)] {
        let answer = try await site.post("/concerns/code", ["code": code])
        #expect(answer.status == 422)
        // What was typed stands in the form again, escaped as it must be.
        answers.insert(answer.text.replacing(/value="[^"]*"/, with: ""))
      }
      #expect(answers.count == 1)
    }
  }
}
