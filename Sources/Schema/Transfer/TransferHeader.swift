import Foundation

/// The first line of an export.
struct TransferHeader: Codable, Equatable {
  /// What tells our files from others.
  static let format = "housestaff-export"
  /// The version of the lines' layout, which this program writes and reads.
  static let version = 1

  /// ``format`` in a file of ours.
  var format = Self.format
  /// ``version`` in a file that we can read.
  var version = Self.version
  /// The names of the migrations that made the tables.
  let migrations: [String]
  /// The moment of the export, as UTC text.
  let exportedAt: String
}

/// The line before a table's rows; each of them is a list of values in the order of the columns.
struct TransferTableStart: Codable, Equatable {
  /// Its name.
  let table: String
  /// In the order of the values.
  let columns: [CatalogColumn]
}

/// The last line of an export.
struct TransferEnd: Codable, Equatable {
  /// How many rows each table has, and their checksums.
  let tables: [TransferredTable]
  /// The SHA-256 of all bytes of the file before this line.
  let sha256: String
}

/// A table of an export: the same on both engines where the rows are the same.
package struct TransferredTable: Codable, Equatable, Sendable {
  /// Its name.
  package let table: String
  /// How many rows it has.
  package let rows: Int
  /// The SHA-256 of the table's rows, as the lines of an export.
  package let sha256: String
}

/// What an export or import carried, table by table.
package struct TransferSummary: Equatable, Sendable {
  /// In the order of the file.
  package let tables: [TransferredTable]

  /// The number of all rows.
  package var rows: Int { tables.reduce(0) { $0 + $1.rows } }
}

/// The lines that are no rows, in JSON with sorted keys.
enum TransferLine {
  /// A line with its newline.
  static func encode(_ line: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(line)) + [UInt8(ascii: "\n")]
  }

  /// - Throws: ``TransferProblem`` that says what should stand in the line.
  static func decode<Line: Decodable>(
    _ type: Line.Type, _ bytes: [UInt8], line: Int, expected: String
  ) throws -> Line {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw TransferProblem.damaged(line: line, reason: "\(expected) is expected here")
    }
  }
}
