import Accounts
import Elections
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import NIOCore
import RosterTestSupport
import SQLStore
import Web

/// The real site in process, on a store with the cast in it.
struct TestSite: Sendable {
  let stage: Stage
  let client: any TestClientProtocol

  /// What came back.
  struct Answer: Sendable {
    let status: Int
    let location: String?
    let text: String
  }

  /// Opens a page.
  func get(_ path: String, as person: PersonID? = nil) async throws -> Answer {
    try await send(.get, path, as: person, form: nil)
  }

  /// Sends a form, with the token that its page would have carried.
  func post(
    _ path: String, as person: PersonID? = nil, _ fields: [String: String] = [:]
  ) async throws -> Answer {
    try await send(.post, path, as: person, form: fields)
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, as person: PersonID?, form: [String: String]?
  ) async throws -> Answer {
    var headers = HTTPFields()
    var fields = form ?? [:]
    if let person {
      let token = "token-of-\(person.text)"
      try await signIn(person, token)
      headers[.cookie] = "housestaff=\(token)"
      fields["form-token"] = TokenHash.formToken(of: token)
    }
    var body: ByteBuffer?
    if form != nil {
      headers[HTTPField.Name("Sec-Fetch-Site") ?? .origin] = "same-origin"
      headers[.contentType] = "application/x-www-form-urlencoded"
      body = ByteBuffer(string: Self.encoded(fields))
    }
    let response = try await client.execute(
      uri: path, method: method, headers: headers, body: body)
    return Answer(
      status: response.status.code, location: response.headers[.location],
      text: String(buffer: response.body))
  }

  private func signIn(_ person: PersonID, _ token: String) async throws {
    let world = stage.world
    let hash = TokenHash.of(token)
    try await stage.store.write { writer in
      // Whatever a form did to the session before, this request has a fresh one.
      try writer.execute("DELETE FROM session WHERE token_hash = \(hash)")
      try writer.execute(
        """
        INSERT INTO session (token_hash, id, person_id, means, awaits_second_factor, device,
          created_at, seen_at)
        VALUES (\(hash), \(world.newID(ID<Session>.self)), \(person), 'link', \(false), 'test',
          \(world.now()), \(world.now()))
        """)
    }
  }

  private static func encoded(_ fields: [String: String]) -> String {
    fields.sorted { $0.key < $1.key }.map { name, value in
      [name, value].map {
        $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      }.joined(separator: "=")
    }.joined(separator: "&")
  }
}

/// Lends the site on a store of an engine.
func withSite<Answer: Sendable>(
  _ engine: Engine, isDemonstration: Bool = false, trace: StatementTrace? = nil,
  _ body: @escaping @Sendable (TestSite) async throws -> Answer
) async throws -> Answer {
  try await withStage(engine, trace: trace) { stage in
    var world = stage.world
    world.urnKeys = MemoryUrnKeys()
    let stage = Stage(store: stage.store, world: world, cast: stage.cast)
    let site = Site(
      store: stage.store, world: stage.world,
      configuration: Site.Configuration(
        address: "http://localhost", isDemonstration: isDemonstration),
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    let application = Application(router: site.router())
    return try await application.test(.router) { client in
      try await body(TestSite(stage: stage, client: client))
    }
  }
}
