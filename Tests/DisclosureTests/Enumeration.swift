@testable import Disclosure

/// The slow and obvious way to audit: all tables up to a limit, one after another.
struct Enumeration {
  /// The greatest value that is tried for a withheld cell.
  let limit: Int
  private(set) var intervals: [Int: Interval] = [:]
  private let publication: Publication
  private var table: [Int]
  /// The relations whose last withheld cell is a given one, so that they can be checked then.
  private var closing: [[Int]]

  init(_ publication: Publication, upTo limit: Int) {
    self.publication = publication
    self.limit = limit
    table = publication.known.map(\.low)
    closing = .init(repeating: [], count: table.count)
    for relation in 0..<publication.system.relationCount {
      let last = publication.system.cells(of: relation).filter {
        !publication.known[$0].isExact
      }.max()
      if let last { closing[last].append(relation) }
    }
    visit(publication.withheld[...])
  }

  private mutating func visit(_ rest: ArraySlice<Int>) {
    guard let cell = rest.first else {
      for cell in publication.withheld {
        let found = intervals[cell] ?? Interval(exactly: table[cell])
        intervals[cell] = Interval(min(found.low, table[cell]), max(found.high ?? 0, table[cell]))
      }
      return
    }
    for value in publication.known[cell].low...limit {
      table[cell] = value
      if closing[cell].allSatisfy(holds) { visit(rest.dropFirst()) }
    }
  }

  private func holds(_ relation: Int) -> Bool {
    publication.system.parts(of: relation).reduce(0) { $0 + table[$1] }
      == table[publication.system.total(of: relation)]
  }
}
