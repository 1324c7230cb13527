import HTML
import Kernel
import Roster

/// Appointments, the latest first; a column is there only where the viewer may see it.
struct AppointmentTable: Sendable {
  let visit: Visit
  let lines: [AppointmentLine]
  /// Whether each has its ways to be changed.
  let keeps: Bool

  private var showsStanding: Bool { lines.contains { $0.standing != nil } }

  var markup: HTML {
    table {
      caption(.class("vh")) { "Appointments" }
      Cells.head(
        visit.words(["{Program}", "Level", "{Site}", "When"]) + (showsStanding ? ["Standing"] : [])
          + (keeps ? ["Change"] : []))
      tbody { for line in lines { row(line) } }
    }
  }

  private func row(_ line: AppointmentLine) -> HTML {
    tr {
      Cells.name(line.programName, ProgramPath.program.location(line.program))
      td(.class("fix")) { "PGY-\(line.level)" }
      td { line.siteName ?? "" }
      Cells.labeled("When", .text(PersonWords.term(line.startsOn, line.endsOn)))
      if showsStanding { standing(line) }
      if keeps { Cells.labeled("Change", ways(line)) }
    }
  }

  private func standing(_ line: AppointmentLine) -> HTML {
    td {
      if let standing = line.standing {
        Badge.of(standing.label, standing == .active ? .good : standing.isEnded ? .neutral : .warn)
        if let endsAs = line.endsAs { small { " then \(endsAs.label.lowercased())" } }
      }
    }
  }

  /// Buttons, since links so close are hard to hit with a finger.
  private func ways(_ line: AppointmentLine) -> HTML {
    .group([
      way("Edit", AppointmentPath.edit.location(line.id)),
      line.standing?.isEnded == true
        ? .nothing
        : .group([
          " ", way("End", AppointmentPath.end.location(line.id)),
          " ", way("Transfer", AppointmentPath.transfer.location(line.id)),
        ]),
    ])
  }

  private func way(_ label: String, _ location: Location) -> HTML {
    a(.class("btn small"), .href(location)) { label }
  }
}
