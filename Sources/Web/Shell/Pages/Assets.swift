import Crypto
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// A file that pages load: part of the binary, kept by browsers as long as it does not change.
struct Asset: Sendable {
  let name: String
  let type: String
  let bytes: [UInt8]
  /// A hash of the content: the address changes with it.
  let version: String

  private init(_ name: String, type: String, _ bytes: [UInt8]) {
    self.name = name
    self.type = type
    self.bytes = bytes
    let digest = SHA256.hash(data: bytes)
    self.version = digest.prefix(6).map { String($0, radix: 16) }.joined()
  }

  static let stylesheet = Asset(
    "housestaff.css", type: "text/css; charset=utf-8", lean(PackageResources.housestaff_css))
  static let script = Asset(
    "housestaff.js", type: "text/javascript; charset=utf-8",
    lean(PackageResources.housestaff_js))
  static let icon = Asset("icon.svg", type: "image/svg+xml", PackageResources.icon_svg)

  static let all = [stylesheet, script, icon]

  /// A source without what is there for its readers: indentation, empty lines, and comments that
  /// have lines of their own.
  private static func lean(_ source: [UInt8]) -> [UInt8] {
    var isComment = false
    var lines: [Substring] = []
    for line in String(decoding: source, as: UTF8.self).split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("/*") { isComment = true }
      if !isComment, !line.isEmpty, !line.hasPrefix("//") { lines.append(line) }
      if line.hasSuffix("*/") { isComment = false }
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// The address of this version of the file.
  var location: Location {
    Location(path: ["assets", name], query: [("v", version)])
  }

  /// The file; a browser that asks for a version never asks again.
  func response(to request: Request) -> Response {
    var response = Response(
      status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    response.headers[.contentType] = type
    let isVersioned = request.uri.query == "v=\(version)"
    response.headers[.cacheControl] =
      isVersioned ? "public, max-age=31536000, immutable" : "no-cache"
    return response
  }
}
