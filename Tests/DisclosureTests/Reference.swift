import Disclosure
import Foundation

/// The reference files beside these tests.
enum Reference {
  /// The values of a file with one of them on each line.
  static func lines<Value: Decodable>(_ name: String, as type: Value.Type) throws -> [Value] {
    try text(name, "jsonl").split(separator: "\n").map {
      try decoder.decode(type, from: Data($0.utf8))
    }
  }

  /// The value that a file holds.
  static func whole<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    try decoder.decode(type, from: Data(text(name, "json").utf8))
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  /// A file as text.
  static func text(_ name: String, _ suffix: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try String(contentsOf: folder.appending(path: "\(name).\(suffix)"), encoding: .utf8)
  }
}

/// What an attacker derives from a small table.
struct AuditReference: Decodable {
  let id: String
  let shapeWithTotals: [Int]
  let cells: [Int]
  let suppressed: [Int]
  let intLow: [Int]
  let intHigh: [Int]
  let integerExactlyDisclosed: [Int]

  var table: CountTable {
    get throws { try .plain(shapeWithTotals, cells) }
  }
}

/// The table of the literature with its bounds.
struct Textbook: Decodable {
  let cellsWithTotals: [[Int]]
  let suppressed: [[Int]]
  let bounds: [[Int]]
}

extension Axis {
  /// A dimension of so many codes, the last of them the total of the others.
  static func plain(_ name: String, _ codes: Int) throws -> Axis {
    try Axis(name: name, categories: (1..<codes).map { "\(name)\($0)" })
  }
}

extension CountTable {
  /// A table with the total as the last code of each dimension.
  static func plain(_ shape: [Int], _ counts: [Int]) throws -> CountTable {
    let axes = try shape.enumerated().map { try Axis.plain("d\($0)", $1) }
    return try CountTable(axes: axes, counts: counts)
  }
}
