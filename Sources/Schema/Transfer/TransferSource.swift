import Crypto
import Foundation
import SQLStore

/// An export as it is read: the header at once, then line by line, with all sums checked.
final class TransferSource {
  /// The first line.
  let header: TransferHeader
  private let lines: LineSource
  private var digest = SHA256()
  private var table: TransferTableStart?
  private var tableDigest = SHA256()
  private var rows = 0
  /// The tables that were read to their end.
  private(set) var finished: [TransferredTable] = []

  /// What stands in a line.
  enum Line {
    case table(TransferTableStart)
    /// A row of that table, and the length of its line.
    case row([SQLValue], size: Int)
    /// The last line; all sums were right.
    case end(TransferSummary)
  }

  /// Opens a file and reads its header.
  /// - Throws: ``TransferProblem`` when it is not an export.
  init(path: String) throws {
    lines = try LineSource(path: path)
    guard let first = try lines.next() else {
      throw TransferProblem.damaged(line: 1, reason: "the file is empty")
    }
    header = try TransferLine.decode(
      TransferHeader.self, first, line: 1, expected: "the header of an export")
    guard header.format == TransferHeader.format, header.version == TransferHeader.version else {
      throw TransferProblem.damaged(line: 1, reason: "the format is not one that we know")
    }
    digest.update(data: first + [UInt8(ascii: "\n")])
  }

  /// The next line.
  /// - Throws: ``TransferProblem`` when the file ends before its last line, or a sum is wrong.
  func next() throws -> Line {
    guard var bytes = try lines.next() else {
      throw damaged("the file ends too early")
    }
    if bytes.first == UInt8(ascii: "[") {
      let values = table.flatMap { RowReader.values(bytes, columns: $0.columns) }
      guard let values else { throw damaged("the row does not fit its columns") }
      bytes.append(UInt8(ascii: "\n"))
      digest.update(data: bytes)
      tableDigest.update(data: bytes)
      rows += 1
      return .row(values, size: bytes.count)
    }
    endTable()
    if let start = try? JSONDecoder().decode(TransferTableStart.self, from: Data(bytes)) {
      digest.update(data: bytes + [UInt8(ascii: "\n")])
      table = start
      return .table(start)
    }
    return .end(try end(bytes))
  }

  private func endTable() {
    if let table {
      let sum = tableDigest.finalize().hexadecimal
      finished.append(TransferredTable(table: table.table, rows: rows, sha256: sum))
    }
    (table, tableDigest, rows) = (nil, SHA256(), 0)
  }

  private func end(_ bytes: [UInt8]) throws -> TransferSummary {
    let end = try TransferLine.decode(
      TransferEnd.self, bytes, line: lines.number, expected: "a table or the end")
    guard end.sha256 == digest.finalize().hexadecimal, end.tables == finished else {
      throw damaged("the checksums at the end do not belong to this content")
    }
    guard try lines.next() == nil else { throw damaged("something follows the end") }
    return TransferSummary(tables: finished)
  }

  /// The complaint about the line that was read last.
  func damaged(_ reason: String) -> TransferProblem {
    .damaged(line: lines.number, reason: reason)
  }
}
