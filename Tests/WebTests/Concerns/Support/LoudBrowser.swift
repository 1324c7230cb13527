import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import RosterTestSupport
import SQLStore
import Testing
import Web

/// A browser that tells about itself all that browsers can, and keeps one session.
struct LoudBrowser {
  let site: TestSite
  /// Of its session; nil where it has none.
  var token: String?

  /// What came back.
  struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// What must stand nowhere after an anonymous page.
  static let marks = [
    "Mozilla/5.0 (Loud", "203.0.113.77", "loud-referrer", "loud-etag", "loud-file-name",
  ]

  /// One of someone, whose session was last used an hour ago.
  static func signedIn(
    on site: TestSite, as person: PersonID? = nil
  ) async throws -> LoudBrowser {
    let (person, world) = (person ?? site.stage.cast.trainee, site.stage.world)
    let token = "a-loud-token-of-\(person.text)"
    try await site.stage.store.write { writer in
      try writer.execute(
        """
        INSERT INTO session (token_hash, id, person_id, means, awaits_second_factor, device,
          created_at, seen_at)
        VALUES (\(TokenHash.of(token)), \(world.newID(ID<Session>.self)), \(person), 'link',
          \(false), 'test', \(world.now().adding(seconds: -3600)),
          \(world.now().adding(seconds: -3600)))
        """)
    }
    return LoudBrowser(site: site, token: token)
  }

  /// Raises a concern page by page.
  /// - Returns: the page that shows its code.
  func raise(
    _ concern: MatrixConcern, _ text: String = "Nobody knows me.", about names: String = ""
  ) async throws -> String {
    let address = [
      "group": concern.group.text, "category": concern.category.text, "names": names,
    ]
    let page = try await post("/concerns/anonymous", address).text
    var fields = address
    for name in ["seen", "code"] {
      fields[name] = page.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]+)\""))
        .flatMap { $0.output[1].substring.map(String.init) }
    }
    fields["text"] = text
    return try await post("/concerns/anonymous/send", fields).text
  }

  /// Raises a concern and reads its code.
  func code(
    of concern: MatrixConcern, _ text: String = "Nobody knows me.", about names: String = ""
  ) async throws -> String {
    let page = try await raise(concern, text, about: names)
    let shown = try #require(page.firstMatch(of: /id="code"><li>([0-9a-z-]+)<\/li>/))
    return String(shown.1)
  }

  func get(_ path: String) async throws -> Answer {
    try await send(.get, path, headers())
  }

  /// Sends a form, with the token of its session where the page asks who it is.
  func post(
    _ path: String, _ fields: [String: String], isSigned: Bool = false
  ) async throws -> Answer {
    var (headers, fields) = (headers(), fields)
    headers[.contentType] = "application/x-www-form-urlencoded"
    if isSigned, let token { fields["form-token"] = TokenHash.formToken(of: token) }
    let body = fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }.joined(separator: "&")
    return try await send(.post, path, headers, ByteBuffer(string: body))
  }

  /// Sends a file behind fields.
  func upload(
    _ path: String, _ fields: [(String, String)], _ file: [UInt8], named name: String = marks[4]
  ) async throws -> Answer {
    var headers = headers()
    headers[.contentType] = "multipart/form-data; boundary=a-boundary"
    var body: [UInt8] = []
    for (field, value) in fields {
      body += Array(
        "--a-boundary\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
          .utf8)
    }
    let head =
      "--a-boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
      + "Content-Type: application/\(Self.marks[4])\r\n\r\n"
    body += Array(head.utf8) + file + Array("\r\n--a-boundary--\r\n".utf8)
    return try await send(.post, path, headers, ByteBuffer(bytes: body))
  }

  private func headers() -> HTTPFields {
    var headers: HTTPFields = [
      .userAgent: Self.marks[0] + ")", .ifNoneMatch: Self.marks[3],
      .referer: "https://hospital.example/\(Self.marks[2])",
    ]
    if let token { headers[.cookie] = "housestaff=\(token)" }
    if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = Self.marks[1] }
    if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
    return headers
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields,
    _ body: ByteBuffer? = nil
  ) async throws -> Answer {
    let response = try await site.client.execute(
      uri: path, method: method, headers: headers, body: body)
    if path.hasPrefix("/concerns/anonymous") || path.hasPrefix("/concerns/code") {
      #expect(response.headers[.setCookie] == nil)
    }
    return Answer(
      status: response.status.code, headers: response.headers,
      bytes: Array(response.body.readableBytesView))
  }
}
