import HTML

/// What a list is narrowed down to, each with a way to take it away.
enum Chips {
  static func of(_ chips: [(label: String, without: Location)]) -> HTML {
    guard !chips.isEmpty else { return .nothing }
    return ul(.class("chips"), .aria(.label, "Filters in use")) {
      for chip in chips {
        li {
          a(.href(chip.without), .aria(.label, "Remove filter: \(chip.label)")) { chip.label }
        }
      }
    }
  }
}
