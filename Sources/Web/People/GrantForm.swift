import HTML
import Kernel
import Roster
import SQLStore

/// The fields that forms about roles share.
enum GrantFields {
  /// The field for where a role holds that is not of one program.
  static let place = "place"
  /// The field for the role.
  static let role = "role"

  /// Who sees what is written about a role.
  static let everybody = "everyone who signs in"

  static func person(_ state: FormState) -> HTML {
    Field(
      PersonPick.field, "Person", seenBy: everybody,
      hint: "A name or a mail address. Where several have the name, the address decides."
    ).text(state, type: "text", .named("autocomplete", "off"))
  }

  static func term(_ state: FormState) -> HTML {
    .group([
      Field(
        Term.Field.startsOn, "First day", seenBy: everybody, hint: "Left empty: today.",
        isOptional: true
      ).text(state, type: "date"),
      Field(
        Term.Field.endsOn, "Last day", seenBy: everybody,
        hint: "Left empty: until someone ends it.", isOptional: true
      ).text(state, type: "date"),
    ])
  }

  /// The roles that the viewer may grant, with what each allows.
  static func roles(_ state: FormState, _ roles: [Role], _ words: Words) -> HTML {
    Field(role, "Role", seenBy: everybody).picks(
      state, roles.map { ($0.rawValue, $0.label(in: words), $0.purpose(in: words)) })
  }
}

/// The form that grants a role to someone, from their page.
struct GrantForm: Sendable {
  let frame: PersonFrame
  let state: FormState
  let programs: [String]
  let departments: [PlaceChoice]
  let sites: [PlaceChoice]

  init(_ frame: PersonFrame, _ state: FormState, _ reader: any SQLReader) throws {
    let viewer = frame.visit.viewer
    self.frame = frame
    self.state = state
    self.programs = try ProgramPick.offers(viewer: viewer, reader: reader)
    self.departments = try PlaceChoice.departments(viewer: viewer, reader: reader)
    self.sites = try PlaceChoice.sites(viewer: viewer, reader: reader)
  }

  var page: Page {
    let words = frame.visit.words
    let roles = Role.allCases.filter { frame.visit.viewer.mayGrant($0) }
    return frame.page(below: "Grant a role") {
      Form.of(frame.visit, RolePath.grant.location(frame.person), state) {
        GrantFields.roles(state, roles, words)
        Field(
          ProgramPick.field, words("{Program}"), seenBy: GrantFields.everybody,
          hint: "For directors and coordinators.", isOptional: true
        ).text(state, type: "text", .named("list", "programs"), .named("autocomplete", "off"))
        HTML.element("datalist", [.id("programs")], programs.map { option(.value($0)) })
        Field(
          GrantFields.place, "Where", seenBy: GrantFields.everybody,
          hint: "For all other roles.", isOptional: true
        ).choice(state, places)
        GrantFields.term(state)
        Form.acts("Grant", cancel: RolePath.ofPerson.location(frame.person))
      }
    }
  }

  private var places: [(value: String, label: String)] {
    [("institution", "The whole institution")]
      + departments.map { ("department:\($0.id)", frame.visit.words("{Department}: ") + $0.name) }
      + sites.map { ("site:\($0.id)", frame.visit.words("{Site}: ") + $0.name) }
  }

  /// Reads what was typed.
  static func draft(
    _ fields: FormFields, for person: PersonID, _ visit: Visit, _ reader: any SQLReader
  ) throws -> GrantDraft {
    guard let role = Role(rawValue: fields[GrantFields.role]) else {
      throw Problems(field: GrantFields.role, "Choose a role.")
    }
    let term = try Term(today: visit.viewer.today) { fields[$0] }
    guard role.isOfProgram else {
      return GrantDraft(
        person: person, role: role, scope: scope(fields[GrantFields.place]), term: term)
    }
    let program = try ProgramPick.find(
      fields[ProgramPick.field], viewer: visit.viewer, reader: reader)
    return GrantDraft(person: person, role: role, scope: .program(program), term: term)
  }

  private static func scope(_ typed: String) -> Scope {
    let parts = typed.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return .institution }
    return parts[0] == "department"
      ? .department(DepartmentID(stored: parts[1])) : .site(SiteID(stored: parts[1]))
  }
}
