import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Tries to find out, in every way that the site offers, that someone is a member.
@Suite struct HiddenMembershipTests {
  /// The pages on which it could show.
  private func pages(_ association: Association) -> [String] {
    let trainee = association.cast.trainee.text
    return [
      "/", "/organizations", "/organizations/export", association.path(),
      association.path("/members"), association.path("/members/export"),
      association.path("/seats"), association.path("/forum"), association.path("/activities"),
      association.path("/activities/export"), association.path("/charter"), "/seat-map",
      "/search?q=women", "/search?q=nunez", "/people?q=nunez", "/people/\(trainee)",
      "/people/\(trainee)/roles", "/audit", "/audit?act=organization", "/mail", "/jobs",
      "/notices", "/your-organizations", "/your-data",
    ]
  }

  private func look(
    _ association: Association, _ trace: StatementTrace
  ) async throws -> [String: String] {
    var seen: [String: String] = [:]
    for (who, person) in association.onlookers {
      for page in pages(association) {
        _ = trace.take()
        let answer = try await association.site.get(page, as: person)
        #expect([200, 404].contains(answer.status), "\(who) \(page)")
        seen["\(who) \(page)"] =
          "\(answer.status), \(trace.take().count) statements\n\(answer.text)"
      }
    }
    return seen
  }

  @Test(arguments: Engine.available)
  func `joining, being there and leaving changes no page of anybody else`(
    engine: Engine
  ) async throws {
    let trace = StatementTrace()
    try await withSite(engine, trace: trace) { site in
      let association = try await Association.found(on: site)
      let trainee = site.stage.cast.trainee
      let before = try await look(association, trace)
      #expect(before.values.contains { $0.contains("Women in Surgery") })
      _ = try await site.post(association.path("/join"), as: trainee)
      _ = try await site.run("councils.forget", at: moment("2026-12-01T08:00:00.000Z"))
      // That the job ran is on the page of jobs, whoever is a member.
      let still = before.filter { !$0.key.hasSuffix(" /jobs") }
      differences(still, try await look(association, trace), "after joining")
      _ = try await site.post(
        association.path("/visibility"), as: trainee, ["visible_to": "officers"])
      let shown = try await site.get(association.path("/members"), as: site.stage.cast.director)
      #expect(shown.text.contains("Tess Núñez"))
      for person in [site.stage.cast.coordinator, site.stage.cast.office] {
        let others = try await site.get(association.path("/members"), as: person)
        #expect(!others.text.contains("Tess Núñez"))
      }
      _ = try await site.post(association.path("/leave"), as: trainee)
      differences(still, try await look(association, trace), "after leaving")
    }
  }

  private func differences(_ before: [String: String], _ after: [String: String], _ when: String) {
    for (place, text) in before where after[place] != text {
      Issue.record("\(place) differs \(when)")
    }
  }

  private func moment(_ text: String) -> Instant {
    Instant(text: text) ?? TestWorld.now
  }

  @Test(arguments: Engine.available)
  func `what members write answers everybody else like what does not exist`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await Association.found(on: site)
      let cast = site.stage.cast
      let thread = try await write(association)
      let post = thread.replacingOccurrences(of: "threads", with: "posts")
      let none = "00000000-0000-7000-8000-000000000000"
      let strangers = association.onlookers.filter {
        !["its officer", "a member", "guest"].contains($0.who)
      }
      for (who, person) in strangers + [("trainee", cast.trainee)] {
        for (real, made) in [
          (thread, "/threads/\(none)"), ("\(post)/hide", "/posts/\(none)/hide"),
          (association.path("/forum"), "/organizations/\(none)/forum"),
          (association.path("/forum/write"), "/organizations/\(none)/forum/write"),
        ] {
          let (there, nowhere) = (
            try await site.get(real, as: person), try await site.get(made, as: person)
          )
          #expect(there.status == 404, "\(who) \(real)")
          #expect(there.text == nowhere.text, "\(who) \(real)")
          #expect(!there.text.contains("Journal club"), "\(who) \(real)")
        }
        for act in ["withdraw", "pin", "mark", "show", "unmark", "hide"] {
          let answer = try await site.post("\(post)/\(act)", as: person, ["reason": "x"])
          #expect(answer.status == 404, "\(who) \(act)")
        }
        let reply = try await site.post(thread, as: person, ["content": "Let me in"])
        #expect(reply.status == 404, "\(who)")
      }
      let guest = try await site.get(thread, as: cast.adviser)
      #expect(guest.status == 200 && guest.text.contains("Journal club"))
      #expect(try await site.post(thread, as: cast.adviser, ["content": "x"]).status == 403)
      #expect(
        try await site.post("\(post)/hide", as: cast.adviser, ["reason": "x"]).status == 403)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody changes what another chose, and nobody takes another's office`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let association = try await Association.found(on: site)
      let cast = site.stage.cast
      _ = try await site.post(association.path("/join"), as: cast.trainee)
      for (who, person) in association.onlookers where who != "a member" {
        let answer = try await site.post(
          association.path("/visibility"), as: person,
          ["visible_to": "everyone", "person_id": cast.trainee.text])
        #expect(answer.status == 404, "\(who)")
        _ = try await site.post(association.path("/leave"), as: person)
      }
      let kept = try await site.stage.store.read { reader in
        try reader.rows(
          "SELECT visible_to FROM membership WHERE person_id = \(cast.trainee) AND left_at IS NULL"
        ).map { try $0.text("visible_to") }
      }
      #expect(kept == ["nobody"])
      for rest in ["/guests/add", "/officers/ask", "/activities/add", "/forum/write"] {
        let answer = try await site.post(
          association.path(rest), as: cast.surgeon,
          ["person": "Gus Gusson", "why": "x", "title": "x"])
        #expect([403, 404, 422].contains(answer.status), "\(rest)")
      }
      #expect(try await site.get(association.path("/guests/add"), as: cast.surgeon).status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func `mail and notices of an announcement say nothing of it`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let association = try await Association.found(on: site)
      let cast = site.stage.cast
      _ = try await site.post(association.path("/join"), as: cast.trainee)
      _ = try await write(association, isAnnouncement: true)
      _ = try await site.run("notices.digest", at: TestWorld.now)
      let mails = try await site.stage.store.read { reader in
        try reader.rows("SELECT recipient, subject, body FROM outbox_message").map {
          [try $0.text("recipient"), try $0.text("subject"), try $0.text("body")]
        }
      }
      let own = mails.filter { $0[0] == "p1@hospital.example" }
      #expect(own.count == 1)
      for mail in mails {
        for secret in ["Women in Surgery", association.id, "Journal club", "Secret words"] {
          #expect(!mail.joined().contains(secret), "\(mail[0])")
        }
      }
      let news = try await site.get("/notices", as: cast.trainee)
      #expect(news.text.contains("something new in the organizations you belong to"))
    }
  }

  /// A thread or an announcement by the officer; its address.
  private func write(
    _ association: Association, isAnnouncement: Bool = false
  ) async throws -> String {
    let answer = try await association.site.post(
      association.path("/forum/write"), as: association.cast.director,
      [
        "title": "Journal club", "content": "Secret words\n\nhttps://example.org/a?b=1.",
        "announcement": isAnnouncement ? "yes" : "",
      ])
    return try #require(answer.location?.split(separator: "?").first.map(String.init))
  }
}
