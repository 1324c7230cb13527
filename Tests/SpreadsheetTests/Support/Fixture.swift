import Foundation
import Spreadsheet

/// Files that tests read and write.
enum Fixture {
  /// The path of a file kept beside the tests.
  static func path(_ name: String) -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return tests.appending(path: "Fixtures/\(name)").path
  }

  /// The bytes of a file kept beside the tests.
  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(name))))
  }

  /// Calls `body` with the path of a file that holds `bytes` and is gone afterwards.
  static func with<Result>(
    _ bytes: some Sequence<UInt8>, _ body: (String) throws -> Result
  ) throws -> Result {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "sheet-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }
}

/// A whole table as it was read.
struct Table: Equatable {
  var format: SheetFormat
  var rows: [SheetRow] = []
  var problem: SheetProblem?

  /// Reads the file at `path`; a problem on the way is kept beside the rows before it.
  init(
    path: String, sheet: String? = nil, limits: SheetLimits = SheetLimits()
  ) throws(SheetProblem) {
    var reader = try SheetReader(path: path, sheet: sheet, limits: limits)
    format = reader.format
    do throws(SheetProblem) {
      while let row = try reader.next() { rows.append(row) }
    } catch {
      problem = error
    }
  }

  /// Reads a file that holds `bytes`.
  static func of(
    _ bytes: some Sequence<UInt8>, limits: SheetLimits = SheetLimits()
  ) throws -> Table {
    try Fixture.with(bytes) { try Table(path: $0, limits: limits) }
  }

  /// Reads a file that holds `bytes`, or returns nil if it does not open.
  static func ifOpened(_ bytes: [UInt8]) throws -> Table? {
    do {
      return try of(bytes)
    } catch is SheetProblem {
      return nil
    }
  }

  /// Reads a file that holds `text` as UTF-8.
  static func of(_ text: String, limits: SheetLimits = SheetLimits()) throws -> Table {
    try of(Array(text.utf8), limits: limits)
  }

  /// The cells without their line numbers.
  var cells: [[String]] { rows.map(\.cells) }
}

/// The problem with which opening a file that holds `bytes` fails, or nil if it opens.
func openingProblem(
  _ bytes: some Sequence<UInt8>, limits: SheetLimits = SheetLimits()
) throws -> SheetProblem? {
  try Fixture.with(bytes) { path in
    do throws(SheetProblem) {
      _ = try SheetReader(path: path, limits: limits)
      return nil
    } catch {
      return error
    }
  }
}
