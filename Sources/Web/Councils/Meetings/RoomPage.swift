import Councils
import HTML
import Kernel
import QRCode
import SQLStore

/// The screen in the room: the code to check in, and who is there; it renews itself.
struct RoomPage: Sendable {
  let visit: Visit
  let seen: SeenMeeting
  let code: CheckInCode?
  let roll: Roll
  let siteAddress: String

  init(_ id: ID<Meeting>, _ visit: Visit, siteAddress: String, _ reader: any SQLReader) throws {
    self.visit = visit
    self.siteAddress = siteAddress
    seen = try SeenMeeting.find(id, viewer: visit.viewer, reader: reader)
    code = try CheckIn.code(at: id, by: visit.viewer, reader: reader)
    roll = try Roll.of(seen, viewer: visit.viewer, reader: reader)
  }

  var page: Page {
    MeetingFrame.page("The room", of: seen, subtitle: "Show this on a screen where all see it.") {
      HTML.element(
        "section",
        [
          .class("card"), .id("job"),
          .named("data-refresh-url", MeetingPath.room.location(seen.meeting.id).text),
        ], [HTML.element("h2", [], ["Check in"]), picture, counts])
      if !people.isEmpty { admitting }
      RollCard(seen: seen, roll: roll).markup
    }
  }

  @HTMLBuilder private var picture: HTML {
    if let code {
      p { "Scan this, or open your meeting and type the code. It changes each minute." }
      if let qr = try? QRCode(siteAddress + checkIn(code).text) {
        HTML.element(
          "figure", [.class("qr")],
          [
            HTML.element(
              "svg",
              [
                .named("viewBox", qr.viewBox), .role("img"),
                .named("shape-rendering", "crispEdges"),
                .aria(.label, "Code to scan for checking in"),
              ], [HTML.element("path", [.named("d", qr.path)], [])])
          ])
      }
      p(.class("code")) { code.text }
    } else {
      p { "People check in from half an hour before the meeting until it is over." }
    }
  }

  private func checkIn(_ code: CheckInCode) -> Location {
    MeetingPath.checkIn.location(seen.meeting.id, query: [("code", code.text)])
  }

  private var counts: HTML {
    p { MeetingWords.quorum(roll.quorum) + " Without a seat: \(roll.others)." }
  }

  /// Those who can be checked in by an officer: holders, then those who can sit in for one.
  private var people: [(id: PersonID, name: String)] {
    var known: Set<PersonID> = []
    let holders = roll.lines.compactMap { line in line.holder.map { ($0, line.name) } }
    let others = roll.lines.flatMap { line in
      line.alternates.map { one in
        (one.person, "\(one.name), \(one.place.rawValue) of \(line.unitName ?? line.seatTitle)")
      }
    }
    return (holders + others).filter { known.insert($0.0).inserted }
      .map { (id: $0.0, name: $0.1) }
  }

  private var admitting: HTML {
    Card.of("Check someone in") {
      HTML.element(
        "form",
        [
          .class("inline"), .method("post"),
          .action(MeetingPath.admit.location(seen.meeting.id)),
        ],
        [
          Form.token(visit),
          div {
            label(.for("person")) { "Who is here" }
            select(.id("person"), .name("person")) {
              for person in people { option(.value(person.id.text)) { person.name } }
            }
          },
          HTML.element("button", [.class("btn")], ["Is here"]),
          HTML.element(
            "button",
            [
              .class("btn quiet"),
              .named("formaction", MeetingPath.takeBack.location(seen.meeting.id).text),
            ], ["Is not here"]),
        ])
    }
  }
}
