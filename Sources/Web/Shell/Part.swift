package import HTML
package import Kernel
package import SQLStore

/// One bounded context's pages, plugged in once.
///
/// Navigation, home, search, a person's own data and jobs are loops over ``Parts/all``: a part that
/// forgets one does not compile.
package protocol Part: Sendable {
  /// What the part adds to the navigation.
  var places: [Place] { get }
  /// The work that the part does after an answer.
  var jobs: [JobKind] { get }
  /// Registers the part's pages and forms.
  func register(in routes: inout Routes)
  /// What the part puts on a person's home page.
  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem]
  /// What the part finds for words that someone typed.
  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup]
  /// What the part keeps of the person who asks, for their own copy of their data.
  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable]
  /// What the turn of the academic year means for the part.
  var rollover: any PartRollover { get }
}

/// Something on a home page: due, or changed.
package struct HomeItem: Sendable {
  package let kind: Kind
  package let title: String
  package let why: String
  package let location: Location
  /// The day it is due, or on which it changed.
  package let day: Day?

  /// Whether something is to be done.
  package enum Kind: Sendable {
    case due, changed
  }

  package init(
    _ kind: Kind, _ title: String, why: String, _ location: Location, day: Day? = nil
  ) {
    self.kind = kind
    self.title = title
    self.why = why
    self.location = location
    self.day = day
  }
}

/// Things of one sort that a search found.
package struct FoundGroup: Sendable {
  package let heading: String
  package let found: [Found]

  /// One thing.
  package struct Found: Sendable {
    package let title: String
    package let detail: String
    package let location: Location

    package init(title: String, detail: String, location: Location) {
      self.title = title
      self.detail = detail
      self.location = location
    }
  }

  package init(heading: String, found: [Found]) {
    self.heading = heading
    self.found = found
  }
}

/// A table of a person's own data.
package struct OwnTable: Sendable {
  /// The name of the file in the copy, without ending.
  package let name: String
  /// What it is about, in plain words.
  package let title: String
  /// Who may see it, in plain words.
  package let seenBy: String
  package let columns: [String]
  /// The latest first; days and moments as their `text` has them.
  package let rows: [[String]]

  package init(
    name: String, title: String, seenBy: String, columns: [String], rows: [[String]]
  ) {
    self.name = name
    self.title = title
    self.seenBy = seenBy
    self.columns = columns
    self.rows = rows
  }

  /// Facts, each with its value.
  package static func facts(
    name: String, title: String, seenBy: String, _ facts: [(fact: String, value: String)]
  ) -> OwnTable {
    OwnTable(
      name: name, title: title, seenBy: seenBy, columns: factColumns,
      rows: facts.map { [$0.fact, $0.value] })
  }

  /// Whether each row is a fact with its value.
  var isFacts: Bool { columns == Self.factColumns }

  private static let factColumns = ["Fact", "Value"]
}
