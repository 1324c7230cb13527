import FoundationEssentials
package import Kernel

/// Which column gives which fact: the number of a column, from 0, for each field.
package struct ColumnMapping: Sendable, Equatable {
  /// The columns by the field that they give.
  package var columns: [RosterField: Int]

  package init(_ columns: [RosterField: Int] = [:]) {
    self.columns = columns
  }

  /// The mapping that titles suggest; of two columns of one meaning the surer or earlier one.
  package init(guessing titles: [String]) {
    var best: [RosterField: (rank: Int, column: Int)] = [:]
    for (column, title) in titles.enumerated() {
      guard let (field, rank) = RosterField.named(title) else { continue }
      if let known = best[field], known.rank <= rank { continue }
      best[field] = (rank, column)
    }
    // A name in one cell is a makeshift: two columns say more.
    if best[.familyName] != nil { best[.fullName] = nil }
    self.init(best.mapValues(\.column))
  }

  /// The facts without which no row can be read, with words in braces; empty where the mapping
  /// suffices.
  ///
  /// Faculty and staff have no appointment, so a file that says who is what need not give one.
  var missing: [String] {
    var missing: [String] = []
    if columns[.personnelNumber] == nil {
      missing.append(RosterField.personnelNumber.title)
    }
    if columns[.familyName] == nil, columns[.fullName] == nil {
      missing.append("\(RosterField.familyName.title) (or full name)")
    }
    guard columns[.capacity] == nil else { return missing }
    if columns[.program] == nil, columns[.accreditationNumber] == nil {
      missing.append(RosterField.program.title)
    }
    for field in [RosterField.level, .startsOn, .endsOn] where columns[field] == nil {
      missing.append(field.title)
    }
    return missing
  }

  /// The same in an institution's words.
  package func missing(in words: Words) -> [String] { words(missing) }
}

extension ColumnMapping {
  /// The mapping as JSON: `{"address":5,"degrees":4}`, keys in alphabetical order.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(columns) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads what ``json`` wrote, or a person's own choice.
  /// - Returns: nil where the text is no mapping, or has a column below 0 or twice.
  package init?(json: String) {
    let data = Data(json.utf8)
    guard let columns = try? JSONDecoder().decode([RosterField: Int].self, from: data),
      columns.values.allSatisfy({ $0 >= 0 }), Set(columns.values).count == columns.count
    else { return nil }
    self.init(columns)
  }
}
