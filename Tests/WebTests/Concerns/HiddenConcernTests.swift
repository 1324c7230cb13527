import Concerns
import HTTPTypes
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// A concern, for all those who are not to know that there is one.
@Suite struct HiddenConcernTests {
  /// A group that reads, and the browsers of those from whom it is hidden.
  private struct Ward {
    let site: TestSite
    let concern: MatrixConcern
    let reader: LoudBrowser
    let others: [(who: String, browser: LoudBrowser)]

    /// Two more read for the group, of whom one is named, and one leads the other's program.
    static func found(on site: TestSite) async throws -> Ward {
      let (concern, cast) = (try await MatrixConcern.raise(on: site.stage), site.stage.cast)
      let reader = try await concern.unlocked(on: site)
      var others: [(who: String, browser: LoudBrowser)] = []
      for (who, person) in [("named", cast.other), ("leads the named", cast.surgeon)] {
        try await concern.name(person, on: site)
        others.append((who, try await concern.reading(person, on: site)))
      }
      for (who, person) in [
        ("administrator", cast.administrator), ("office", cast.office), ("official", cast.dio),
        ("writer", cast.trainee),
      ] {
        others.append((who, try await LoudBrowser.signedIn(on: site, as: person)))
      }
      let ward = Ward(site: site, concern: concern, reader: reader, others: others)
      // What was raised before is told, so that it changes nothing any more.
      try await ward.passNight()
      // The note that a session was used is no part of what is compared.
      for (_, browser) in others { _ = try await browser.get("/") }
      return ward
    }

    /// A night passes, and those who read unlock their keys again.
    private func passNight() async throws {
      var morning = site.stage.world
      morning.now = { TestWorld.now.adding(seconds: 86_400) }
      _ = try await ConcernNight.pass(in: morning, site.stage.store)
      for browser in [reader] + others.prefix(2).map(\.browser) {
        try await concern.unlock(browser)
      }
    }

    /// Raises a concern about the one who is named, with a file, and lets a night pass.
    func raise() async throws -> ID<Concern> {
      let writer = LoudBrowser(site: site)
      let code = try await writer.code(of: concern, "He shouts.", about: "Sam Okafor")
      _ = try await writer.upload(
        "/concerns/code/attach", [("code", code)], Array("He shouted at 3.".utf8))
      try await passNight()
      return try await concern.latest(on: site)
    }
  }

  private static let lists = [
    "/", "/concerns", "/concerns/desk", "/concerns/desk/resolved", "/concerns/register",
    "/concerns/register/export", "/search?q=Okafor", "/search?q=shouts", "/notices", "/audit",
    "/audit?act=concern", "/jobs", "/mail", "/your-data",
    "/people/export", "/organizations/export",
  ]

  @Test(arguments: Engine.available)
  func `who is named, who is in conflict and who runs the site find no list or file that changes`(
    _ engine: Engine
  ) async throws {
    try await withLoudSite(engine) { site, _ in
      let ward = try await Ward.found(on: site)
      let paths = Self.lists + ["/concerns/groups/\(ward.concern.group.text)"]
      func seen(_ browser: LoudBrowser) async throws -> [String] {
        var seen: [String] = []
        for path in paths {
          let answer = try await browser.get(path)
          seen.append("\(path) \(answer.status) \(answer.text)")
        }
        return seen
      }
      var before: [[String]] = []
      for (_, browser) in ward.others { before.append(try await seen(browser)) }
      let atFirst = try await seen(ward.reader)
      let id = try await ward.raise()
      for (place, (who, browser)) in ward.others.enumerated() {
        let after = try await seen(browser)
        for (one, other) in zip(before[place], after) where one != other {
          Issue.record("\(who) sees a change of \(one.prefix(60))")
        }
        #expect(!after.contains { $0.contains(id.text) || $0.contains("He shout") }, "\(who)")
      }
      for (who, browser) in ward.others {
        let copy = try await browser.post("/your-data/json", [:], isSigned: true)
        #expect(copy.status == 200, "\(who)")
        #expect(!copy.text.contains(id.text) && !copy.text.contains("He shout"), "\(who)")
      }
      // Who reads it does find it.
      let now = try await seen(ward.reader)
      #expect(now != atFirst && now.contains { $0.contains(id.text) })
    }
  }

  /// What an address answers, without the identifier that was asked for.
  private static func answer(
    _ route: Route, _ id: String, _ browser: LoudBrowser
  ) async throws -> String {
    let path = route.pattern.replacing("{argument}", with: id)
    let fields = ["text": "Words", "person": id, "target": id]
    let answer =
      route.method == .get
      ? try await browser.get(path) : try await browser.post(path, fields, isSigned: true)
    let text = "\(answer.status) \(answer.headers.filter { $0.name != .date }) \(answer.text)"
    return text.replacing(id, with: "the address")
  }

  @Test(arguments: Engine.available)
  func `each address of it answers them as the address of one that was never raised`(
    _ engine: Engine
  ) async throws {
    try await withLoudSite(engine) { site, _ in
      let ward = try await Ward.found(on: site)
      let id = try await ward.raise().text
      let file = try await site.stage.store.read { reader in
        try #require(try reader.first("SELECT id FROM concern_file WHERE concern_id = \(id)"))
          .text("id")
      }
      let never = site.stage.world.detachedID(ID<Concern>.self).text
      let routes = Parts.routes().all.filter { $0.pattern.hasPrefix("/concerns/desk/{") }
      let ofFiles = Parts.routes().all.filter { $0.pattern.hasPrefix("/concerns/desk/files") }
      #expect(routes.count > 20 && ofFiles.count == 1)
      for (who, browser) in ward.others {
        for (route, real) in routes.map({ ($0, id) }) + ofFiles.map({ ($0, file) }) {
          let answer = try await Self.answer(route, real, browser)
          let none = try await Self.answer(route, never, browser)
          #expect(answer == none, "\(who) \(route.method) \(route.pattern)")
          #expect(answer.hasPrefix("404"), "\(who) \(route.method) \(route.pattern)")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a key that was not given it opens nothing of it, also from the database itself`(
    _ engine: Engine
  ) async throws {
    try await withLoudSite(engine) { site, _ in
      let ward = try await Ward.found(on: site)
      let id = try await ward.raise()
      let holders = try await site.stage.store.read { reader in
        try reader.rows(
          """
          SELECT reading_key.person_id AS person FROM concern_key
          JOIN reading_key ON reading_key.id = concern_key.key_id
          WHERE concern_key.concern_id = \(id) AND reading_key.person_id IS NOT NULL
          """
        ).map { try $0.text("person") }
      }
      #expect(holders == [site.stage.cast.adviser.text])
    }
  }
}
