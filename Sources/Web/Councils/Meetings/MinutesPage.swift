import Councils
import HTML
import Kernel
import SQLStore

/// The minutes of a meeting, with what was decided; its own part for trainees alone.
struct MinutesPage: Sendable {
  let meeting: MeetingPage
  let isTraineesOnly: Bool
  let minutes: Minutes?
  /// A meeting in session at which they can be approved.
  let approving: Minutes.Approving?
  /// What the organization asks for, for those who run the meeting.
  let rule: QuorumRule?

  private var visit: Visit { meeting.visit }
  private var seen: SeenMeeting { meeting.seen }

  init(_ id: ID<Meeting>, _ visit: Visit, _ reader: any SQLReader) throws {
    meeting = try MeetingPage(id, visit, reader)
    isTraineesOnly =
      meeting.meeting.isTraineesOnly || Self.asksForPart(visit) && meeting.seen.isAdmitted
    minutes = try Minutes.of(
      meeting.seen, isTraineesOnly: isTraineesOnly, viewer: visit.viewer, reader: reader)
    approving =
      meeting.seen.runs
      ? try Minutes.approving(
        meeting.meeting, isTraineesOnly: isTraineesOnly, viewer: visit.viewer, reader: reader)
      : nil
    rule =
      meeting.seen.runs
      ? try QuorumRule.of(meeting.seen.organization.id, reader: reader) : nil
  }

  /// Whether the address asks for the part that is for trainees alone.
  static func asksForPart(_ visit: Visit) -> Bool {
    visit.query[MinutesPath.part] == MinutesPath.trainees
  }

  var page: Page {
    MeetingFrame.page(
      isTraineesOnly ? visit.words("Minutes for {trainees} alone") : "Minutes", of: seen,
      subtitle: MeetingWords.time(meeting.meeting)
    ) {
      if isTraineesOnly { MeetingWords.honesty(visit) }
      parts
      if let minutes, let latest = minutes.versions.first {
        Card.of(MinutesWords.state(minutes)) {
          LinkedText.of(latest.content)
          p {
            small {
              "Version \(latest.number), \(When.within(latest.at, visit))"
                + (latest.by.map { " by \($0)" } ?? "")
            }
          }
        }
      } else {
        EmptyState.of("No minutes yet", "They stand here once the officers have published them.")
      }
      acts
      approval
      if !decisions.isEmpty {
        Card.of("Decisions") {
          for decision in decisions { DecisionRow(visit: visit, decision: decision).markup }
        }
      }
      if meeting.meeting.state == .over { RollCard(seen: seen, roll: meeting.roll).markup }
      if let minutes, minutes.versions.count > 1 { versions(minutes) }
    }
  }

  private var decisions: [Decision] {
    meeting.decisions.filter { $0.isTraineesOnly == isTraineesOnly || isTraineesOnly }
  }

  @HTMLBuilder private var parts: HTML {
    if seen.isAdmitted, !meeting.meeting.isTraineesOnly {
      Tabs.of(
        [
          Tabs.Tab(
            "Minutes", MinutesPath.minutes.location(seen.meeting.id), isCurrent: !isTraineesOnly),
          Tabs.Tab(
            visit.words("For {trainees} alone"),
            MinutesPath.minutes.location(
              seen.meeting.id, query: [(MinutesPath.part, MinutesPath.trainees)]),
            isCurrent: isTraineesOnly),
        ], label: "Minutes")
    }
  }

  private var query: [(name: String, value: String)] {
    isTraineesOnly && !meeting.meeting.isTraineesOnly
      ? [(MinutesPath.part, MinutesPath.trainees)] : []
  }

  private var writes: Bool {
    seen.runs && (!isTraineesOnly || seen.isAdmitted)
      && [.inSession, .over].contains(meeting.meeting.state)
  }

  private var acts: HTML {
    let id = seen.meeting.id
    return div(.class("acts")) {
      if writes {
        a(.class("btn"), .href(MinutesPath.edit.location(id, query: query))) {
          minutes == nil ? "Write the minutes" : "Edit"
        }
      }
      if writes, minutes?.state == .draft {
        Form.button(
          visit, "Publish", MinutesPath.publish.location(id, query: query), style: "btn primary")
      }
      if writes, minutes?.state == .published, let approving, approving.isAble {
        Form.button(
          visit, "Approve in \(approving.meeting.title)",
          MinutesPath.approve.location(id, query: query), style: "btn primary",
          hidden: [("meeting", approving.meeting.id.text)])
      }
      if minutes != nil {
        a(.class("btn"), .href(MinutesPath.export.location(id, query: query))) {
          "Download as text"
        }
      }
    }
  }

  /// What it takes to approve them, said to those who run the meeting.
  @HTMLBuilder private var approval: HTML {
    if writes, minutes?.state == .published, let rule {
      p(.class("soft")) {
        "Approving takes a quorum at a later meeting that is in session. "
          + QuorumWords.rule(rule)
        if let approving {
          " \(approving.meeting.title): " + MeetingWords.quorum(approving.quorum)
        }
      }
    }
  }

  private func versions(_ minutes: Minutes) -> HTML {
    Card.of("Versions before") {
      for version in minutes.versions.dropFirst() {
        details(.class("help")) {
          summary {
            "Version \(version.number), \(When.within(version.at, visit))"
              + (version.isApproved ? ", approved" : "")
          }
          LinkedText.of(version.content)
        }
      }
    }
  }
}

/// Minutes in words.
enum MinutesWords {
  static func state(_ minutes: Minutes) -> String {
    switch minutes.state {
    case .draft: "Draft: those who run the meeting alone read it"
    case .published: "Published, not approved yet"
    case .approved: "Approved"
    }
  }
}

/// Minutes as a file in Markdown, which is plain text as well.
struct MinutesFile: Sendable {
  let page: MinutesPage

  var download: Download {
    Download(
      fileName: "minutes-\(page.meeting.meeting.day.text).md",
      type: "text/markdown; charset=utf-8", bytes: Array(text.utf8))
  }

  private var text: String {
    let meeting = page.meeting
    var lines = ["# \(meeting.meeting.title)", "", meeting.seen.organization.name]
    lines += [MeetingWords.time(meeting.meeting), meeting.meeting.place, ""]
    if let minutes = page.minutes, let latest = minutes.versions.first {
      lines += [
        "\(MinutesWords.state(minutes)), version \(latest.number).", "", latest.content, "",
      ]
    }
    lines += ["## Agenda", ""]
    lines += meeting.agenda.filter(isInPart).enumerated().map { "\($0 + 1). \($1.title)" }
    lines += ["", "## Decisions", ""]
    lines += meeting.decisions.filter { !$0.isTraineesOnly || page.isTraineesOnly }.map(line)
    lines += ["", "## To do", ""]
    lines += meeting.actions.filter { !$0.isTraineesOnly || page.isTraineesOnly }.map {
      "- \($0.title) (\($0.ownerName ?? "nobody any more"), \($0.dueOn.text))"
    }
    lines += ["", "## Who was there", "", MeetingWords.quorum(meeting.roll.quorum), ""]
    lines += meeting.roll.lines.map {
      "- \($0.name): \($0.standIn.map { "\($0.name) sat in" } ?? $0.state.rawValue)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The open part leaves out what is for trainees alone, also for those who read it.
  private func isInPart(_ item: AgendaItem) -> Bool {
    !item.isTraineesOnly || page.isTraineesOnly
  }

  private func line(_ decision: Decision) -> String {
    let state = decision.isVoid ? "void" : decision.isCarried ? "carried" : "not carried"
    let votes = decision.votes
    return "- \(decision.wording) (\(votes.inFavor) for, \(votes.against) against, "
      + "\(votes.abstained) abstained: \(state))"
  }
}
