package import Kernel

/// How a file is laid out: where its header is, and which column gives which fact.
package struct RosterLayout: Sendable, Equatable {
  /// A column, as a mapping page shows it.
  package struct Column: Sendable, Equatable {
    /// The number of the column, from 0.
    package let number: Int
    /// The file's own title for it.
    package let title: String
    /// The fact that it gives, or nil where it is not used.
    package let field: RosterField?
    /// The first value below the header that is not empty.
    package let example: String
  }

  /// Where the mapping comes from.
  package enum Origin: String, Sendable {
    /// A person chose it for this file.
    case given
    /// It was kept from an earlier file with the same titles.
    case saved
    /// The titles suggested it.
    case guessed
  }

  /// The line of the header.
  package let headerLine: Int
  /// The titles, without spaces around them.
  package let titles: [String]
  package let mapping: ColumnMapping
  package let origin: Origin
  /// The columns that have a title or a value, in the order of the file.
  package let columns: [Column]
  /// Where the columns are that we added to refused rows; a mapping page does not show them.
  let mending: MendingColumns

  /// The facts without which no row can be read, in words.
  package func missing(in words: Words) -> [String] { mapping.missing(in: words) }

  /// The titles of the file's own columns.
  var ownTitles: [String] { Array(titles[..<mending.own]) }

  /// The titles of columns that are not used.
  package var unused: [String] {
    columns.filter { $0.field == nil && !$0.title.isEmpty }.map(\.title)
  }
}
