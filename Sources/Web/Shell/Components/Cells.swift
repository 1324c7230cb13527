import HTML

/// Cells of tables.
enum Cells {
  /// The cell that names the row, as a link to it.
  static func name(_ text: String, _ location: Location) -> HTML {
    name(.text(text), .href(location))
  }

  /// The same for what repeats.
  static func name(_ text: HTML, _ href: Attribute) -> HTML {
    HTML.element("th", [.named("scope", "row")], [a(href, .named("dir", "auto")) { text }])
  }

  /// The cell that names the row.
  static func name(@HTMLBuilder _ content: () -> HTML) -> HTML {
    HTML.element("th", [.named("scope", "row")], [content()])
  }

  /// A cell that says itself what it is; empty it disappears on a phone.
  static func text(_ text: String?) -> HTML { td { text ?? "" } }

  /// A cell with a label for where the heading is out of sight.
  static func labeled(_ label: String, _ content: HTML) -> HTML {
    td(.named("data-label", label)) { content }
  }

  /// A number.
  static func number(_ number: Int, _ label: String) -> HTML {
    td(.class("num"), .named("data-label", label)) { Figures.grouped(number) }
  }

  /// The row of headings; a heading may be a number's.
  static func head(_ headings: [String], numbers: Set<String> = []) -> HTML {
    thead {
      tr {
        for heading in headings {
          th(.optional("class", numbers.contains(heading) ? "num" : nil)) { heading }
        }
      }
    }
  }
}

/// A list's heading by which it can be sorted.
struct SortHead: Sendable {
  let label: String
  /// Where the rising and the falling order are.
  let rising: Location
  let falling: Location
  /// The order in which the list stands by this heading; nil where another one rules.
  let order: Order?

  enum Order {
    case rising, falling
  }

  var markup: HTML {
    let sort: String? =
      switch order {
      case .rising: "ascending"
      case .falling: "descending"
      case nil: nil
      }
    return HTML.element(
      "th", [.optional("aria-sort", sort)],
      [a(.href(order == .rising ? falling : rising)) { label }])
  }
}
