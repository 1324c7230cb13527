import Elections
import Foundation

/// Tries to pair people, ballots and receipts by every order that a dump has.
///
/// It knows who cast which ballot with which receipt, and uses that to tell whether a pairing is
/// right, and the order of casting, which an attacker may have from the log of a web server.
struct DumpAttack {
  /// Voters by identifier, by the text of their ballot and by their receipt's digest.
  let people: [String: Int]
  let ballots: [String: Int]
  let receipts: [String: Int]
  let castingOrder: [Int]

  /// Of whom a list is.
  enum Kind: CaseIterable { case people, ballots, receipts }

  /// People in an order that the dump has, and where from.
  struct List {
    let kind: Kind
    let source: String
    let voters: [Int]
  }

  /// All pairings that chance does not explain, of lists that are alike one; what two lists of one
  /// kind share is no secret.
  func findings(in lists: [List]) -> [String] {
    var known: Set<[Int]> = []
    let lists = lists.filter { list in
      known.insert(list.voters + [Kind.allCases.firstIndex(of: list.kind) ?? 0]).inserted
    }
    var findings: [String] = []
    for (place, first) in lists.enumerated() {
      for second in lists[..<place] where second.kind != first.kind {
        let pairing = Pairing(first.voters, second.voters)
        if !pairing.isChance {
          findings.append("\(first.source) with \(second.source): \(pairing)")
        }
      }
    }
    return findings
  }

  /// Every list of at least half of the voters.
  func lists(in dump: Dump) -> [List] {
    var lists = [List(kind: .people, source: "the order of casting", voters: castingOrder)]
    for (name, rows) in dump.tables {
      for column in -1..<(rows.first?.count ?? 0) {
        let source = column < 0 ? "rows of \(name)" : "\(name) by column \(column + 1)"
        lists += self.lists(source, Self.sorted(rows, by: column).flatMap(\.self))
      }
    }
    for (name, content) in dump.files {
      for (kind, places) in occurrences(in: content) {
        lists.append(List(kind: kind, source: "first in \(name)", voters: places.first))
        lists.append(List(kind: kind, source: "last in \(name)", voters: places.last))
      }
    }
    return lists.filter { Set($0.voters).count >= castingOrder.count / 2 }
  }

  private static func sorted(_ rows: [[String]], by column: Int) -> [[String]] {
    guard column >= 0 else { return rows }
    return rows.enumerated()
      .sorted { ($0.element[column], $0.offset) < ($1.element[column], $1.offset) }
      .map(\.element)
  }

  /// Whom a series of values names, for each kind.
  private func lists(_ source: String, _ values: [String]) -> [List] {
    var found: [Kind: [Int]] = [:]
    for value in values {
      if let voter = ballots[value] {
        found[.ballots, default: []].append(voter)
        continue
      }
      for word in value.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
        if let voter = people[String(word)] { found[.people, default: []].append(voter) }
        if let voter = receipts[String(word)] { found[.receipts, default: []].append(voter) }
      }
      found[.ballots, default: []] += counted(value)
    }
    return found.map { List(kind: $0, source: source, voters: $1) }
  }

  /// Whose ballots stand in a .blt file, line by line.
  private func counted(_ value: String) -> [Int] {
    guard value.contains("\n") else { return [] }
    return value.split(separator: "\n").compactMap { line in
      ballots[line.split(separator: " ").dropFirst().dropLast().joined(separator: " ")]
    }
  }

  /// Voters by the place of the first and of the last occurrence of their token, for each kind.
  private func occurrences(in content: Data) -> [Kind: (first: [Int], last: [Int])] {
    var first: [Kind: [Int]] = [:]
    var last: [Kind: [Int: Int]] = [:]
    TokenSearch([.people: people, .ballots: ballots, .receipts: receipts])
      .each(in: content) { place, kind, voter in
        if last[kind, default: [:]].updateValue(place, forKey: voter) == nil {
          first[kind, default: []].append(voter)
        }
      }
    return first.reduce(into: [:]) { found, list in
      let places = last[list.key] ?? [:]
      found[list.key] = (list.value, places.sorted { $0.value < $1.value }.map(\.key))
    }
  }
}
