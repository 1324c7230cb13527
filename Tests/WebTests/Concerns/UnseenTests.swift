import Concerns
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
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
      for mark in browser.marks { #expect(!kept.contains(mark), "\(mark)") }
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
      _ = try await LoudBrowser(site: site, cookie: nil).raise(concern)
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

/// A browser that tells about itself all that browsers can.
private struct LoudBrowser {
  let site: TestSite
  let cookie: String?

  /// What must stand nowhere afterwards.
  var marks: [String] {
    ["Mozilla/5.0 (Loud", "203.0.113.77", "loud-referrer", "loud-etag"]
  }

  /// One of the trainee, whose session was last used an hour ago.
  static func signedIn(on site: TestSite) async throws -> LoudBrowser {
    let (person, world) = (site.stage.cast.trainee, site.stage.world)
    let token = "a-loud-token"
    try await site.stage.store.write { writer in
      try writer.execute(
        """
        INSERT INTO session (token_hash, id, person_id, means, awaits_second_factor, device,
          created_at, seen_at)
        VALUES (\(TokenHash.of(token)), 'loud', \(person), 'link', \(false), 'test',
          \(world.now().adding(seconds: -3600)), \(world.now().adding(seconds: -3600)))
        """)
    }
    return LoudBrowser(site: site, cookie: "housestaff=\(token)")
  }

  /// Raises a concern page by page.
  func raise(_ concern: MatrixConcern) async throws -> String {
    let address = ["group": concern.group.text, "category": concern.category.text]
    let page = try await post("/concerns/anonymous", address)
    var fields = address
    for name in ["seen", "code"] {
      fields[name] = page.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]+)\""))
        .flatMap { $0.output[1].substring.map(String.init) }
    }
    fields["text"] = "Nobody knows me."
    return try await post("/concerns/anonymous/send", fields)
  }

  private func post(_ path: String, _ fields: [String: String]) async throws -> String {
    var headers: HTTPFields = [
      .contentType: "application/x-www-form-urlencoded", .userAgent: marks[0] + ")",
      .ifNoneMatch: marks[3], .referer: "https://hospital.example/\(marks[2])",
    ]
    if let cookie { headers[.cookie] = cookie }
    if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = marks[1] }
    if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
    let body = fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }.joined(separator: "&")
    let response = try await site.client.execute(
      uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    #expect(response.status.code == 200)
    #expect(response.headers[.setCookie] == nil)
    return String(buffer: response.body)
  }
}
