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
      for kind in Kind.allCases {
        let (first, last) = occurrences(of: tokens(kind), in: content)
        lists.append(List(kind: kind, source: "first in \(name)", voters: first))
        lists.append(List(kind: kind, source: "last in \(name)", voters: last))
      }
    }
    return lists.filter { Set($0.voters).count >= castingOrder.count / 2 }
  }

  private func tokens(_ kind: Kind) -> [String: Int] {
    switch kind {
    case .people: people
    case .ballots: ballots
    case .receipts: receipts
    }
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

  /// Voters by the place of the first and of the last occurrence of their token.
  private func occurrences(
    of tokens: [String: Int], in content: Data
  ) -> (first: [Int], last: [Int]) {
    var first: [(place: Int, voter: Int)] = []
    var last: [(place: Int, voter: Int)] = []
    content.withUnsafeBytes { octets in
      for (token, voter) in tokens {
        let places = Self.places(of: token, in: octets)
        guard let start = places.first, let end = places.last else { continue }
        first.append((start, voter))
        last.append((end, voter))
      }
    }
    return (
      first.sorted { $0.place < $1.place }.map(\.voter),
      last.sorted { $0.place < $1.place }.map(\.voter)
    )
  }

  /// Where a token stands; Foundation's own search takes minutes for a log.
  private static func places(of token: String, in octets: UnsafeRawBufferPointer) -> [Int] {
    guard let base = octets.baseAddress else { return [] }
    var places: [Int] = []
    var from = 0
    while let found = memmem(base + from, octets.count - from, token, token.utf8.count) {
      places.append(found - UnsafeMutableRawPointer(mutating: base))
      from = (places.last ?? 0) + 1
    }
    return places
  }
}
