import Councils
import HTML
import Kernel
import SQLStore

/// What an organization can show of an academic year, on one page for printing.
struct EvidencePage: Sendable {
  let frame: OrganizationFrame
  let evidence: Evidence
  let composition: Composition

  private var visit: Visit { frame.visit }

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    let start = visit.settings.yearStart
    let now = AcademicYear(containing: visit.viewer.today, start: start)
    let asked = Int(visit.query["year"]).map { AcademicYear(startYear: $0, start: start) }
    let year = asked.flatMap { (2000...now.startYear + 1).contains($0.startYear) ? $0 : nil }
    evidence = try Evidence.of(
      id, year: year ?? now, settings: visit.settings, viewer: visit.viewer, reader: reader)
    frame = try OrganizationFrame(id, visit, reader)
    composition = try Composition.of(
      frame.organization, viewer: visit.viewer, reader: reader)
  }

  var page: Page {
    frame.page(
      below: "Evidence of \(evidence.year.name)",
      subtitle: "As it stands on \(When.day(visit.viewer.today)). Print it, or keep it as a file."
    ) {
      Card.of("Who votes today") { voters }
      Card.of("Chosen by their peers") { elected }
      Card.of("Meetings") { meetings }
      Card.of(visit.words("Sessions for {trainees} alone")) { forums }
      Pager.of(
        evidence.year.name, previous: location(evidence.year.startYear - 1),
        next: location(evidence.year.startYear + 1))
    }
  }

  private func location(_ year: Int) -> Location {
    MeetingPath.evidence.location(frame.id, query: [("year", String(year))])
  }

  @HTMLBuilder private var voters: HTML {
    for requirement in composition.requirements {
      p {
        "\(requirement.voters.count) of at least \(requirement.rule.atLeast) by "
          + "\(requirement.rule.source) "
        requirement.missing == 0 ? Badge.of("Complete", .good) : Badge.of("Missing", .bad)
      }
    }
    let voters = composition.requirements.flatMap(\.voters) + composition.others
    if voters.isEmpty {
      p { "Nobody votes here today." }
    } else {
      ul { for voter in voters { li { voterLine(voter) } } }
    }
  }

  private func voterLine(_ voter: Composition.Voter) -> HTML {
    .group([bdi { voter.name }, .text(", \(voter.seatTitle)")])
  }

  @HTMLBuilder private var elected: HTML {
    if evidence.elected.isEmpty {
      p { "Nobody sat in a peer-selected seat." }
    } else {
      table {
        caption(.class("vh")) { "Those who were chosen by their peers" }
        Cells.head(["Name", "Seat", "From", "Until", "Chosen by"])
        tbody {
          for one in evidence.elected {
            tr {
              Cells.name { bdi { one.name } }
              Cells.text(one.seatTitle)
              td(.class("fix"), .named("data-label", "From")) { When.day(one.startsOn) }
              td(.class("fix"), .named("data-label", "Until")) { When.day(one.lastDay) }
              Cells.text(one.evidence)
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var meetings: HTML {
    if evidence.meetings.isEmpty {
      p { "No meeting was held." }
    } else {
      table {
        caption(.class("vh")) { "Meetings that were held" }
        Cells.head(["Meeting", "Day", "Seats there", "Quorum", "Decisions", "Minutes"])
        tbody { for held in evidence.meetings { row(held) } }
      }
    }
  }

  private func row(_ held: Evidence.Held) -> HTML {
    tr {
      Cells.name(held.meeting.title, MeetingPath.meeting.location(held.meeting.id))
      td(.class("fix")) { When.day(held.meeting.day) }
      td(.class("fix"), .named("data-label", "Seats there")) {
        "\(held.seatsPresent) of \(held.seats)"
      }
      td {
        if let quorum = held.meeting.quorum {
          quorum.isMet ? Badge.of("Quorum", .good) : Badge.of("No quorum", .warn)
        }
      }
      Cells.number(held.decisions, "Decisions")
      td { held.hasApprovedMinutes ? Badge.of("Approved", .good) : Badge.of("Not approved") }
    }
  }

  @HTMLBuilder private var forums: HTML {
    p(.class("soft")) { "Their days alone are told, and nothing of what was said." }
    if evidence.forums.isEmpty {
      p { "None was held." }
    } else {
      ul { for day in evidence.forums { li { When.day(day) } } }
    }
  }
}
