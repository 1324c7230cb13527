import Councils
import HTML
import Kernel

extension SeatMap.Column {
  /// Whether a cell says how many seats are filled, because it has several.
  var isCounted: Bool { isByProgram || seats > 1 }
}

/// How the seats of a cell can stand, each drawn once for the whole map. The items of a drawing are
/// the cells, row by row.
struct CellDrawings {
  private let map: SeatMap
  private let none = Drawing { _ in .nothing }
  /// Of one seat.
  private let single: States
  /// Of several seats; the others where no column has several.
  private let counted: States

  private struct States {
    let vacant: Drawing
    let awaiting: Drawing
    let endingSoon: Drawing
    let filled: Drawing

    func drawing(of state: SeatState) -> Drawing {
      switch state {
      case .vacant: vacant
      case .awaiting: awaiting
      case .endingSoon: endingSoon
      case .filled: filled
      }
    }
  }

  init(_ map: SeatMap) {
    self.map = map
    single = Self.single(map)
    counted = map.columns.contains(where: \.isCounted) ? Self.counted(map) : single
  }

  /// Of one seat: a link to the form where someone can be put forward.
  private static func single(_ map: SeatMap) -> States {
    let rules = map.columns.map {
      SeatPath.nominate.beginning(SeatAddress.beginning(of: $0.rule))
    }
    let units = map.rows.map { SeatPath.nominate.ending($0.department.id.text) }
    func nominate(_ state: SeatState) -> Drawing {
      Drawing { cell in
        let form = cell.href(joining: { (rules[$0 % rules.count], units[$0 / rules.count]) })
        badge(state, form) { OrganizationWords.state(state).word }
      }
    }
    let (endingSoon, tone) = OrganizationWords.state(.endingSoon)
    return States(
      vacant: nominate(.vacant), awaiting: nominate(.awaiting),
      endingSoon: Drawing { _ in Badge.of(endingSoon, tone) },
      // What is in order draws no attention.
      filled: Drawing { _ in .text(OrganizationWords.state(.filled).word) })
  }

  /// Of several seats: how many are filled.
  private static func counted(_ map: SeatMap) -> States {
    let (columns, rows) = (map.columns, map.rows)
    func count(_ state: SeatState) -> Drawing {
      Drawing { cell in
        let seats = cell.href {
          OrganizationPath.seats.location(columns[$0 % columns.count].organization)
        }
        badge(state, seats) {
          cell.text { item in
            let seats = rows[item / columns.count].cells[item % columns.count]
            return "\(seats.held) of \(seats.seats)"
          }
        }
      }
    }
    return States(
      vacant: count(.vacant), awaiting: count(.awaiting), endingSoon: count(.endingSoon),
      filled: count(.filled))
  }

  /// What stands in a cell, and which of the drawing's items it is.
  func drawing(of row: Int, _ column: Int) -> (drawing: Drawing, item: Int) {
    let item = row * map.columns.count + column
    guard let state = map.state(of: row, column) else { return (none, item) }
    let isCounted = map.columns[column].isCounted
    return (isCounted ? counted.drawing(of: state) : single.drawing(of: state), item)
  }

  private static func badge(
    _ state: SeatState, _ href: Attribute, @HTMLBuilder text: () -> HTML
  ) -> HTML {
    a(.classes("badge", OrganizationWords.state(state).tone.rawValue), href, content: text)
  }
}
