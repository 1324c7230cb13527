import Councils
import HTML
import Kernel
import Roster
import SQLStore

/// Someone's seat, for themselves and the office: who sits in for them, and how to leave it.
struct SeatingPage: Sendable {
  let frame: OrganizationFrame
  let seating: Seating
  let rule: SeatRule
  let name: String
  let state: FormState

  private var visit: Visit { frame.visit }
  private var isOwn: Bool { seating.person == visit.viewer.person }

  init(
    _ id: ID<Seating>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    seating = try Seating.find(id, viewer: visit.viewer, reader: reader)
    frame = try OrganizationFrame(seating.organization, visit, reader)
    rule = try SeatRule.find(seating.seat.rule, viewer: visit.viewer, reader: reader).rule
    name =
      try Directory.names(of: [seating.person], reader: reader)[seating.person] ?? "Someone"
    self.state = state
  }

  var page: Page {
    frame.page(below: isOwn ? "Your seat" : "The seat of \(name)", subtitle: rule.title) {
      Card.of("Facts") {
        Facts.of([
          Facts.Line("As", seating.place.rawValue),
          Facts.Line("From", When.day(seating.startsOn)),
          Facts.Line("Until", When.day(seating.endsOn)),
          Facts.Line("Ended", seating.ending.map { When.day($0.day) }),
          Facts.Line("Because", seating.ending.map { visit.words($0.cause.word) }),
        ])
      }
      if seating.ending == nil {
        if seating.place == .holder { deputy }
        leaving
      }
    }
  }

  private var deputy: HTML {
    Card.of("Name a deputy") {
      p { "Someone who sits in when \(isOwn ? "you cannot" : "the holder cannot")." }
      Form.of(visit, SeatPath.seating.location(seating.id), state) {
        GrantFields.person(state)
        Form.acts("Name them", cancel: OrganizationPath.seats.location(frame.id))
      }
    }
  }

  private var leaving: HTML {
    Card.of(isOwn ? "Leave the seat" : "End it") {
      p {
        rule.alternates > 0
          ? "It ends today. Whoever waits as an alternate moves up."
          : "It ends today, and the seat is vacant."
      }
      Form.button(
        visit, isOwn ? "Leave the seat" : "End it", SeatPath.leave.location(seating.id),
        style: "btn danger")
    }
  }
}
