import Councils
import HTML
import Kernel
import SQLStore

extension CouncilsPart {
  /// Checking in by code, by officers, and the screen in the room.
  func registerCheckIn(in routes: inout Routes) {
    routes.view(MeetingPath.room, .signedIn) { visit, id, incoming in
      let address = incoming.site.configuration.address
      return try await incoming.site.store.read { reader in
        _ = try Self.run(id, visit, reader)
        return .page(try RoomPage(id, visit, siteAddress: address, reader).page)
      }
    }
    routes.form(MeetingPath.checkIn, .signedIn) { visit, id, state, reader in
      let seen = try SeenMeeting.find(id, viewer: visit.viewer, reader: reader)
      if try CheckIn.isHere(visit.viewer, at: id, reader: reader) { return Self.isHere(seen) }
      return Self.checkIn(seen, visit, PersonForm.filled(state, [("code", visit.query["code"])]))
    } change: { visit, id, fields, writer in
      let outcome = try CheckIn.enter(
        fields["code"], at: id, by: visit.viewer, writer: writer)
      return Self.reply(outcome, id)
    }
    for (path, isHere) in [(MeetingPath.admit, true), (MeetingPath.takeBack, false)] {
      routes.button(path, .signedIn) { visit, id, fields, writer in
        guard let person = PersonID(given: fields["person"]) else { throw Absent() }
        if isHere {
          try CheckIn.admit(person, to: id, by: visit.viewer, writer: writer)
        } else {
          try CheckIn.takeBack(person, from: id, by: visit.viewer, writer: writer)
        }
        return .redirect(MeetingPath.room.location(id), saying: "Saved.")
      }
    }
  }

  private static func checkIn(_ seen: SeenMeeting, _ visit: Visit, _ state: FormState) -> Page {
    MeetingFrame.page("Check in", of: seen, subtitle: MeetingWords.time(seen.meeting)) {
      if CheckIn.isOpen(seen.meeting, at: visit.viewer.now) {
        Form.of(visit, MeetingPath.checkIn.location(seen.meeting.id), state) {
          Field(
            "code", "Code on the screen in the room",
            seenBy: "of your seat everyone who reads the meeting; without a seat only you are "
              + "counted, without your name",
            hint: "Six letters. They change each minute."
          ).text(
            state, .class("code"), .named("autocapitalize", "characters"),
            .named("autocomplete", "off"), .named("maxlength", "10"))
          Form.acts("I am here", cancel: MeetingPath.meeting.location(seen.meeting.id))
        }
      } else {
        p { notNow }
      }
    }
  }

  /// For someone who scans a second time: nothing is left to type.
  private static func isHere(_ seen: SeenMeeting) -> Page {
    MeetingFrame.page("Check in", of: seen, subtitle: MeetingWords.time(seen.meeting)) {
      NoticeBox.of(.good, "You are checked in already.")
      p {
        a(.class("btn"), .href(MeetingPath.meeting.location(seen.meeting.id))) {
          "Go to the meeting"
        }
      }
    }
  }

  private static let notNow =
    "You can check in from half an hour before the meeting until it is over."

  /// What a code came to. A wrong one is no problem of the form, because as one it would not count.
  private static func reply(_ outcome: CheckIn.Outcome, _ id: ID<Meeting>) -> Reply {
    switch outcome {
    case .done: .redirect(MeetingPath.meeting.location(id), saying: "You are checked in.")
    case .before:
      .redirect(MeetingPath.meeting.location(id), saying: "You were checked in already.")
    case .wrongCode:
      .redirect(
        MeetingPath.checkIn.location(id),
        saying: "This is not the code, or not any more. Look at the screen and type it again.")
    case .wait(let seconds):
      .redirect(
        MeetingPath.checkIn.location(id),
        saying: "There were too many wrong codes. Wait \(seconds) seconds, or ask an officer.")
    case .notNow: .redirect(MeetingPath.meeting.location(id), saying: notNow)
    }
  }
}
