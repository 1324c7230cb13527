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
  /// Of several seats.
  private let counted: States

  private struct States {
    let vacant: Drawing
    let awaiting: Drawing
    let endingSoon: Drawing
    let filled: Drawing
  }

  init(_ map: SeatMap) {
    let (columns, rows) = (map.columns, map.rows)
    func column(_ item: Int) -> SeatMap.Column { columns[item % columns.count] }
    func row(_ item: Int) -> SeatMap.Row { rows[item / columns.count] }
    func nominate(_ state: SeatState) -> Drawing {
      Drawing { cell in
        let form = cell.href { item in
          SeatPath.nominate.location(
            SeatAddress(rule: column(item).rule, unit: row(item).department.id.text))
        }
        Self.badge(state, form) { OrganizationWords.state(state).word }
      }
    }
    func count(_ state: SeatState) -> Drawing {
      Drawing { cell in
        Self.badge(
          state, cell.href { OrganizationPath.seats.location(column($0).organization) }
        ) {
          cell.text { item in
            let seats = row(item).cells[item % columns.count]
            return "\(seats.held) of \(seats.seats)"
          }
        }
      }
    }
    self.map = map
    let (endingSoon, tone) = OrganizationWords.state(.endingSoon)
    single = States(
      vacant: nominate(.vacant), awaiting: nominate(.awaiting),
      endingSoon: Drawing { _ in Badge.of(endingSoon, tone) },
      // What is in order draws no attention.
      filled: Drawing { _ in .text(OrganizationWords.state(.filled).word) })
    counted = States(
      vacant: count(.vacant), awaiting: count(.awaiting), endingSoon: count(.endingSoon),
      filled: count(.filled))
  }

  /// What stands in a cell, and which of the drawing's items it is.
  func drawing(of row: Int, _ column: Int) -> (drawing: Drawing, item: Int) {
    let states = map.columns[column].isCounted ? counted : single
    let drawing =
      switch map.rows[row].cells[column].state {
      case .vacant: states.vacant
      case .awaiting: states.awaiting
      case .endingSoon: states.endingSoon
      case .filled: states.filled
      case nil: none
      }
    return (drawing, row * map.columns.count + column)
  }

  private static func badge(
    _ state: SeatState, _ href: Attribute, @HTMLBuilder text: () -> HTML
  ) -> HTML {
    a(.classes("badge", OrganizationWords.state(state).tone.rawValue), href, content: text)
  }
}
