import Councils
import Elections
import HTML
import Kernel
import SQLStore

/// What an organization can show of an academic year, on one page for printing.
struct EvidencePage: Sendable {
  let frame: OrganizationFrame
  let evidence: Evidence
  /// Who votes today; nil for years that are over.
  let composition: Composition?
  /// The elections behind the seats, where the reader finds them.
  let elections: [ID<Seating>: ElectionID]

  private var visit: Visit { frame.visit }

  /// How many seats the page names; the file has them all.
  private static let most = 200

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    let start = visit.settings.yearStart
    let now = AcademicYear(containing: visit.viewer.today, start: start)
    let asked = Int(visit.query["year"]).map { AcademicYear(startYear: $0, start: start) }
    let year = asked.flatMap { (2000...now.startYear + 1).contains($0.startYear) ? $0 : nil }
    evidence = try Evidence.of(
      id, year: year ?? now, settings: visit.settings, viewer: visit.viewer, reader: reader)
    frame = try OrganizationFrame(id, visit, reader)
    elections = try Election.behind(
      evidence.elected.map(\.seating), viewer: visit.viewer, reader: reader)
    composition =
      year ?? now == now
      ? try Composition.of(frame.organization, viewer: visit.viewer, reader: reader) : nil
  }

  var page: Page {
    Page(
      "Evidence of \(evidence.year.name)", in: .organizations,
      under: [
        .init("Organizations", OrganizationPath.list.location()),
        .init(
          frame.organization.name, OrganizationPath.organization.location(frame.id)),
        .init("Meetings", MeetingPath.list.location(frame.id)),
      ],
      subtitle: "\(frame.organization.name), as it stands on \(When.day(visit.viewer.today)).",
      actions: a(.class("btn"), .href(file)) { "Export" }
    ) {
      if let composition { Card.of("What is required today") { required(composition) } }
      Card.of("Chosen by their peers") { elected }
      Card.of("Meetings") { meetings }
      Card.of(visit.words("Sessions for {trainees} alone")) { forums }
      Card.of("Others who sat there") { seated }
      Pager.of(
        evidence.year.name, previous: location(evidence.year.startYear - 1),
        next: location(evidence.year.startYear + 1))
    }
  }

  private var file: Location {
    MeetingPath.evidenceFile.location(
      frame.id, query: [("year", String(evidence.year.startYear))])
  }

  private func location(_ year: Int) -> Location {
    MeetingPath.evidence.location(frame.id, query: [("year", String(year))])
  }

  @HTMLBuilder private func required(_ composition: Composition) -> HTML {
    if composition.requirements.isEmpty { p { "Nothing is required of who votes here." } }
    if !composition.requirements.isEmpty {
      div(.class("prose")) {
        ul { for requirement in composition.requirements { li { line(requirement) } } }
      }
    }
    let byRole = (composition.requirements.flatMap(\.voters) + composition.others)
      .filter { $0.until == nil }
    if !byRole.isEmpty {
      p {
        "Here by a role: "
        for (number, voter) in byRole.enumerated() {
          if number > 0 { "; " }
          bdi { voter.name }
          ", \(voter.seatTitle)"
        }
      }
    }
  }

  private func line(_ requirement: Composition.Requirement) -> HTML {
    .group([
      .text(
        OrganizationWords.category(requirement.rule.category, visit.words)
          + ": \(requirement.voters.count) of at least \(requirement.rule.atLeast), by "
          + "\(requirement.rule.source) "),
      requirement.missing == 0 ? Badge.of("Complete", .good) : Badge.of("Missing", .bad),
    ])
  }

  @HTMLBuilder private var elected: HTML {
    if evidence.elected.isEmpty {
      p { "Nobody sat in a peer-selected seat." }
    } else {
      table(.class("dense")) {
        caption(.class("vh")) { "Those who were chosen by their peers" }
        Cells.head(["Name", "Where", "Seat", "From", "Until", "Chosen by"])
        tbody {
          for one in evidence.elected {
            tr {
              Cells.name { bdi { one.name } }
              td { bdi { one.organizationName } }
              Cells.text(one.seatTitle)
              td(.class("fix"), .named("data-label", "From")) { When.day(one.startsOn) }
              td(.class("fix"), .named("data-label", "Until")) { When.day(one.lastDay) }
              Cells.labeled("Chosen by", election(of: one))
            }
          }
        }
      }
    }
  }

  private func election(of one: Evidence.Seated) -> HTML {
    guard let election = elections[one.seating] else { return .text(one.evidence) }
    return a(.href(BallotPath.results.location(election)), .named("dir", "auto")) { one.evidence }
  }

  @HTMLBuilder private var seated: HTML {
    if evidence.seated.isEmpty {
      p { "Nobody sat in another seat." }
    } else {
      div(.class("prose")) {
        ul { for one in evidence.seated.prefix(Self.most) { li { line(one) } } }
      }
      if evidence.seated.count > Self.most {
        p { "The file names \(evidence.seated.count - Self.most) more." }
      }
    }
  }

  private func line(_ one: Evidence.Seated) -> HTML {
    let seat = [one.seatTitle, one.unitName, one.votes ? nil : "no vote"].compactMap(\.self)
    let days = "\(When.day(one.startsOn)) to \(When.day(one.lastDay))"
    return .group([
      bdi { one.name }, .text(", \(seat.joined(separator: ", ")): \(days)"),
    ])
  }

  @HTMLBuilder private var forums: HTML {
    p(.class("soft")) { "Their days alone are told, and nothing of what was said." }
    if evidence.forums.isEmpty {
      p { "None was held." }
    } else {
      div(.class("prose")) {
        ul { for day in evidence.forums { li { When.day(day) } } }
      }
    }
  }
}

extension EvidencePage {
  @HTMLBuilder fileprivate var meetings: HTML {
    if evidence.meetings.isEmpty {
      p { "No meeting was held." }
    } else {
      table(.class("dense")) {
        caption(.class("vh")) { "Meetings that were held" }
        Cells.head(
          ["Meeting", "Day", "Seats there", "Quorum", "Decisions", "Minutes"],
          numbers: ["Decisions"])
        tbody { for held in evidence.meetings { row(held) } }
      }
      p(.class("soft")) {
        "Counted when each meeting ended: seats whose holder was there or represented."
      }
    }
  }

  private func row(_ held: Evidence.Held) -> HTML {
    tr {
      Cells.name(held.meeting.title, MeetingPath.meeting.location(held.meeting.id))
      td(.class("fix"), .named("data-label", "Day")) { When.day(held.meeting.day) }
      Cells.labeled("Seats there", attendance(held))
      Cells.labeled("Quorum", quorum(held))
      Cells.number(held.decisions, "Decisions")
      Cells.labeled(
        "Minutes", held.hasApprovedMinutes ? Badge.of("Approved", .good) : "Not approved")
    }
  }

  private func attendance(_ held: Evidence.Held) -> HTML {
    var parts = ["\(held.seatsPresent) of \(held.seats)"]
    if held.peerSeats > 0 {
      parts.append("\(held.peersPresent) of \(held.peerSeats) chosen by peers")
    }
    if held.others > 0 { parts.append("\(held.others) without a seat") }
    return .text(parts.joined(separator: "; "))
  }

  @HTMLBuilder private func quorum(_ held: Evidence.Held) -> HTML {
    if let quorum = held.meeting.quorum, quorum.seats > 0 {
      "\(quorum.present) voting, \(quorum.needed) needed "
      quorum.isMet ? Badge.of("Quorum", .good) : Badge.of("No quorum", .warn)
    } else {
      "No seat votes"
    }
  }
}
