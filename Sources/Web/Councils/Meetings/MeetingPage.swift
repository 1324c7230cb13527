import Councils
import HTML
import Kernel
import SQLStore

/// A meeting: its agenda, who is there, what was decided and is to be done.
struct MeetingPage: Sendable {
  let visit: Visit
  let seen: SeenMeeting
  let agenda: [AgendaItem]
  let decisions: [Decision]
  let actions: [ActionItem]
  let roll: Roll
  let isHere: Bool

  var meeting: Meeting { seen.meeting }

  init(_ id: ID<Meeting>, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    let viewer = visit.viewer
    seen = try SeenMeeting.find(id, viewer: viewer, reader: reader)
    agenda = try AgendaItem.all(of: seen, viewer: viewer, reader: reader)
    decisions = try Decision.all(of: seen, viewer: viewer, reader: reader)
    actions = try ActionItem.all(for: seen.meeting, viewer: viewer, reader: reader)
    roll = try Roll.of(seen, viewer: viewer, reader: reader)
    isHere = try CheckIn.isHere(viewer, at: id, reader: reader)
  }

  var page: Page {
    Page(
      meeting.title, in: .organizations, under: MeetingFrame.crumbs(seen),
      subtitle: MeetingWords.time(meeting), actions: buttons
    ) {
      if meeting.state == .canceled { NoticeBox.of(.warn, "This meeting was canceled.") }
      if meeting.isTraineesOnly { MeetingFrame.sealed(seen, visit) }
      div(.class("split")) {
        div(.class("stack")) {
          agendaCard
          decisionCard
          actionCard
        }
        div(.class("stack")) {
          whereCard
          if meeting.state != .canceled, isNear { RollCard(seen: seen, roll: roll).markup }
        }
      }
    }
  }

  /// Before people can check in, nobody is missing.
  private var isNear: Bool {
    meeting.state != .planned || CheckIn.isOpen(meeting, at: visit.viewer.now)
  }

  private var buttons: HTML {
    .group([
      MeetingWords.badge(meeting),
      canCheckIn
        ? a(.class("btn primary"), .href(MeetingPath.checkIn.location(meeting.id))) {
          "Check in"
        } : .nothing,
      seen.runs ? running : .nothing,
      a(.class("btn"), .href(MinutesPath.minutes.location(meeting.id))) { "Minutes" },
    ])
  }

  private var canCheckIn: Bool {
    !isHere && CheckIn.isOpen(meeting, at: visit.viewer.now)
      && (seen.takesPart || seen.belonging.isGuest)
  }

  private var running: HTML {
    switch meeting.state {
    case .planned:
      .group([
        visit.viewer.now >= meeting.beginsAt.adding(seconds: -Meeting.earliest)
          ? Form.button(
            visit, "Begin", MeetingPath.begin.location(meeting.id),
            style: canCheckIn ? "btn" : "btn primary") : .nothing,
        a(.class("btn"), .href(MeetingPath.edit.location(meeting.id))) { "Edit" },
        a(.class("btn quiet"), .href(MeetingPath.cancel.location(meeting.id))) { "Cancel it" },
      ])
    case .inSession:
      .group([
        a(
          .class(canCheckIn ? "btn" : "btn primary"),
          .href(MeetingPath.room.location(meeting.id))
        ) { "The room" },
        Form.button(visit, "End the meeting", MeetingPath.end.location(meeting.id)),
      ])
    case .over, .canceled: .nothing
    }
  }

  private var whereCard: HTML {
    Card.of("Where") {
      Facts.of([
        Facts.Line("Organization", seen.organization.name),
        Facts.Line("Place", meeting.place.isEmpty ? nil : meeting.place),
        Facts.Line("Time zone", meeting.zoneName.replacing("_", with: " ")),
        Facts.Line("You", isHere ? "Checked in" : nil),
      ])
      if !meeting.link.isEmpty { LinkedText.of(meeting.link) }
    }
  }

  private var agendaCard: HTML {
    Card.of("Agenda") {
      if agenda.isEmpty { p(.class("soft")) { "Nothing stands on it yet." } }
      if !agenda.isEmpty {
        ol(.class("list")) {
          for (number, item) in agenda.enumerated() { row(item, number) }
        }
        let planned = agenda.compactMap(\.minutes).reduce(0, +)
        if planned > 0 { p(.class("soft")) { "Time planned: \(planned) minutes." } }
      }
      if meeting.isOpen, seen.takesPart || seen.runs {
        p {
          a(.class("btn"), .href(MeetingPath.addItem.location(meeting.id))) {
            "Put something on the agenda"
          }
        }
      }
    }
  }

  private func row(_ item: AgendaItem, _ number: Int) -> HTML {
    li {
      div {
        b(.named("dir", "auto")) { "\(number + 1). \(item.title)" }
        " "
        MeetingWords.seal(item.isTraineesOnly && !meeting.isTraineesOnly, visit)
        if !item.details.isEmpty { LinkedText.of(item.details) }
        br()
        small {
          [
            item.minutes.map { Figures.counted($0, "minute", "minutes") },
            item.author.map { "from \($0)" },
          ].compactMap(\.self).joined(separator: ", ")
        }
      }
      if meeting.isOpen { moving(item, number) }
    }
  }

  @HTMLBuilder private func moving(_ item: AgendaItem, _ number: Int) -> HTML {
    div(.class("acts")) {
      if seen.runs, number > 0 {
        Form.button(visit, "Up", MeetingPath.moveUp.location(item.id), style: "btn small")
      }
      if seen.runs, number < agenda.count - 1 {
        Form.button(visit, "Down", MeetingPath.moveDown.location(item.id), style: "btn small")
      }
      if seen.runs || item.isOwn {
        Form.button(
          visit, "Remove", MeetingPath.removeItem.location(item.id), style: "btn small quiet")
      }
    }
  }

  @HTMLBuilder private var decisionCard: HTML {
    let writes = seen.runs && meeting.state == .inSession
    if writes || !decisions.isEmpty {
      Card.of("Decisions") {
        for decision in decisions { DecisionRow(visit: visit, decision: decision).markup }
        if writes {
          p {
            a(.class("btn"), .href(MeetingPath.decide.location(meeting.id))) {
              "Write a decision down"
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var actionCard: HTML {
    let writes = seen.runs && meeting.state == .inSession
    if writes || !actions.isEmpty {
      Card.of("To do") {
        if !actions.isEmpty { ActionList(visit: visit, runs: seen.runs).of(actions) }
        if writes {
          p {
            a(.class("btn"), .href(MeetingPath.addAction.location(meeting.id))) {
              "Give someone something to do"
            }
          }
        }
      }
    }
  }
}

/// A decision with its votes.
struct DecisionRow: Sendable {
  let visit: Visit
  let decision: Decision

  var markup: HTML {
    div {
      LinkedText.of(decision.wording)
      p {
        badge
        " "
        MeetingWords.seal(decision.isTraineesOnly, visit)
        br()
        small {
          "\(decision.votes.inFavor) for, \(decision.votes.against) against, "
            + "\(decision.votes.abstained) abstained. "
            + MeetingWords.quorum(decision.quorum)
            + (decision.countedBy.map { " Counted by \($0)." } ?? "")
        }
      }
    }
  }

  private var badge: HTML {
    if decision.isVoid { return Badge.of("Void: no quorum", .bad) }
    return decision.isCarried ? Badge.of("Carried", .good) : Badge.of("Not carried", .warn)
  }
}

/// Who is there, seat by seat.
struct RollCard: Sendable {
  let seen: SeenMeeting
  let roll: Roll

  var markup: HTML {
    Card.of("Who is there") {
      p {
        MeetingWords.quorum(roll.quorum)
        if roll.quorum.seats > 0 {
          " "
          roll.quorum.isMet ? Badge.of("Quorum", .good) : Badge.of("No quorum", .warn)
        }
      }
      if !roll.lines.isEmpty {
        ul(.class("list")) { for line in roll.lines { row(line) } }
      }
      if roll.others > 0 {
        p { "Without a seat: \(Figures.counted(roll.others, "person", "people"))." }
      }
      p(.class("soft")) { "Of people without a seat only the number is shown, to everybody." }
    }
  }

  private func row(_ line: Roll.Line) -> HTML {
    li {
      div {
        bdi { line.name }
        br()
        small {
          [line.seatTitle, line.unitName, line.votes ? nil : "no vote"].compactMap(\.self)
            .joined(separator: ", ")
        }
      }
      switch line.state {
      case .present: Badge.of("Here", .good)
      case .represented: Badge.of("\(line.standIn?.name ?? Roll.goneName) sits in", .info)
      case .absent: Badge.of("Not here")
      }
    }
  }
}

/// What stands around the pages of a meeting.
enum MeetingFrame {
  static func crumbs(_ seen: SeenMeeting) -> [Page.Breadcrumb] {
    [
      .init("Organizations", OrganizationPath.list.location()),
      .init(
        seen.organization.name, OrganizationPath.organization.location(seen.organization.id)),
      .init("Meetings", MeetingPath.list.location(seen.organization.id)),
    ]
  }

  /// A page below a meeting.
  static func page(
    _ title: String, of seen: SeenMeeting, subtitle: String? = nil,
    @HTMLBuilder body: () -> HTML
  ) -> Page {
    Page(
      title, in: .organizations,
      under: crumbs(seen) + [
        .init(seen.meeting.title, MeetingPath.meeting.location(seen.meeting.id))
      ], subtitle: subtitle, body: body)
  }

  /// What says that a session is closed, and how far that holds.
  static func sealed(_ seen: SeenMeeting, _ visit: Visit) -> HTML {
    NoticeBox.of(.info, heading: visit.words("For {trainees} alone")) {
      MeetingWords.honesty(visit)
      if seen.runs, seen.meeting.state == .inSession {
        p {
          a(.href(MeetingPath.open.location(seen.meeting.id))) {
            "Open it to all, by a vote of those who are here"
          }
        }
      }
    }
  }
}
