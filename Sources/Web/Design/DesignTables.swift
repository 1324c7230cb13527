import HTML
import Kernel

/// Tables: many rows, one, none; sorted, paged, filtered; with tones and changes.
struct DesignTables: Sendable {
  let visit: Visit

  private struct Row {
    let name: String
    let level: Int
    let program: String
    let tries: Int
    let tone: Tone
    let state: String
  }

  private static let rows = [
    Row(
      name: "Bello, Miriam", level: 3, program: "Internal Medicine", tries: 2, tone: .neutral,
      state: "Here"),
    Row(
      name: "Chen, Wei", level: 1, program: "Emergency Medicine and Critical Care", tries: 14,
      tone: .good, state: "New"),
    Row(
      name: "Núñez, Theresa", level: 2, program: "General Surgery", tries: 1_512, tone: .warn,
      state: "Leaves soon"),
    Row(
      name: "Okafor, Chukwuemeka Oluwaseun", level: 5, program: "Neurosurgery", tries: 0,
      tone: .bad, state: "Late"),
    Row(
      name: "Pérez, Ana", level: 4, program: "Pediatrics", tries: 7, tone: .info,
      state: "To come"),
  ]

  private static let size = 3
  private var order: String { visit.query["sort"] }
  private var isSecond: Bool { visit.query["page"] == "2" }

  var markup: HTML {
    .group([
      Sample.of("Many rows, filtered, sorted and paged") {
        filters
        Chips.of([
          ("Internal Medicine", DesignPath.design.location(fragment: "tables")),
          ("PGY-2", DesignPath.design.location(fragment: "tables")),
        ])
        table(sorted.dropFirst(isSecond ? Self.size : 0).prefix(Self.size))
        Pager.of(
          "\(isSecond ? Self.rows.count - Self.size : Self.size) people on this page",
          previous: isSecond ? page("1") : nil, next: isSecond ? nil : page("2"))
      },
      div(.class("cols")) {
        Sample.of("What a change does") { changes }
        Sample.of("Figures, tight, with a total") { figures }
      },
      Sample.of("One row") { table(Self.rows.prefix(1)) },
      Sample.of("No row") {
        EmptyState.of("Nobody matches", "Try fewer letters, or take a filter away.") {
          p { Sample.link("Show everybody", "btn", to: "tables") }
        }
      },
    ])
  }

  private var sorted: [Row] {
    switch order {
    case "name-falling": Self.rows.reversed()
    case "level": Self.rows.sorted { $0.level < $1.level }
    case "level-falling": Self.rows.sorted { $0.level > $1.level }
    default: Self.rows
    }
  }

  private func page(_ number: String) -> Location {
    DesignPath.design.location([("sort", order), ("page", number)], fragment: "tables")
  }

  private func head(_ label: String, _ name: String) -> HTML {
    func location(_ order: String) -> Location {
      DesignPath.design.location([("sort", order)], fragment: "tables")
    }
    let falling = name + "-falling"
    let isUsual = name == "name" && order.isEmpty
    return SortHead(
      label: label, rising: location(name), falling: location(falling),
      order: order == name || isUsual ? .rising : order == falling ? .falling : nil
    ).markup
  }

  private var filters: HTML {
    form(.class("filters"), .action(DesignPath.design.location())) {
      label {
        "Name or mail"
        input(.type("search"), .name("q"))
      }
      PeopleChoices.choice("Level", "pgy", "2", [("", "Any"), ("1", "PGY-1"), ("2", "PGY-2")])
      button(.class("btn small")) { "Show" }
    }
  }

  private func table(_ rows: some Sequence<Row>) -> HTML {
    HTML.element(
      "table", [],
      [
        caption(.class("vh")) { "People" },
        thead {
          tr {
            head("Name", "name")
            head("Level", "level")
            th { "Program" }
            th(.class("num")) { "Tries" }
            th { "State" }
          }
        },
        tbody { for row in rows { line(row) } },
      ])
  }

  private func line(_ row: Row) -> HTML {
    tr(.classes(row.tone.rawValue)) {
      Cells.name(row.name, Location(fragment: "tables"))
      td(.class("fix")) { "PGY-\(row.level)" }
      Cells.text(row.program)
      Cells.number(row.tries, "Tries")
      td { Badge.of(row.state, row.tone) }
    }
  }

  private var changes: HTML {
    HTML.element(
      "table", [],
      [
        caption(.class("vh")) { "What a change does" },
        Cells.head(["Person", "Change"]),
        tbody {
          tr(.class("info")) {
            Cells.name { "Núñez, Theresa" }
            Cells.labeled("Change", RowChange.of("Level", from: "PGY-1", to: "PGY-2"))
          }
          tr(.class("bad")) {
            Cells.name { "Line 6" }
            Cells.labeled("Change", "The last day is before the first day.")
          }
        },
      ])
  }

  private var figures: HTML {
    HTML.element(
      "table", [.class("dense")],
      [
        caption(.class("vh")) { "Figures" },
        Cells.head(["Site", "People"], numbers: ["People"]),
        tbody {
          for line in [("University Hospital", 1_204), ("Veterans Medical Center", 308)] {
            tr {
              Cells.name { HTML.text(line.0) }
              Cells.number(line.1, "People")
            }
          }
        },
        tfoot {
          tr {
            Cells.name { "Total" }
            Cells.number(1_512, "People")
          }
        },
      ])
  }
}
