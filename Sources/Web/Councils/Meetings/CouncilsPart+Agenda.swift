import Councils
import HTML
import Kernel
import SQLStore

extension CouncilsPart {
  /// Agendas, filled by those who take part and ordered by those who run the meeting.
  func registerAgenda(in routes: inout Routes) {
    routes.form(MeetingPath.addItem, .signedIn) { visit, id, state, reader in
      let seen = try SeenMeeting.find(id, viewer: visit.viewer, reader: reader)
      guard seen.takesPart || seen.runs, seen.meeting.isOpen else { throw Absent() }
      return MeetingForms.item(seen, visit, state)
    } change: { visit, id, fields, writer in
      let draft = try AgendaDraft { fields[$0] }
      try Mending.refusals {
        try AgendaItem.add(draft, to: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(MeetingPath.meeting.location(id), saying: "It is on the agenda.")
    }
    for (path, up) in [(MeetingPath.moveUp, true), (MeetingPath.moveDown, false)] {
      routes.button(path, .signedIn) { visit, id, _, writer in
        let meeting = try AgendaItem.move(id, up: up, by: visit.viewer, writer: writer)
        return .redirect(MeetingPath.meeting.location(meeting))
      }
    }
    routes.button(MeetingPath.removeItem, .signedIn) { visit, id, _, writer in
      let meeting = try AgendaItem.remove(id, by: visit.viewer, writer: writer)
      return .redirect(MeetingPath.meeting.location(meeting), saying: "Taken off the agenda.")
    }
  }

  /// What comes of a meeting: decisions and actions.
  func registerOutcomes(in routes: inout Routes) {
    routes.form(MeetingPath.decide, .signedIn) { visit, id, state, reader in
      let seen = try Self.run(id, visit, reader)
      let roll = try Roll.of(seen, viewer: visit.viewer, reader: reader)
      return MeetingForms.decision(seen, roll.quorum, visit, state)
    } change: { visit, id, fields, writer in
      let draft = try DecisionDraft { fields[$0] }
      let decision = try Mending.refusals {
        try Decision.record(draft, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(
        MeetingPath.meeting.location(id),
        saying: decision.isVoid ? "It is written down as void: there is no quorum." : "Saved.")
    }
    routes.form(MeetingPath.addAction, .signedIn) { visit, id, state, reader in
      let seen = try Self.run(id, visit, reader)
      let owners = try ActionItem.owners(in: seen, viewer: visit.viewer, reader: reader)
      return MeetingForms.action(seen, owners, visit, state)
    } change: { visit, id, fields, writer in
      let draft = try ActionDraft { fields[$0] }
      try Mending.refusals {
        try ActionItem.add(draft, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(MeetingPath.meeting.location(id), saying: "Saved.")
    }
    for (path, isDone) in [(MeetingPath.done, true), (MeetingPath.undone, false)] {
      routes.button(path, .signedIn) { visit, id, _, writer in
        let meeting = try ActionItem.settle(id, isDone, by: visit.viewer, writer: writer)
        return .redirect(MeetingPath.meeting.location(meeting), saying: "Saved.")
      }
    }
  }
}
