import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Synchronization

/// A browser at the site: it keeps cookies, and reads a form before it sends it.
final class Visitor: Sendable {
  private let client: any TestClientProtocol
  private let kept = Mutex<[String: String]>([:])
  let device: String

  init(
    _ client: any TestClientProtocol, device: String = "Mozilla/5.0 (X11; Linux) Firefox/140.0"
  ) {
    self.client = client
    self.device = device
  }

  /// What came back.
  struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    var location: String? { headers[.location] }
    /// The cookies that were set, with their attributes.
    var cookies: [String] { headers[values: .setCookie] }

    /// The value of a hidden field of the first form that has it.
    func hidden(_ name: String) -> String? {
      text.split(separator: "name=\"\(name)\" value=\"").dropFirst().first
        .map { String($0.prefix { $0 != "\"" }) }
    }
  }

  /// The token of the session, as the cookie holds it.
  var sessionToken: String? {
    get { kept.withLock { $0["housestaff"] } }
    set { kept.withLock { $0["housestaff"] = newValue } }
  }

  /// Another browser with the same cookies, as a thief of the cookie would have.
  func copy() -> Visitor {
    let copy = Visitor(client, device: device)
    copy.sessionToken = sessionToken
    return copy
  }

  @discardableResult
  func get(_ path: String) async throws -> Answer {
    try await send(.get, path, [:], body: nil)
  }

  /// Opens the page of a form and sends it from there, as a person would.
  @discardableResult
  func submit(
    _ path: String, to action: String? = nil, _ fields: [String: String] = [:]
  ) async throws -> Answer {
    var fields = fields
    if let token = try await get(path).hidden("form-token") { fields["form-token"] = token }
    return try await post(action ?? path, fields)
  }

  /// Sends a form as it is.
  @discardableResult
  func post(
    _ path: String, _ fields: [String: String] = [:], site: String? = "same-origin",
    origin: String? = nil
  ) async throws -> Answer {
    var headers = ["Content-Type": "application/x-www-form-urlencoded"]
    headers["Sec-Fetch-Site"] = site
    headers["Origin"] = origin
    return try await send(.post, path, headers, body: Self.encoded(fields))
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String], body: String?
  ) async throws -> Answer {
    var fields = HTTPFields()
    for (name, value) in headers { fields[HTTPField.Name(name) ?? .cookie] = value }
    let cookies = kept.withLock { $0 }
    if !cookies.isEmpty {
      fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    fields[.userAgent] = device
    let response = try await client.execute(
      uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
    keep(response.headers[values: .setCookie])
    return Answer(
      status: response.status.code, headers: response.headers,
      text: String(buffer: response.body))
  }

  private func keep(_ cookies: [String]) {
    for cookie in cookies {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      let isGone = cookie.contains("Max-Age=0")
      kept.withLock { kept in
        kept[String(pair[0])] = isGone || pair.count < 2 ? nil : String(pair[1])
      }
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
