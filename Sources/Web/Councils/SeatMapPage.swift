import Councils
import HTML
import Kernel
import Roster
import SQLStore
import Spreadsheet

/// Departments by councils: filled, vacant, awaiting approval, ending soon.
struct SeatMapPage: Sendable {
  let visit: Visit
  let query: SeatMap.Query
  let map: SeatMap

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    query = Self.query(visit.query)
    map = try SeatMap.read(query, viewer: visit.viewer, reader: reader)
  }

  /// Reads an address; what is malformed is left out.
  static func query(_ fields: FormFields) -> SeatMap.Query {
    SeatMap.Query(
      organization: OrganizationID(given: fields["organization"]),
      department: DepartmentID(given: fields["department"]),
      state: SeatState(rawValue: fields["state"]))
  }

  private var pairs: [(name: String, value: String)] {
    let all: [(name: String, value: String?)] = [
      ("organization", query.organization?.text), ("department", query.department?.text),
      ("state", query.state?.rawValue),
    ]
    return all.compactMap { pair in pair.value.map { (pair.name, $0) } }
  }

  var page: Page {
    Page("Seat map", in: .seatMap, subtitle: visit.words(Self.about), actions: export) {
      filters
      if map.columns.isEmpty || map.rows.isEmpty {
        empty
      } else {
        if map.isNaming {
          tableOfSeats
        } else {
          p(.class("soft")) { visit.words(Self.wide) }
          div(.class("wide")) { tableOfSeats }
        }
      }
    }
  }

  private static let wide =
    "Choose a council or a {department} to see who sits. The export names everybody."

  private static let about =
    "Who sits for each {department}. Choose a vacant seat to put someone forward."

  private var export: HTML {
    a(.class("btn"), .href(SeatPath.mapExport.location(pairs))) { "Export" }
  }

  private var filters: HTML {
    form(.class("filters"), .action(SeatPath.map.location())) {
      PeopleChoices.choice(
        "Council", "organization", query.organization?.text ?? "",
        [("", "Any")] + councils.map { ($0.organization.text, $0.organizationName) })
      PeopleChoices.choice(
        visit.words("{Department}"), "department", query.department?.text ?? "",
        [("", "Any")] + map.choices.departments.map { ($0.id.text, $0.name) })
      PeopleChoices.choice(
        "Some seat is", "state", query.state?.rawValue ?? "",
        [("", "Anything")]
          + SeatState.allCases.map { ($0.rawValue, OrganizationWords.state($0).word) })
      button(.class("btn small")) { "Show" }
    }
  }

  /// Each council once, however many columns it has: they stand beside each other.
  private var councils: [SeatMap.Column] {
    let columns = map.choices.columns
    return columns.enumerated().filter { number, column in
      number == 0 || columns[number - 1].organization != column.organization
    }.map(\.element)
  }

  private var empty: HTML {
    if !pairs.isEmpty {
      return EmptyState.of("No seat matches", "Take a filter away.") {
        p { a(.class("btn"), .href(SeatPath.map.location())) { "Show all seats" } }
      }
    }
    return EmptyState.of(
      visit.words("No council has a seat for each {department} yet"),
      visit.words("The {office} gives a council seats on the council's own page."))
  }

  private var tableOfSeats: HTML {
    table(.class("dense")) {
      caption(.class("vh")) { visit.words("Seats by {department} and council") }
      thead {
        tr {
          th { visit.words("{Department}") }
          HTML.repeated(map.columns.count) { head in
            th { bdi { head.text { map.columns[$0].organizationName } } }
          }
        }
      }
      tbody { HTML.repeated(map.rows.count, row) }
    }
  }

  /// Drawn once for all departments: a cell differs by how its seats stand.
  private func row(_ row: StandIn) -> HTML {
    let rows = map.rows
    let drawings = CellDrawings(map)
    return tr {
      Cells.name(
        row.text { rows[$0].department.name },
        row.href { DepartmentPath.department.location(rows[$0].department.id) })
      for (number, column) in map.columns.enumerated() {
        Cells.labeled(
          column.organizationName,
          map.isNaming
            ? row.markup { named($0, number, drawings) }
            : row.drawing { drawings.drawing(of: $0, number) })
      }
    }
  }

  /// A cell that names who sits there.
  private func named(_ row: Int, _ column: Int, _ drawings: CellDrawings) -> HTML {
    let cell = map.rows[row].cells[column]
    guard let holder = cell.holders.first, !map.columns[column].isCounted else {
      let (drawing, item) = drawings.drawing(of: row, column)
      return drawing.filled(for: item)
    }
    guard cell.state == .endingSoon else { return bdi { holder.name } }
    return .group([
      bdi { holder.name }, " ", Badge.of("until \(When.shortDay(holder.endsOn))", .info),
    ])
  }
}

extension CouncilsPart {
  /// The seat map and its table for a spreadsheet.
  func registerSeatMap(in routes: inout Routes) {
    routes.page(SeatPath.map, .signedIn) { visit, _, reader in
      .page(try SeatMapPage(visit, reader).page)
    }
    routes.page(SeatPath.mapExport, .signedIn) { visit, _, reader in
      let map = try SeatMap.read(
        SeatMapPage.query(visit.query), namingAll: true, viewer: visit.viewer, reader: reader)
      return .download(Self.export(map, visit))
    }
  }

  /// A line for each department and council.
  private static func export(_ map: SeatMap, _ visit: Visit) -> Download {
    var table = CSVWriter(byteOrderMark: true)
    table.write(
      visit.words([
        "{Department}", "Council", "Seat", "Stands", "Seats", "Filled", "Who", "Until",
      ]))
    for row in map.rows {
      for (column, cell) in zip(map.columns, row.cells) {
        guard let state = cell.state else { continue }
        let holders = cell.holders.sorted { FoldedText.key($0.name) < FoldedText.key($1.name) }
        table.write([
          row.department.name, column.organizationName, column.title,
          OrganizationWords.state(state).word, String(cell.seats), String(cell.held),
          holders.map(\.name).joined(separator: "; "),
          holders.map(\.endsOn.text).joined(separator: "; "),
        ])
      }
    }
    return Download(
      fileName: "seat-map-\(visit.viewer.today.text).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }
}
