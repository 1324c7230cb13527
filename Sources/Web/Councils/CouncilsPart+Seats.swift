import Councils
import HTML
import Kernel
import Roster
import SQLStore

extension CouncilsPart {
  /// The seats of an organization and the rules that give them.
  func registerSeats(in routes: inout Routes) {
    routes.page(OrganizationPath.seats, .signedIn) { visit, id, reader in
      .page(try SeatsPage(id, visit, reader).page)
    }
    routes.form(OrganizationPath.addSeats, .rosterKeeper) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      let usual = SeatRuleDraft(title: "Representative", kind: .eachDepartment, alternates: 1)
      return frame.page(below: "Add seats") {
        SeatRuleForm(
          frame: frame, state: PersonForm.filled(state, usual.fields),
          action: OrganizationPath.addSeats.location(id), kind: nil
        ).markup
      }
    } change: { visit, id, fields, writer in
      let draft = try SeatRuleDraft { fields[$0] }
      try Mending.refusals {
        try SeatRule.add(draft, to: id, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(OrganizationPath.seats.location(id), saying: "The seats are added.")
    }
    routes.form(SeatPath.editRule, .rosterKeeper) { visit, id, state, reader in
      let (rule, organization) = try SeatRule.find(id, viewer: visit.viewer, reader: reader)
      let frame = try OrganizationFrame(organization.id, visit, reader)
      return frame.page(below: "Edit the seats") {
        SeatRuleForm(
          frame: frame, state: PersonForm.filled(state, SeatRuleDraft(rule).fields),
          action: SeatPath.editRule.location(id), kind: rule.kind
        ).markup
        Card.of("Give these seats up") {
          p { "Nobody may sit there any more. What was stays in the history." }
          Form.button(
            visit, "Give them up", SeatPath.closeRule.location(id), style: "btn danger")
        }
      }
    } change: { visit, id, fields, writer in
      let draft = try SeatRuleDraft { fields[$0] }
      try Mending.refusals {
        try SeatRule.edit(id, draft, by: visit.viewer, writer: writer)
      }
      return .redirect(try Self.seats(of: id, visit, writer), saying: "Saved.")
    }
    routes.button(SeatPath.closeRule, .rosterKeeper) { visit, id, _, writer in
      let seats = try Self.seats(of: id, visit, writer)
      try SeatRule.close(id, by: visit.viewer, writer: writer)
      return .redirect(seats, saying: "These seats are given up.")
    }
  }

  /// The page of the seats to which a rule belongs.
  static func seats(
    of rule: ID<SeatRule>, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Location {
    let found = try SeatRule.find(rule, viewer: visit.viewer, reader: reader)
    return OrganizationPath.seats.location(found.organization.id)
  }

  /// Appointing, leaving a seat, naming a deputy.
  func registerSeatings(in routes: inout Routes) {
    routes.form(SeatPath.appoint, .rosterKeeper) { visit, id, state, reader in
      let (rule, organization) = try SeatRule.find(id, viewer: visit.viewer, reader: reader)
      let frame = try OrganizationFrame(organization.id, visit, reader)
      return frame.page(below: "Appoint: \(rule.title)") {
        if rule.kind == .appointed {
          Form.of(visit, SeatPath.appoint.location(id), state) {
            GrantFields.person(state)
            Form.acts("Appoint", cancel: OrganizationPath.seats.location(organization.id))
          }
        } else {
          NoticeBox.of(.info, visit.words(Self.whyNot(rule)))
        }
      }
    } change: { visit, id, fields, writer in
      try Self.appoint(fields, to: id, visit, writer)
    }
    routes.button(SeatPath.leave, .signedIn) { visit, id, _, writer in
      let seating = try Seating.find(id, viewer: visit.viewer, reader: writer)
      try Seating.leave(id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        OrganizationPath.seats.location(seating.organization), saying: "The seat is vacant now.")
    }
    routes.form(SeatPath.seating, .signedIn) { visit, id, state, reader in
      try SeatingPage(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      let seating = try Seating.find(id, viewer: visit.viewer, reader: writer)
      let person = try PersonPick.find(
        fields[PersonPick.field], viewer: visit.viewer, reader: writer)
      try Mending.refusals(of: [PersonPick.field]) {
        try Seating.nameDeputy(
          person, of: id, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(
        OrganizationPath.seats.location(seating.organization), saying: "The deputy is named.")
    }
  }

  /// Appoints someone; whoever tries it where others decide is refused, and the attempt is kept.
  private static func appoint(
    _ fields: FormFields, to id: ID<SeatRule>, _ visit: Visit, _ writer: any SQLWriter
  ) throws -> Reply {
    let (rule, organization) = try SeatRule.find(id, viewer: visit.viewer, reader: writer)
    do {
      try Seating.refusePlacing(in: rule)
    } catch {
      // Thrown it would take its own record back, so it is answered.
      try Seating.noteAttempt(in: rule, of: organization, by: visit.viewer, to: writer)
      return .page(ErrorPage.refusal(error, visit))
    }
    let person = try PersonPick.find(
      fields[PersonPick.field], viewer: visit.viewer, reader: writer)
    try Mending.refusals(of: [PersonPick.field]) {
      try Seating.appoint(person, to: id, by: visit.viewer, in: visit.world, writer: writer)
    }
    return .redirect(
      OrganizationPath.seats.location(organization.id), saying: "The seat is filled.")
  }

  private static func whyNot(_ rule: SeatRule) -> String {
    do {
      try Seating.refusePlacing(in: rule)
      return ""
    } catch {
      return error.sentence
    }
  }
}
