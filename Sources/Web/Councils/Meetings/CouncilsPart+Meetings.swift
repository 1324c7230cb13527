import Councils
import HTML
import Kernel
import SQLStore

extension CouncilsPart {
  /// Meetings: planned, run and looked at.
  func registerMeetings(in routes: inout Routes) {
    routes.page(MeetingPath.own, .signedIn) { visit, _, reader in
      .page(try OwnMeetingsPage(visit, reader).page)
    }
    routes.page(MeetingPath.list, .signedIn) { visit, id, reader in
      .page(try MeetingsPage(id, visit, reader).page)
    }
    routes.page(MeetingPath.meeting, .signedIn) { visit, id, reader in
      .page(try MeetingPage(id, visit, reader).page)
    }
    routes.page(MeetingPath.evidence, .signedIn) { visit, id, reader in
      .page(try EvidencePage(id, visit, reader).page)
    }
    routes.page(MeetingPath.evidenceFile, .signedIn) { visit, id, reader in
      .download(EvidenceFile(page: try EvidencePage(id, visit, reader)).download)
    }
    registerPlanning(in: &routes)
    registerRunning(in: &routes)
    registerAgenda(in: &routes)
    registerOutcomes(in: &routes)
    registerCheckIn(in: &routes)
    registerMinutes(in: &routes)
    registerCalendar(in: &routes)
  }

  private func registerPlanning(in routes: inout Routes) {
    routes.form(MeetingPath.plan, .signedIn) { visit, id, state, reader in
      let access = try MeetingAccess.find(id, viewer: visit.viewer, reader: reader)
      guard access.runs else { throw Absent() }
      let frame = try OrganizationFrame(id, visit, reader)
      let begin = [(name: MeetingDraft.Field.minutes, value: "60")]
      return frame.page(below: "Plan a meeting") {
        MeetingForm(
          visit: visit, organization: access.organization, meeting: nil,
          isAdmitted: access.isAdmitted, action: MeetingPath.plan.location(id)
        ).markup(PersonForm.filled(state, begin))
      }
    } change: { visit, id, fields, writer in
      let draft = try MeetingDraft { fields[$0] }
      let meeting = try Mending.refusals {
        try Meeting.plan(draft, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(MeetingPath.meeting.location(meeting), saying: "It is planned.")
    }
    routes.form(MeetingPath.edit, .signedIn) { visit, id, state, reader in
      let seen = try Self.run(id, visit, reader)
      return MeetingFrame.page("Edit the meeting", of: seen) {
        MeetingForm(
          visit: visit, organization: seen.organization, meeting: seen.meeting,
          isAdmitted: seen.isAdmitted, action: MeetingPath.edit.location(id)
        ).markup(PersonForm.filled(state, MeetingDraft(seen.meeting).fields))
      }
    } change: { visit, id, fields, writer in
      let draft = try MeetingDraft { fields[$0] }
      try Mending.refusals { try Meeting.edit(id, draft, by: visit.viewer, writer: writer) }
      return .redirect(MeetingPath.meeting.location(id), saying: "Saved.")
    }
    registerCanceling(meetings: &routes)
    registerQuorum(in: &routes)
  }

  private func registerCanceling(meetings routes: inout Routes) {
    routes.form(MeetingPath.cancel, .signedIn) { visit, id, state, reader in
      let seen = try Self.run(id, visit, reader)
      return MeetingFrame.page(
        "Cancel the meeting", of: seen, subtitle: "It stays in the list, and says so."
      ) {
        Form.of(visit, MeetingPath.cancel.location(id), state) {
          if seen.meeting.series != nil {
            Tick.of(
              "with_those_after", "Also those after it in its series",
              isOn: state.fields["with_those_after"] == OrganizationDraft.Field.yes)
          }
          Form.acts("Cancel it", cancel: MeetingPath.meeting.location(id))
        }
      }
    } change: { visit, id, fields, writer in
      try Mending.refusals {
        try Meeting.cancel(
          id, withThoseAfter: fields["with_those_after"] == OrganizationDraft.Field.yes,
          by: visit.viewer, writer: writer)
      }
      return .redirect(MeetingPath.meeting.location(id), saying: "Canceled.")
    }
  }

  private func registerQuorum(in routes: inout Routes) {
    routes.form(MeetingPath.quorum, .signedIn) { visit, id, state, reader in
      let access = try MeetingAccess.find(id, viewer: visit.viewer, reader: reader)
      guard access.runs else { throw Absent() }
      let rule = try QuorumRule.of(id, reader: reader)
      let frame = try OrganizationFrame(id, visit, reader)
      let filled = PersonForm.filled(
        state, [("more_than", String(rule.moreThan)), ("of_seats", rule.of.rawValue)])
      return frame.page(below: "Quorum") {
        Form.of(visit, MeetingPath.quorum.location(id), filled) {
          Field("more_than", "How many").choice(
            filled, QuorumRule.shares.map { (String($0), QuorumWords.share($0)) })
          Field("of_seats", "Of which seats").choice(
            filled, QuorumRule.Seats.allCases.map { ($0.rawValue, QuorumWords.seats($0)) })
          Form.acts("Save", cancel: MeetingPath.list.location(id))
        }
      }
    } change: { visit, id, fields, writer in
      guard let share = Int(fields["more_than"]),
        let seats = QuorumRule.Seats(rawValue: fields["of_seats"])
      else { throw Problems(field: "more_than", "Choose one from the list.") }
      try Mending.refusals {
        try QuorumRule(moreThan: share, of: seats).keep(
          for: id, by: visit.viewer, writer: writer)
      }
      return .redirect(MeetingPath.list.location(id), saying: "Saved.")
    }
  }

  private func registerRunning(in routes: inout Routes) {
    routes.button(MeetingPath.begin, .signedIn) { visit, id, _, writer in
      try Meeting.begin(id, by: visit.viewer, writer: writer)
      return .redirect(MeetingPath.room.location(id), saying: "The meeting is in session.")
    }
    routes.button(MeetingPath.end, .signedIn) { visit, id, _, writer in
      try Meeting.end(id, by: visit.viewer, writer: writer)
      return .redirect(
        MinutesPath.minutes.location(id), saying: "The meeting is over. Publish its minutes soon.")
    }
    routes.form(MeetingPath.open, .signedIn) { visit, id, state, reader in
      let seen = try Self.run(id, visit, reader)
      guard seen.meeting.isTraineesOnly else { throw Absent() }
      return MeetingForms.opening(seen, visit, state)
    } change: { visit, id, fields, writer in
      let votes = try DecisionDraft.votes { fields[$0] }
      try Mending.refusals {
        try Meeting.open(id, votes: votes, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(MeetingPath.meeting.location(id), saying: "This session is open now.")
    }
  }

  /// A meeting that the reader runs; to all others the page does not exist.
  static func run(
    _ id: ID<Meeting>, _ visit: Visit, _ reader: any SQLReader
  ) throws -> SeenMeeting {
    let seen = try SeenMeeting.find(id, viewer: visit.viewer, reader: reader)
    guard seen.runs else { throw Absent() }
    return seen
  }
}
