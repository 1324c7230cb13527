import Crypto
import Foundation
package import SQLStore

extension Audit {
  /// One entry as it is stored.
  package struct Entry: Sendable, Equatable, SQLDecodable {
    package let number: Int
    package let at: String
    package let actor: String?
    package let act: String
    package let subjectKind: String
    package let subject: String
    package let detail: String
    package let hash: String

    /// The hash that binds the entry to the one before it: SHA-256 over each field with its length.
    func hash(after previous: String) -> String {
      let fields = [
        previous, String(number), at, actor ?? "-", act, subjectKind, subject, detail,
      ]
      var hasher = SHA256()
      for field in fields {
        let bytes = Array(field.utf8)
        hasher.update(data: Array("\(bytes.count):".utf8))
        hasher.update(data: bytes)
      }
      return hasher.finalize().map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
    }
  }

  /// What a check of the whole trail found.
  package enum Verdict: Sendable, Equatable {
    /// Every entry is bound to the one before it.
    case sound(entries: Int, lastHash: String)
    /// The first entry whose number or hash is not what it must be.
    case broken(at: Int)
  }

  /// Checks the whole trail, entry by entry, in bounded memory.
  ///
  /// A trail that was cut at its end is sound in itself: compare the last hash with one kept
  /// elsewhere.
  package static func verify(_ reader: any SQLReader) throws -> Verdict {
    var previous = genesis
    var expected = 1
    var broken: Int?
    try reader.forEach("SELECT \(columns) FROM audit_entry ORDER BY number") { row in
      let entry = try Entry(row: row)
      guard broken == nil else { return }
      if entry.number != expected || entry.hash(after: previous) != entry.hash {
        broken = expected
      }
      previous = entry.hash
      expected += 1
    }
    return broken.map { .broken(at: $0) } ?? .sound(entries: expected - 1, lastHash: previous)
  }

  /// The columns of an entry.
  package static let columns: SQLQuery =
    "number, at, actor, act, subject_kind, subject, detail, hash"
}

extension Audit.Entry {
  package init(row: SQLRow) throws {
    self.init(
      number: try row.integer("number"), at: try row.text("at"),
      actor: try row.textOrNil("actor"), act: try row.text("act"),
      subjectKind: try row.text("subject_kind"), subject: try row.text("subject"),
      detail: try row.text("detail"), hash: try row.text("hash"))
  }
}
