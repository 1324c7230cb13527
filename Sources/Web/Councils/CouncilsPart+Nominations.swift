import Councils
import HTML
import Kernel
import Roster
import SQLStore

extension CouncilsPart {
  /// Putting forward, deciding, taking back, and the lists of what waits.
  func registerNominations(in routes: inout Routes) {
    routes.form(SeatPath.nominate, .signedIn) { visit, address, state, reader in
      try NominationForm(address, visit, state, reader).page
    } change: { visit, address, fields, writer in
      try Self.putForward(fields, for: address, visit, writer)
    }
    routes.form(NominationPath.nomination, .signedIn) { visit, id, state, reader in
      try NominationPage(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      try Self.decide(fields, about: id, visit, writer)
    }
    routes.button(NominationPath.withdraw, .signedIn) { visit, id, _, writer in
      try Nomination.withdraw(id, by: visit.viewer, writer: writer)
      return .redirect(NominationPath.nomination.location(id), saying: "It is taken back.")
    }
    routes.page(NominationPath.own, .signedIn) { visit, _, reader in
      let lines = try NominationLine.own(viewer: visit.viewer, reader: reader)
      return .page(Self.list("Your nominations", lines, visit))
    }
    routes.page(NominationPath.approvals, .signedIn) { visit, _, reader in
      let lines = try NominationLine.toDecide(viewer: visit.viewer, reader: reader)
      return .page(Self.list("Approvals", lines, visit, in: .approvals))
    }
    routes.page(NominationPath.silent, .overseer) { visit, _, reader in
      let silent = try SilentDirector.list(viewer: visit.viewer, reader: reader)
      return .page(SilentDirectorsPage(visit: visit, silent: silent).page)
    }
  }

  private static func putForward(
    _ fields: FormFields, for address: SeatAddress, _ visit: Visit, _ writer: any SQLWriter
  ) throws -> Reply {
    let (rule, _) = try SeatRule.find(address.rule, viewer: visit.viewer, reader: writer)
    let seat = Seat(rule: rule.id, unit: try NominationForm.unit(address, rule))
    let person = try PersonPick.find(
      fields[PersonPick.field], viewer: visit.viewer, reader: writer)
    let draft = try NominationDraft(seat: seat, person: person) { fields[$0] }
    let nomination = try Mending.refusals(of: [PersonPick.field]) {
      try Nomination.putForward(draft, by: visit.viewer, in: visit.world, writer: writer)
    }
    return .redirect(
      NominationPath.nomination.location(nomination.id),
      saying: nomination.state == .approved
        ? "Put forward and released: the seat is filled."
        : "Put forward. The {program} director is asked now.")
  }

  private static func decide(
    _ fields: FormFields, about id: ID<Nomination>, _ visit: Visit, _ writer: any SQLWriter
  ) throws -> Reply {
    let decision = NominationPage.Decision(rawValue: fields[NominationPage.Decision.field])
    let (viewer, world) = (visit.viewer, visit.world)
    guard let decision else { throw Problems(field: nil, "Choose what you decide.") }
    if decision == .decline {
      try Nomination.decline(
        id, because: fields[Nomination.reasonField], by: viewer, in: world, writer: writer)
      return .redirect(NominationPath.approvals.location(), saying: "Declined, with your reason.")
    }
    let approved = try Mending.refusals {
      try Nomination.approve(
        id, asAlternate: decision == .alternate, by: viewer, in: world, writer: writer)
    }
    return .redirect(
      NominationPath.approvals.location(),
      saying: approved.seating.place == .alternate
        ? "Approved: they wait as an alternate." : "Approved: the seat is filled.")
  }

  private static func list(
    _ title: String, _ lines: [NominationLine], _ visit: Visit, in section: Section? = nil
  ) -> Page {
    Page(title, in: section) {
      if lines.isEmpty {
        EmptyState.of(
          "Nothing waits here",
          visit.words("Whoever is put forward for a seat appears here until it is decided."),
          isDone: true)
      } else {
        NominationTable(visit: visit, lines: lines).markup
      }
    }
  }

  /// What waits for the viewer's decision.
  func approvalItems(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    let lines = try NominationLine.toDecide(viewer: visit.viewer, reader: reader)
    return lines.prefix(10).map { line in
      let asked = line.nomination.putForwardAt.day(in: visit.settings.timeZone)
      return HomeItem(
        .due, "Release \(line.name) for \(line.organizationName)?",
        why: visit.words("A seat awaits you as {program} director. It takes one click."),
        NominationPath.nomination.location(line.nomination.id),
        day: asked.adding(days: visit.settings.reminderDays))
    }
  }

  /// Directors who have not answered, for whoever answers for all programs.
  func silentItems(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    guard visit.viewer.maySeeSilentDirectors else { return [] }
    let count = try SilentDirector.list(viewer: visit.viewer, reader: reader).count
    guard count > 0 else { return [] }
    return [
      HomeItem(
        .due, Figures.counted(count, "approval has", "approvals have") + " waited too long",
        why: visit.words("The {program} directors were reminded twice."),
        NominationPath.silent.location())
    ]
  }
}

/// Directors who have not answered in spite of reminders.
struct SilentDirectorsPage: Sendable {
  let visit: Visit
  let silent: [SilentDirector]

  var page: Page {
    Page(
      "Approvals that wait too long", in: .organizations,
      subtitle: visit.words("{Program} directors who have been reminded twice.")
    ) {
      if silent.isEmpty {
        EmptyState.of("Everybody has answered", "Nothing is left to do here.", isDone: true)
      } else {
        table {
          caption(.class("vh")) { "Approvals that wait too long" }
          Cells.head(
            visit.words(["{Trainee}", "Seat", "{Program}", "Who decides", "Days"]),
            numbers: ["Days"])
          tbody { for one in silent { row(one) } }
        }
      }
    }
  }

  private func row(_ one: SilentDirector) -> HTML {
    tr {
      Cells.name(one.line.name, NominationPath.nomination.location(one.line.nomination.id))
      td { bdi { "\(one.line.organizationName): \(NominationTable.seat(one.line))" } }
      td { one.line.programName ?? "" }
      Cells.labeled("Who decides", deciders(one))
      Cells.number(one.days, "Days")
    }
  }

  private func deciders(_ one: SilentDirector) -> HTML {
    guard !one.directors.isEmpty else { return Badge.of("Nobody", .bad) }
    return .group(
      one.directors.enumerated().map { number, director in
        .group([
          number > 0 ? ", " : .nothing,
          a(.href(PeoplePath.person.location(director.person)), .named("dir", "auto")) {
            director.name
          },
        ])
      })
  }
}
