import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Looks for a session for trainees alone where nobody reads pages: in files, feeds, headers,
/// identifiers and what was mailed.
@Suite struct HiddenTraceTests {
  private static let secret = "Words among ourselves"

  /// The trainee chairs the association, and the other trainee is a member.
  private func found(on site: TestSite) async throws -> Association {
    let association = try await Association.found(on: site)
    let cast = site.stage.cast
    _ = try await site.post(
      "/organizations/\(association.id)/officers/ask", as: cast.office,
      ["person": cast.trainee.text, "title": "Speaker"])
    let page = try await site.get("/your-organizations", as: cast.trainee)
    let accept = try #require(page.text.firstMatch(of: /\/officers\/[0-9a-f-]{36}\/accept/))
    #expect(try await site.post(String(accept.output), as: cast.trainee).status == 303)
    #expect(try await site.post(association.path("/join"), as: cast.other).status == 303)
    return association
  }

  private func onlookers(_ association: Association) -> [(who: String, person: PersonID)] {
    association.onlookers.filter { $0.who != "former member" }
  }

  private func plan(
    _ title: String, _ association: Association, isTraineesOnly: Bool, on day: String
  ) async throws -> String {
    let answer = try await association.site.post(
      association.path("/meetings/plan"), as: association.cast.trainee,
      [
        "title": title, "day": day, "clock": "10:15", "minutes": "60", "place": Self.secret,
        "recurrence": "once", "trainees_only": isTraineesOnly ? "yes" : "",
      ])
    return try #require(answer.location)
  }

  private func feeds(_ association: Association) async throws -> [String: String] {
    var feeds: [String: String] = [:]
    for (who, person) in onlookers(association) {
      let made = try await association.site.post("/calendar/renew", as: person)
      feeds[who] = String(
        try #require(made.text.firstMatch(of: /http:\/\/localhost(\/feeds\/[0-9a-f]{48}\.ics)/)).1)
    }
    return feeds
  }

  /// Every file and feed of everybody who might look.
  private func files(
    _ association: Association, _ feeds: [String: String]
  ) async throws -> [String: String] {
    var seen: [String: String] = [:]
    for (who, person) in onlookers(association) {
      for path in [
        "/your-data", "/organizations/export", "/seat-map/export",
        "/people/export", association.path("/members/export"),
        association.path("/activities/export"), association.path("/evidence/export"),
      ] {
        let answer = try await association.site.get(path, as: person)
        seen["\(who) \(path)"] = "\(answer.status) \(answer.text)"
      }
      let feed = try await association.site.client.execute(
        uri: try #require(feeds[who]), method: .get)
      seen["\(who) feed"] =
        "\(feed.status) \(feed.headers[.eTag] ?? "-") \(String(buffer: feed.body))"
    }
    return seen
  }

  @Test(arguments: Engine.available)
  func `no file and no feed of anybody else changes, and none ever has its words or its number`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await found(on: site)
      let cast = site.stage.cast
      let feeds = try await feeds(association)
      let before = try await files(association, feeds)
      let path = try await plan(
        Self.secret, association, isTraineesOnly: true, on: "2026-11-02")
      #expect(try await site.post(path + "/begin", as: cast.trainee).status == 303)
      #expect(
        try await site.post(path + "/agenda", as: cast.trainee, ["title": Self.secret]).status
          == 303)
      let meanwhile = try await files(association, feeds)
      for (place, text) in before { #expect(meanwhile[place] == text, "\(place)") }
      #expect(try await site.post(path + "/end", as: cast.trainee).status == 303)
      let after = try await files(association, feeds)
      let id = try #require(path.split(separator: "/").last.map(String.init))
      for (place, text) in after {
        #expect(!text.contains(Self.secret) && !text.contains(id), "\(place)")
        // That a forum was held is told by its day, to those who read the evidence.
        #expect(before[place] == text || place.hasSuffix("/evidence/export"), "\(place)")
      }
      let evidence = try #require(after["guest \(association.path("/evidence/export"))"])
      #expect(evidence.contains("Forum,Women in Surgery,,,,2026-11-02,2026-11-02"))
    }
  }

  @Test(arguments: Engine.available)
  func `neither a page nor the trail has the identifier of a session that was held`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await found(on: site)
      let path = try await plan(
        Self.secret, association, isTraineesOnly: true, on: "2026-11-02")
      for act in ["/begin", "/end"] {
        #expect(try await site.post(path + act, as: site.stage.cast.trainee).status == 303)
      }
      let id = try #require(path.split(separator: "/").last.map(String.init))
      for (who, person) in onlookers(association) {
        for page in [
          "/", "/audit", "/audit?act=forum", "/jobs", "/mail", "/notices", "/meetings",
          association.path(), association.path("/meetings"), association.path("/evidence"),
        ] {
          let text = try await site.get(page, as: person).text
          #expect(!text.contains(id) && !text.contains(Self.secret), "\(who) \(page)")
        }
      }
      let kept = try await site.stage.store.read { reader in
        try reader.number(
          """
          SELECT (SELECT count(*) FROM audit_entry WHERE subject = \(id) OR detail <> ''
              AND act = 'forum.held')
            + (SELECT count(*) FROM outbox_message) AS kept
          """)
      }
      #expect(kept == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `a reminder of it is mailed to nobody, and the job that sends it says no number`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await found(on: site)
      func state(after seconds: Int) async throws -> [String] {
        let outcome = try await site.run(
          "councils.meetings", at: TestWorld.now.adding(seconds: seconds))
        let jobs = try await site.get("/jobs", as: site.stage.cast.administrator).text
        let numbers = try await site.stage.store.read { reader in
          [
            try reader.number("SELECT count(*) FROM outbox_message"),
            try reader.number("SELECT count(*) FROM notice WHERE mailed_at IS NULL"),
          ]
        }
        return numbers.map(String.init) + [outcome, jobs.contains(Self.secret) ? "told" : "-"]
      }
      let before = try await state(after: 0)
      _ = try await plan(Self.secret, association, isTraineesOnly: true, on: "2026-11-03")
      #expect(try await state(after: 60) == before)
      // It reminded those who find it, in the application alone.
      let told = try await site.stage.store.read {
        try $0.number("SELECT count(*) FROM notice WHERE path = '/meetings'")
      }
      #expect(told == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `an answer for it has the bytes and headers of one for nothing`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await found(on: site)
      let path = try await plan(
        Self.secret, association, isTraineesOnly: true, on: "2026-11-02")
      let none = "/meetings/00000000-0000-7000-8000-000000000000"
      for (who, person) in onlookers(association) {
        // The session's token is good for requests that are not the test site's own.
        _ = try await site.get("/", as: person)
        let cookie = "housestaff=token-of-\(person.text)"
        for rest in ["", "/minutes", "/minutes/export", "/room", "/check-in", "/edit"] {
          let answers = try await [path + rest, none + rest].asyncMap { uri in
            let answer = try await site.client.execute(
              uri: uri, method: .get, headers: [.cookie: cookie])
            return "\(answer.status) \(answer.headers.filter { $0.name != .date })"
              + String(buffer: answer.body)
          }
          #expect(answers[0] == answers[1], "\(who) \(rest)")
          #expect(answers[0].hasPrefix("404"), "\(who) \(rest)")
        }
      }
    }
  }
}

extension Array {
  fileprivate func asyncMap<Answer>(
    _ change: (Element) async throws -> Answer
  ) async rethrows -> [Answer] {
    var answers: [Answer] = []
    for element in self { answers.append(try await change(element)) }
    return answers
  }
}
