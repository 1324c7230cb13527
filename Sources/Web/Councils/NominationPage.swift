import Councils
import HTML
import Kernel
import Roster
import SQLStore

/// A nomination: what it is about, and the director's decision in one click.
struct NominationPage: Sendable {
  let visit: Visit
  let line: NominationLine
  let mayDecide: Bool
  let place: SeatPlace?
  let rule: SeatRule
  let names: [PersonID: String]
  let state: FormState

  private var nomination: Nomination { line.nomination }

  /// The field that says which button was pressed, and what they send.
  enum Decision: String {
    case approve, alternate, decline
    static let field = "decision"
  }

  init(
    _ id: ID<Nomination>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    self.visit = visit
    self.state = state
    line = try NominationLine.find(id, viewer: visit.viewer, reader: reader)
    mayDecide = try line.nomination.mayDecide(visit.viewer, reader: reader)
    let seat = line.nomination.seat
    let (rule, organization) = try SeatRule.find(seat.rule, viewer: visit.viewer, reader: reader)
    self.rule = rule
    let seats = try SeatList.of(organization, viewer: visit.viewer, reader: reader)
    place = seats.rules.first { $0.rule.id == rule.id }?.places.first { $0.unit == seat.unit }
    names = try Directory.names(
      of: [line.nomination.putForwardBy, line.nomination.decidedBy].compactMap(\.self),
      reader: reader)
  }

  var page: Page {
    Page(
      line.name, in: mayDecide ? .approvals : .organizations,
      under: [
        .init(
          line.organizationName,
          OrganizationPath.seats.location(nomination.organization))
      ], subtitle: NominationTable.seat(line)
    ) {
      if mayDecide { decision }
      facts
      if nomination.state == .awaiting, mayWithdraw {
        Form.button(
          visit, "Take it back", NominationPath.withdraw.location(nomination.id),
          style: "btn quiet")
      }
    }
  }

  private var mayWithdraw: Bool {
    [nomination.person, nomination.putForwardBy].contains(visit.viewer.person)
      || visit.viewer.mayKeepOrganizations
  }

  private var holders: [Occupant] { place?.holders(on: visit.viewer.today) ?? [] }

  private var isTaken: Bool { place.map { holders.count >= $0.seats } ?? true }

  private var decision: HTML {
    Card.of("Do you release \(line.name) for this seat?") {
      Form.summary(state)
      if isTaken, nomination.startsOn <= visit.viewer.today { taken }
      form(.method("post"), .action(NominationPath.nomination.location(nomination.id))) {
        Form.token(visit)
        div(.class("acts")) {
          if !isTaken || nomination.asAlternate || nomination.startsOn > visit.viewer.today {
            decide(.approve, "Approve", "btn primary")
          }
          if isTaken, !nomination.asAlternate, rule.alternates > 0 {
            decide(.alternate, "Approve as an alternate", "btn")
          }
        }
      }
      Fold.of("Decline, with a reason") {
        Form.of(visit, NominationPath.nomination.location(nomination.id), FormState()) {
          Field(
            Nomination.reasonField, "Why",
            seenBy: visit.words(
              "the {trainee}, whoever put them forward, those who answer for the {program}, the "
                + "{office}")
          ).lines(state, rows: 3)
          decide(.decline, "Decline", "btn danger")
        }
      }
    }
  }

  private func decide(
    _ decision: Decision, _ label: String, _ style: StaticString
  ) -> HTML {
    HTML.element(
      "button", [.class(style), .name(Decision.field), .value(decision.rawValue)],
      [.text(label)])
  }

  private var taken: HTML {
    NoticeBox.of(.warn) {
      for holder in holders {
        p {
          bdi { holder.name }
          " holds this seat until \(When.day(holder.endsOn))."
        }
      }
    }
  }

  private var facts: HTML {
    let (word, tone) = OrganizationWords.nomination(nomination.state)
    return Card.of("Facts") {
      Facts.of([
        Facts.Line("Stands", Badge.of(word, tone)),
        Facts.Line(
          visit.words("{Trainee}"),
          a(.href(PeoplePath.person.location(nomination.person)), .named("dir", "auto")) {
            line.name
          }),
        Facts.Line(visit.words("{Program}"), program),
        Facts.Line("Term begins", When.day(nomination.startsOn)),
        Facts.Line(
          "As", nomination.asAlternate ? "an alternate, where the seat is taken" : nil),
        Facts.Line("Put forward", putForward),
        Facts.Line(
          "Why",
          nomination.statement.isEmpty ? nil : Paragraphs.of(nomination.statement)),
        Facts.Line("Decided", decided),
        Facts.Line(
          "Reason", nomination.reason.isEmpty ? nil : Paragraphs.of(nomination.reason)),
      ])
    }
  }

  private var program: String? {
    line.programName.map { name in line.level.map { "\(name), PGY-\($0)" } ?? name }
  }

  private var putForward: String {
    let who =
      nomination.putForwardBy == nomination.person
      ? "by themselves" : "by \(names[nomination.putForwardBy] ?? "someone")"
    return "\(who), \(When.within(nomination.putForwardAt, visit))"
  }

  private var decided: String? {
    nomination.decidedAt.map { at in
      let who = nomination.decidedBy.flatMap { names[$0] }.map { "by \($0), " } ?? ""
      return who + When.within(at, visit)
    }
  }
}
