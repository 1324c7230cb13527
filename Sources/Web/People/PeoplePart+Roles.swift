import HTML
import Kernel
import Roster
import SQLStore

extension PeoplePart {
  /// Seeing, granting and ending roles, and naming deputies.
  func registerRoles(in routes: inout Routes) {
    routes.page(RolePath.roles, .signedIn) { visit, _, reader in
      let lines = try RoleLine.held(in: .institution, viewer: visit.viewer, reader: reader)
      return .page(InstitutionRolesPage(visit: visit, lines: lines).page)
    }
    routes.page(RolePath.ofPerson, .signedIn) { visit, person, reader in
      let frame = try PersonFrame(person, visit, reader)
      let withPast = visit.query["past"] == "yes"
      let lines = try RoleLine.held(
        by: person, withPast: withPast, viewer: visit.viewer, reader: reader)
      return .page(PersonRolesPage(frame: frame, lines: lines, withPast: withPast).page)
    }
    registerGrants(in: &routes)
    registerEnds(in: &routes)
    registerDeputies(in: &routes)
  }

  private func registerGrants(in routes: inout Routes) {
    let fields = [PersonPick.field, Term.Field.startsOn, Term.Field.endsOn]
    routes.form(RolePath.grant, .rosterKeeper) { visit, person, state, reader in
      try GrantForm(try PersonFrame(person, visit, reader), state, reader).page
    } change: { visit, person, typed, writer in
      let draft = try GrantForm.draft(typed, for: person, visit, writer)
      _ = try Mending.refusals(of: [ProgramPick.field, Term.Field.endsOn]) {
        try RoleGrant.grant(draft, by: visit.viewer, in: visit.world, to: writer)
      }
      return .redirect(RolePath.ofPerson.location(person), saying: "The role is granted.")
    }
    routes.form(RolePath.grantInProgram, .rosterKeeper) { visit, program, state, reader in
      try ProgramGrantPage(program, visit, state, reader).page
    } change: { visit, program, typed, writer in
      let draft = try ProgramGrantPage.draft(typed, in: program, visit, writer)
      _ = try Mending.refusals(of: fields) {
        try RoleGrant.grant(draft, by: visit.viewer, in: visit.world, to: writer)
      }
      return .redirect(ProgramPath.program.location(program), saying: "The role is granted.")
    }
  }

  private func registerEnds(in routes: inout Routes) {
    routes.form(RolePath.end, .signedIn) { visit, grant, state, reader in
      let line = try RoleLine.find(grant, viewer: visit.viewer, reader: reader)
      guard try RoleGrant.mayEnd(grant, viewer: visit.viewer, reader: reader) else {
        throw RosterRefusal.notAllowed
      }
      return RoleEndPage(visit: visit, state: state, line: line).page
    } change: { visit, grant, fields, writer in
      let line = try RoleLine.find(grant, viewer: visit.viewer, reader: writer)
      guard let day = Day(text: fields[Term.Field.endsOn]) else {
        throw Problems(field: Term.Field.endsOn, "Write a day of the calendar, as in 2027-06-30.")
      }
      try Mending.refusals(of: [Term.Field.endsOn]) {
        try RoleGrant.end(
          grant, on: day, by: visit.viewer, in: visit.world, to: writer)
      }
      return .redirect(
        RolePath.ofPerson.location(line.grant.person),
        saying: "The role ends on \(When.day(day)).")
    }
    routes.button(RolePath.revoke, .signedIn) { visit, grant, _, writer in
      let line = try RoleLine.find(grant, viewer: visit.viewer, reader: writer)
      try RoleGrant.revoke(grant, by: visit.viewer, in: visit.world, to: writer)
      return .redirect(
        RolePath.ofPerson.location(line.grant.person), saying: "The role is ended.")
    }
  }

  private func registerDeputies(in routes: inout Routes) {
    routes.form(RolePath.deputy, .signedIn) { visit, grant, state, reader in
      let line = try RoleLine.find(grant, viewer: visit.viewer, reader: reader)
      guard line.grant.mayBeDeputized(by: visit.viewer) else { throw RosterRefusal.notAllowed }
      return DeputyPage(visit: visit, state: state, line: line).page
    } change: { visit, grant, fields, writer in
      let line = try RoleLine.find(grant, viewer: visit.viewer, reader: writer)
      let person = try PersonPick.find(
        fields[PersonPick.field], viewer: visit.viewer, reader: writer)
      let term = try Term(today: visit.viewer.today) { fields[$0] }
      _ = try Mending.refusals(
        of: [PersonPick.field, Term.Field.startsOn, Term.Field.endsOn]
      ) {
        try RoleGrant.nameDeputy(
          of: grant, DeputyDraft(person: person, term: term), by: visit.viewer,
          in: visit.world, to: writer)
      }
      return .redirect(
        RolePath.ofPerson.location(line.grant.person), saying: "The deputy is named.")
    }
  }
}
