import HTML
import Kernel
import Roster
import SQLStore

/// The people of one group of a rollover, each to take or to leave out.
struct RolloverPeoplePage: Sendable {
  let visit: Visit
  let rollover: Rollover
  let query: RolloverPlan.Query
  let listed: Listed<RolloverLine>

  init(_ rollover: Rollover, _ visit: Visit, _ reader: any SQLReader) throws {
    let asked = visit.query["group"]
    guard rollover.state == .draft,
      let group = asked.isEmpty ? RolloverGroup.up : RolloverGroup(rawValue: asked)
    else { throw Absent() }
    let plan = try RolloverPlan(rollover, viewer: visit.viewer)
    self.visit = visit
    self.rollover = rollover
    query = RolloverPlan.Query(
      group: group, text: visit.query["q"],
      place: ListPlace(after: visit.query["after"], before: visit.query["before"]))
    listed = try plan.list(query, reader)
  }

  private var year: RolloverYear { RolloverYear(rollover.newYear) }
  private var group: RolloverGroup { query.group }

  var page: Page {
    Page(
      visit.words(group.title), in: .rollover,
      under: [
        .init("Rollover to \(rollover.newYear.name)", RolloverPath.year.location(year))
      ],
      subtitle: visit.words(group.sentence)
    ) {
      filters
      if listed.entries.isEmpty {
        EmptyState.of(
          "Nobody is in this group", visit.words("Try fewer letters, or another {program}."))
      } else if group.act == nil {
        rows
      } else {
        form(.method("post"), .action(RolloverPath.people.location(year, query: address()))) {
          Form.token(visit)
          input(
            .type("hidden"), .name("shown"),
            .value(listed.entries.map(\.appointment.text).joined(separator: " ")))
          rows
          div(.class("acts")) {
            button(.class("btn primary")) { "Keep these choices" }
            a(.class("btn quiet"), .href(RolloverPath.year.location(year))) { "Back" }
          }
        }
      }
      pager
      if group.act != nil { whole }
    }
  }

  /// The query of this page, at another place of the list where one is given.
  private func address(_ place: ListPlace? = nil) -> [(name: String, value: String)] {
    var pairs = [(name: "group", value: group.rawValue)]
    if !query.text.isEmpty { pairs.append(("q", query.text)) }
    switch place ?? query.place {
    case .start: break
    case .after(let position): pairs.append(("after", position))
    case .before(let position): pairs.append(("before", position))
    }
    return pairs
  }

  private var filters: HTML {
    form(.class("filters"), .action(RolloverPath.people.location(year))) {
      input(.type("hidden"), .name("group"), .value(group.rawValue))
      label {
        visit.words("Name or {program}")
        input(.type("search"), .name("q"), .value(query.text))
      }
      button(.class("btn small")) { "Show" }
    }
  }

  private var rows: HTML {
    table {
      caption(.class("vh")) { visit.words(group.title) }
      Cells.head(visit.words(["Name", "{Program}", "Change", "Last day", "Standing"]) + choice)
      tbody { for line in listed.entries { row(line) } }
    }
  }

  private var choice: [String] { group.act == nil ? [] : ["Take"] }

  private func row(_ line: RolloverLine) -> HTML {
    tr {
      Cells.name(line.name, PeoplePath.person.location(line.person))
      td { line.programName }
      td(.named("data-label", "Change")) { RolloverChange.of(line) }
      td(.class("fix"), .named("data-label", "Last day")) { line.endsOn.text }
      td { Badge.of(line.standing.label, line.standing == .active ? .good : .neutral) }
      if group.act != nil {
        td {
          label(.class("pick")) {
            input(
              .type("checkbox"), .name("taken"), .value(line.appointment.text),
              .flag("checked", line.isTaken), .aria(.label, "\(group.verb): \(line.name)"))
            span { group.verb }
          }
        }
      }
    }
  }

  private var pager: HTML {
    Pager.of(
      Figures.counted(listed.entries.count, "person", "people") + " on this page",
      previous: listed.previous.map {
        RolloverPath.people.location(year, query: address(.before($0)))
      },
      next: listed.next.map { RolloverPath.people.location(year, query: address(.after($0))) })
  }

  private var whole: HTML {
    Card.of("The whole group") {
      p(.class("soft")) {
        "This forgets what was chosen one by one in this group."
      }
      div(.class("acts")) {
        turning("Take everybody", isTaken: true)
        turning("Leave everybody out", isTaken: false)
      }
    }
  }

  private func turning(_ label: String, isTaken: Bool) -> HTML {
    Form.button(
      visit, label, RolloverPath.group.location(year),
      hidden: [("group", group.rawValue), ("taken", isTaken ? "yes" : "no")])
  }
}

/// What a rollover does to one appointment, in a few words.
enum RolloverChange {
  static func of(_ line: RolloverLine) -> HTML {
    guard line.isTaken, let act = line.group.act else { return .text(unchanged(line)) }
    switch act {
    case .raise: return level(line)
    case .graduate:
      return RowChange.of("Standing", from: line.standing.label, to: Standing.graduated.label)
    case .renew:
      return .group([
        level(line), br(),
        RowChange.of("Last day", from: line.endsOn.text, to: line.renewedUntil.text),
      ])
    }
  }

  /// The same for a file.
  static func words(_ line: RolloverLine) -> String {
    guard line.isTaken, let act = line.group.act else { return unchanged(line) }
    switch act {
    case .raise: return "PGY-\(line.level) to PGY-\(line.level + 1)"
    case .graduate: return "Graduated"
    case .renew:
      return "PGY-\(line.level) to PGY-\(line.level + 1), until \(line.renewedUntil.text)"
    }
  }

  private static func level(_ line: RolloverLine) -> HTML {
    RowChange.of("Level", from: "PGY-\(line.level)", to: "PGY-\(line.level + 1)")
  }

  private static func unchanged(_ line: RolloverLine) -> String {
    "PGY-\(line.level)" + (line.endsAs.map { ", then \($0.label.lowercased())" } ?? "")
  }
}
