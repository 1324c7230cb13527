import Foundation
import Testing

/// Files with elections and their published or computed counts.
enum ReferenceFiles {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Public elections lie beside the repository, not in it.
  private static let shared: URL = {
    if let folder = ProcessInfo.processInfo.environment["HOUSESTAFF_REFERENCE"] {
      return URL(filePath: folder).appending(path: "data/tally")
    }
    return tests.appending(path: "../../../shared/data/tally").standardized
  }()

  /// Whether tests that need them are to run: where they are, and always in CI, so that their
  /// absence fails there.
  static var areExpected: Bool {
    ProcessInfo.processInfo.environment["CI"] == "true"
      || FileManager.default.fileExists(atPath: shared.path)
  }

  /// The bytes of a public file.
  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: shared.appending(path: name)))
  }

  /// The lines of a file beside the repository, each a value.
  static func lines<Value: Decodable>(_ name: String, of type: Value.Type) throws -> [Value] {
    try decode(Data(contentsOf: shared.appending(path: name)))
  }

  /// The lines of a fixture, each a value.
  static func fixture<Value: Decodable>(_ name: String, of type: Value.Type) throws -> [Value] {
    try decode(Data(contentsOf: tests.appending(path: "Fixtures/\(name)")))
  }

  private static func decode<Value: Decodable>(_ data: Data) throws -> [Value] {
    try data.split(separator: 10).map { try JSONDecoder().decode(Value.self, from: $0) }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips, with a line that says so, where the reference files are absent (but not in CI).
  static var needsReferenceFiles: Self {
    .enabled(if: ReferenceFiles.areExpected, "The files in ../shared/data/tally are not here.")
  }
}
