import HTML
import Kernel
import Roster
import SQLStore

/// The preview of a rollover: everything that would happen, before anything does.
struct RolloverPage: Sendable {
  let visit: Visit
  let rollover: Rollover
  /// The last job of it; one that failed says why nothing was done.
  let job: Job?
  let consequences: [RolloverConsequence]
  let preview: RolloverPreview

  init(_ rollover: Rollover, _ job: Job?, _ visit: Visit, _ reader: any SQLReader) throws {
    let plan = try RolloverPlan(rollover, viewer: visit.viewer)
    self.visit = visit
    self.rollover = rollover
    self.job = job
    consequences = try Parts.consequences(of: rollover, visit, reader)
    preview = try plan.preview(with: consequences.map(\.text), reader)
  }

  private var year: RolloverYear { RolloverYear(rollover.newYear) }
  private var mayBegin: Bool { rollover.mayBegin(on: visit.viewer.today) }
  private var counts: [RolloverPlan.Count] { preview.counts }
  private var changes: Int { counts.reduce(0) { $0 + $1.taken } }

  var page: Page {
    Page(
      "Rollover to \(rollover.newYear.name)", in: .rollover,
      subtitle: "Everybody to the next academic year in one step. Nothing is changed yet.",
      actions: counts.isEmpty
        ? .nothing : a(.class("btn"), .href(RolloverPath.lists.location(year))) { "Export" }
    ) {
      if job?.state == .failed {
        NoticeBox.of(.warn, heading: "Nothing was done") { p { job?.outcome ?? "" } }
      }
      if !mayBegin { early }
      if counts.isEmpty {
        EmptyState.of(
          "Nobody trains here yet",
          visit.words("When {trainees} are on the roster, this page says what the year brings."))
      } else {
        Tiles.of(counts.filter { $0.taken > 0 || $0.group.isQuestion }.map(tile))
        groups
        unknownFinals
        for consequence in consequences { RolloverConsequenceCard.of(consequence) }
        confirm
      }
    }
  }

  private var early: HTML {
    NoticeBox.of(
      .info,
      "The new year begins on \(When.day(rollover.firstDay)). You can look and choose until then, "
        + "and confirm on that day or later. What you choose is kept.")
  }

  private func tile(_ count: RolloverPlan.Count) -> Tiles.Tile {
    Tiles.Tile(
      number: count.group.isQuestion ? count.all : count.taken, label: count.group.label,
      tone: count.group.isQuestion ? .warn : count.group == .graduates ? .good : .info,
      location: list(count.group))
  }

  private func list(_ group: RolloverGroup) -> Location {
    RolloverPath.people.location(year, query: [("group", group.rawValue)])
  }

  private var groups: HTML {
    Card.of("What happens to whom") {
      table {
        caption(.class("vh")) { "Groups of this rollover" }
        Cells.head(["Group", "What it means", "People", "Taken"], numbers: ["People", "Taken"])
        tbody {
          for count in counts {
            tr(.optional("class", count.group.isQuestion ? "warn" : nil)) {
              Cells.name(visit.words(count.group.title), list(count.group))
              td { visit.words(count.group.sentence) }
              Cells.number(count.all, "People")
              count.group.act == nil
                ? td(.class("num")) { "" } : Cells.number(count.taken, "Taken")
            }
          }
        }
      }
    }
  }

  private var unknownFinals: HTML {
    guard !preview.finals.isEmpty else { return .nothing }
    return Card.of("Final years that are guessed") {
      p {
        visit.words(
          "Nobody wrote down after which year people of these {programs} graduate. The highest "
            + "level that anyone had there stands for it. Open {a program} to write it down.")
      }
      table(.class("dense")) {
        Cells.head(
          visit.words(["{Program}", "Taken as final year", "Depend on it"]),
          numbers: ["Depend on it"])
        tbody {
          for final in preview.finals {
            tr {
              Cells.name(final.name, ProgramPath.edit.location(final.program))
              td(.class("fix"), .named("data-label", "Taken as final year")) {
                "PGY-\(final.level)"
              }
              Cells.number(final.people, "Depend on it")
            }
          }
        }
      }
    }
  }

  private var confirm: HTML {
    form(.method("post"), .action(RolloverPath.confirm.location(year))) {
      Form.token(visit)
      input(.type("hidden"), .name("digest"), .value(preview.digest))
      p(.class("hint")) {
        "All of it in one step. You can undo it for "
          + "\(Figures.counted(visit.settings.undoDays, "day", "days")) afterwards, "
          + "until something is built on it."
      }
      div(.class("acts")) {
        button(.class("btn primary"), .flag("disabled", !mayBegin)) {
          mayBegin
            ? "Confirm \(Figures.counted(changes, "change", "changes"))"
            : "Confirm from \(When.day(rollover.firstDay))"
        }
      }
    }
  }
}

/// What the rollover means for a part, with the first things of it.
enum RolloverConsequenceCard {
  static func of(_ consequence: RolloverConsequence) -> HTML {
    let more = consequence.count - consequence.lines.count
    return Card.of("\(consequence.heading) (\(Figures.grouped(consequence.count)))") {
      p { consequence.sentence }
      details {
        summary { "Show them" }
        ul(.class("list")) {
          for line in consequence.lines {
            li {
              div {
                a(.href(line.location), .named("dir", "auto")) { line.title }
                if !line.detail.isEmpty {
                  br()
                  small { line.detail }
                }
              }
            }
          }
        }
        if more > 0 { p(.class("soft")) { "And \(Figures.grouped(more)) more." } }
      }
    }
  }
}
