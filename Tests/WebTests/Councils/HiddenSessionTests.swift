import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Tries to find out, in every way that the site offers, that trainees meet among themselves.
@Suite struct HiddenSessionTests {
  /// Lets the trainee chair the association, with another trainee as a member.
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

  /// Plans a meeting of today by the form; its address.
  private func plan(
    _ title: String, _ association: Association, isTraineesOnly: Bool
  ) async throws -> String {
    let answer = try await association.site.post(
      association.path("/meetings/plan"), as: association.cast.trainee,
      [
        "title": title, "day": "2026-11-02", "clock": "10:15", "minutes": "60",
        "place": "Secret place", "recurrence": "once",
        "trainees_only": isTraineesOnly ? "yes" : "",
      ])
    return try #require(answer.location)
  }

  private func look(
    _ association: Association, _ trace: StatementTrace
  ) async throws -> [String: String] {
    let cast = association.cast
    let onlookers =
      association.onlookers.filter { $0.who != "former member" } + [
        ("coordinator", cast.coordinator)
      ]
    var seen: [String: String] = [:]
    for (who, person) in onlookers {
      for page in pages(association) {
        _ = trace.take()
        let answer = try await association.site.get(page, as: person)
        seen["\(who) \(page)"] =
          "\(answer.status), \(trace.take().count) statements\n\(answer.text)"
      }
    }
    return seen
  }

  private func pages(_ association: Association) -> [String] {
    [
      "/", "/organizations", association.path(), association.path("/meetings"),
      association.path("/evidence"),
      association.path("/members"), association.path("/seats"), association.path("/forum"),
      association.path("/activities"), "/meetings", "/calendar", "/search?q=secret",
      "/audit", "/audit?act=meeting", "/mail", "/notices", "/your-organizations", "/your-data",
    ]
  }

  @Test(arguments: Engine.available)
  func `a session for trainees alone changes no page of anybody else until it is over`(
    engine: Engine
  ) async throws {
    let trace = StatementTrace()
    try await withSite(engine, trace: trace) { site in
      let association = try await found(on: site)
      let cast = site.stage.cast
      let before = try await look(association, trace)
      let path = try await plan("Secret words", association, isTraineesOnly: true)
      for (rest, fields) in [
        ("/begin", [:]), ("/agenda", ["title": "Secret item"]),
        (
          "/decide",
          ["wording": "Secret", "votes_for": "0", "votes_against": "0", "abstained": "0"]
        ),
        ("/actions", ["title": "Secret act", "owner": cast.trainee.text, "due_on": "2026-11-09"]),
        ("/minutes/edit", ["content": "Secret minutes", "version": "0"]), ("/minutes/publish", [:]),
      ] {
        #expect(
          try await site.post(path + rest, as: cast.trainee, fields).status == 303, "\(rest)")
      }
      _ = try await site.run("councils.meetings", at: TestWorld.now)
      let member = try await site.get(path, as: cast.other)
      #expect(member.status == 200 && member.text.contains("Secret item"))
      differences(before, try await look(association, trace))
      #expect(try await site.post(path + "/end", as: cast.trainee).status == 303)
      let after = try await look(association, trace)
      let changed = before.filter { after[$0.key] != $0.value }.keys
        .map { $0.split(separator: " ").last.map(String.init) ?? "" }
      #expect(Set(changed).isSubset(of: ["/audit", association.path("/evidence")]), "\(changed)")
      for (place, text) in after {
        for secret in ["Secret words", "Secret item", "Secret act", "Secret place"] {
          #expect(!text.contains(secret), "\(place)")
        }
      }
    }
  }

  private func differences(_ before: [String: String], _ after: [String: String]) {
    for (place, text) in before where after[place] != text {
      Issue.record("\(place) differs")
    }
  }

  @Test(arguments: Engine.available)
  func `every address of such a session answers like one that does not exist`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await found(on: site)
      let path = try await plan("Secret words", association, isTraineesOnly: true)
      _ = try await site.post(path + "/begin", as: association.cast.trainee)
      let none = "/meetings/00000000-0000-7000-8000-000000000000"
      let reads = [
        "", "/edit", "/cancel", "/open", "/room", "/check-in?code=CDFGHJ", "/agenda", "/decide",
        "/actions", "/minutes", "/minutes?part=trainees", "/minutes/edit", "/minutes/export",
      ]
      let acts = [
        "/begin", "/end", "/cancel", "/open", "/check-in", "/admit", "/take-back", "/agenda",
        "/decide", "/actions", "/edit", "/minutes/edit", "/minutes/publish", "/minutes/approve",
      ]
      for (who, person) in association.onlookers {
        for rest in reads {
          let (there, nowhere) = (
            try await site.get(path + rest, as: person), try await site.get(none + rest, as: person)
          )
          let isMember = who == "former member"
          #expect(there.status == 404 || isMember, "\(who) \(rest)")
          #expect(there.text == nowhere.text || isMember, "\(who) \(rest)")
        }
        for rest in acts where who != "former member" {
          let (there, nowhere) = (
            try await site.post(path + rest, as: person),
            try await site.post(none + rest, as: person)
          )
          #expect(
            there.status == nowhere.status && there.text == nowhere.text, "\(who) \(rest)")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an open meeting is run from its pages, and a scan works after signing in`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await found(on: site)
      let cast = site.stage.cast
      let path = try await plan("Open words", association, isTraineesOnly: false)
      #expect(try await site.get(path, as: cast.office).status == 404)
      for person in [cast.director, cast.coordinator, cast.adviser] {
        #expect(try await site.get(path, as: person).text.contains("Open words"))
      }
      #expect(try await site.post(path + "/begin", as: cast.coordinator).status == 403)
      #expect(try await site.post(path + "/begin", as: cast.director).status == 303)
      let room = try await site.get(path + "/room", as: cast.director)
      let code = try #require(
        room.text.firstMatch(of: /<p class="code">([CDFGHJKMNPQRTVWXY]{6})<\/p>/)
      ).1
      let scan = path + "/check-in?code=\(code)"
      let door = try await site.get(scan)
      #expect(door.status == 303)
      let back = try #require(door.location?.removingPercentEncoding)
      #expect(back.contains(scan))
      let form = try await site.get(scan, as: cast.coordinator)
      #expect(form.text.contains("value=\"\(code)\""))
      let done = try await site.post(
        path + "/check-in", as: cast.coordinator, ["code": String(code)])
      #expect(done.location == path)
      let wrong = try await site.post(path + "/check-in", as: cast.adviser, ["code": "CCCCCC"])
      #expect(wrong.location == path + "/check-in")
      let page = try await site.get(path, as: cast.director)
      #expect(page.text.contains("Without a seat: 1 person."))
      #expect(!page.text.contains("Carl Carlson"))
    }
  }

  @Test(arguments: Engine.available)
  func `a calendar reads the feed without a session, and learns when nothing has changed`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await found(on: site)
      let cast = site.stage.cast
      _ = try await plan("Open words", association, isTraineesOnly: false)
      _ = try await plan("Secret words", association, isTraineesOnly: true)
      let made = try await site.post("/calendar/renew", as: cast.other)
      let address = try #require(
        made.text.firstMatch(of: /http:\/\/localhost(\/feeds\/[0-9a-f]{48}\.ics)/)
      ).1
      let first = try await site.client.execute(uri: String(address), method: .get)
      #expect(first.status == .ok)
      #expect(first.headers[.contentType] == "text/calendar; charset=utf-8")
      #expect(first.headers[.cacheControl] == "private, no-cache")
      let text = String(buffer: first.body)
      #expect(text.contains("SUMMARY:A meeting\r\n") && text.contains("SUMMARY:Private time\r\n"))
      for secret in ["Secret", "Open words", "Women in Surgery"] {
        #expect(!text.contains(secret))
      }
      let tag = try #require(first.headers[.eTag])
      let again = try await site.client.execute(
        uri: String(address), method: .get, headers: [.ifNoneMatch: tag])
      #expect(again.status == .notModified)
      let head = try await site.client.execute(uri: String(address), method: .head)
      #expect(head.status == .ok && head.headers[.eTag] == tag && head.body.readableBytes == 0)
      _ = try await site.post("/calendar/revoke", as: cast.other)
      let gone = try await site.client.execute(uri: String(address), method: .get)
      #expect(gone.status == .notFound)
    }
  }
}
