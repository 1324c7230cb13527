import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The office's list of enrollments, and approving several at a time.
@Suite struct EnrollmentsPageTests {
  private static func page(_ mentoring: MatrixMentoring) -> String {
    "/mentoring/cycles/\(mentoring.cycle.text)"
  }

  private static func state(_ id: ID<Enrollment>, _ site: TestSite) async throws -> String {
    try await site.stage.store.read { reader in
      try reader.rows("SELECT state FROM mentoring_enrollment WHERE id = \(id)")[0].text("state")
    }
  }

  @Test(arguments: Engine.available)
  func `those that wait are ticked, read and approved on one page`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      try await mentoring.restore(on: site.stage)
      let office = site.stage.cast.office
      let page = try await site.get(Self.page(mentoring) + "/enrollments", as: office)
      #expect(page.text.contains("Under review (1)"))
      #expect(page.text.contains("Research"))
      let tick = "read-\(mentoring.waiting.text)"
      let shown = try #require(
        page.text.firstMatch(
          of: try Regex("name=\"\(tick)\" value=\"([^\"]+)\"", as: (Substring, Substring).self)))
      let read = String(shown.1)
      let all = try await site.get(Self.page(mentoring) + "/enrollments?tick=all", as: office)
      #expect(all.text.contains("name=\"\(tick)\" value=\"\(read)\" checked"))

      let none = try await site.post(Self.page(mentoring) + "/approve", as: office)
      #expect(none.status == 422)
      #expect(none.text.contains("Tick those whom you approve."))
      #expect(none.text.contains("name=\"\(tick)\""))
      let stale = try await site.post(
        Self.page(mentoring) + "/approve", as: office,
        [tick: "2026-01-01T00:00:00.000Z"])
      #expect(stale.status == 422)
      #expect(stale.text.contains("was not kept. Read again first."))
      #expect(stale.text.contains("name=\"\(tick)\" value=\"\(read)\""), "the list stays")
      #expect(!stale.text.contains("value=\"\(read)\" checked"), "and it is read again first")
      #expect(try await Self.state(mentoring.waiting, site) == "submitted")

      let done = try await site.post(
        Self.page(mentoring) + "/approve", as: office, [tick: read])
      #expect(done.status == 303)
      #expect(try await Self.state(mentoring.waiting, site) == "approved")

      let again = try await site.post(
        Self.page(mentoring) + "/approve?state=submitted", as: office, [tick: read])
      #expect(again.status == 422)
      #expect(again.text.contains("was not kept. Read again first."), "where none is left too")
    }
  }

  @Test(arguments: Engine.available)
  func `one alone is approved as it was read too`(_ engine: Engine) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      try await mentoring.restore(on: site.stage)
      let office = site.stage.cast.office
      let one = "/mentoring/enrollments/\(mentoring.waiting.text)"
      let tick = "read-\(mentoring.waiting.text)"
      let page = try await site.get(one, as: office).text
      let sent = try await site.stage.store.read { reader in
        try reader.rows(
          "SELECT submitted_at FROM mentoring_enrollment WHERE id = \(mentoring.waiting)")[0]
          .text("submitted_at")
      }
      #expect(page.contains("name=\"\(tick)\" value=\"\(sent)\""))
      let stale = try await site.post(
        one + "/approve", as: office, [tick: "2026-01-01T00:00:00.000Z"])
      #expect(stale.status == 409)
      #expect(try await Self.state(mentoring.waiting, site) == "submitted")
      #expect(try await site.post(one + "/approve", as: office, [tick: sent]).status == 303)
      #expect(try await Self.state(mentoring.waiting, site) == "approved")
    }
  }

  @Test(arguments: Engine.available)
  func `one that changed meanwhile is not returned, and what was typed stays`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      try await mentoring.restore(on: site.stage)
      let office = site.stage.cast.office
      let one = "/mentoring/enrollments/\(mentoring.waiting.text)"
      let tick = "read-\(mentoring.waiting.text)"
      let unread = try await site.post(one + "/return", as: office, ["reason": "Say more."])
      #expect(unread.status == 422 && unread.text.contains("read it first"))
      let stale = try await site.post(
        one + "/return", as: office,
        [tick: "2026-01-01T00:00:00.000Z", "reason": "Say more."])
      #expect(stale.status == 422)
      #expect(stale.text.contains("was not kept. Read again first."))
      #expect(stale.text.contains("Say more."))
      #expect(try await Self.state(mentoring.waiting, site) == "submitted")
      let shown = try #require(
        stale.text.firstMatch(
          of: try Regex("name=\"\(tick)\" value=\"([^\"]+)\"", as: (Substring, Substring).self)))
      let done = try await site.post(
        one + "/return", as: office, [tick: String(shown.1), "reason": "Say more."])
      #expect(done.status == 303)
      #expect(try await Self.state(mentoring.waiting, site) == "returned")
      let twice = try await site.post(
        one + "/return", as: office, [tick: String(shown.1), "reason": "Say more."])
      #expect(twice.status == 422 && twice.text.contains("This was decided already"))
    }
  }

  @Test(arguments: Engine.available)
  func `a page that is not there is the last one or nobody's`(_ engine: Engine) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      try await mentoring.restore(on: site.stage)
      for query in [
        "state=approved&from=999999", "state=approved&from=-5", "state=nonsense",
        "state=withdrawn", "from=9223372036854775808",
      ] {
        let page = try await site.get(
          Self.page(mentoring) + "/enrollments?\(query)", as: site.stage.cast.office)
        #expect(page.status == 200, "\(query)")
      }
    }
  }
}
