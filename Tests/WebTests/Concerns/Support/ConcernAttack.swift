import Crypto
import Foundation
import Kernel

/// Looks in a dump for a way from a concern to whoever wrote it, and for what was written.
///
/// A way has a first step, and each step is a value that two rows share. So it is enough that no
/// row of the concern shares a value with any other row, but for what is no secret.
struct ConcernAttack {
  let concern: String
  /// What tells the writer: their person, names, addresses, session, and what their browser says.
  let marks: [String]
  /// What was written, and the code.
  let secrets: [String]
  /// What is known of every concern: its group, its category, and the keys of its readers.
  let common: Set<String>

  /// Octets around a mention of the concern in which nothing of its writer may stand.
  private static let near = 200

  /// All that gives it away.
  func findings(in dump: ConcernDump) -> [String] {
    let own = dump.rows.filter(isOwn)
    return shared(own, dump.rows.filter { !isOwn($0) }) + moments(own) + traces(own)
      + dump.files.flatMap { told(in: $0.content, $0.name) + neighbors(in: $0.content, $0.name) }
  }

  /// Whether a row belongs to the concern.
  func isOwn(_ row: ConcernDump.Row) -> Bool {
    row.table == "concern" ? row.values["id"] == concern : row.values["concern_id"] == concern
  }

  /// Values of its rows that other rows have too.
  private func shared(_ own: [ConcernDump.Row], _ others: [ConcernDump.Row]) -> [String] {
    var places: [String: Set<String>] = [:]
    for row in others {
      for (column, value) in row.values {
        for token in Self.tokens(value) {
          places[token, default: []].insert("\(row.table).\(column)")
        }
      }
    }
    return own.flatMap { row in
      row.values.flatMap { column, value in
        Self.tokens(value).subtracting(common).flatMap { token in
          (places[token] ?? []).map { "\(row.table).\(column) = \($0)" }
        }
      }
    }
  }

  /// What of its rows says more than a day: moments, numbers that may be some, and identifiers that
  /// sort by time.
  private func moments(_ own: [ConcernDump.Row]) -> [String] {
    own.flatMap { row in
      row.values.filter { _, value in
        !common.contains(value)
          && (value.contains(/\d\d:\d\d/) || value.wholeMatch(of: /\d{9,15}/) != nil
            || value.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]+/) != nil)
      }.map { "\(row.table).\($0.key) says when" }
    }
  }

  /// Marks in its rows, as they are or summed up.
  private func traces(_ own: [ConcernDump.Row]) -> [String] {
    let summed = marks.map { mark in
      SHA256.hash(data: Data(mark.utf8)).map { String(format: "%02x", $0) }.joined()
    }
    let hidden = marks.map { mark in
      mark.utf8.map { String(format: "%02x", $0) }.joined()
    }
    return own.flatMap { row in
      row.values.flatMap { column, value in
        (marks + summed + hidden).filter { value.contains($0) }
          .map { "\(row.table).\(column) has \($0)" }
      }
    }
  }

  /// What was written, anywhere at all.
  private func told(in content: Data, _ name: String) -> [String] {
    secrets.filter { content.range(of: Data($0.utf8)) != nil }.map { "\(name) tells \($0)" }
  }

  /// Marks beside a mention of the concern.
  private func neighbors(in content: Data, _ name: String) -> [String] {
    var findings: [String] = []
    var from = content.startIndex
    while let found = content.range(of: Data(concern.utf8), in: from..<content.endIndex) {
      let around = content[
        max(
          content.startIndex, found.lowerBound - Self.near)..<min(
            content.endIndex, found.upperBound + Self.near)]
      findings += marks.filter { around.range(of: Data($0.utf8)) != nil }
        .map { "\(name) has \($0) beside it" }
      from = found.upperBound
    }
    return findings
  }

  /// A value and its words, without what many rows share by nature: days, short numbers, and words
  /// of the program's own.
  static func tokens(_ value: String) -> Set<String> {
    let words = value.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
    return Set(([value] + words.map(String.init)).filter(isTelling))
  }

  private static func isTelling(_ token: String) -> Bool {
    token.count >= 6 && Day(text: token) == nil && !token.allSatisfy { $0.isLetter || $0 == "_" }
  }
}
