import Foundation

/// Files of the tests.
enum Fixture {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The bytes of a file in the tests' folder.
  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
  }

  /// A JSON file.
  static func json<Value: Decodable>(_ name: String, as: Value.Type) throws -> Value {
    try decoder.decode(Value.self, from: Data(bytes(name)))
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  /// A file with a JSON value in each line.
  static func lines<Value: Decodable>(_ name: String, of: Value.Type) throws -> [Value] {
    try bytes(name).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(Value.self, from: Data($0))
    }
  }

  /// A file of a public collection, which stands beside the repository and is not part of it.
  ///
  /// `HOUSESTAFF_REFERENCE` names another folder in the place of `../shared`.
  static func shared(_ name: String) throws -> [UInt8] {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["HOUSESTAFF_REFERENCE"]
    let shared = named.map { URL(filePath: $0) } ?? root.appending(path: "../shared")
    return [UInt8](try Data(contentsOf: shared.appending(path: "data/matching/\(name)")))
  }
}
