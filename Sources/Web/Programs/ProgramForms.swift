import HTML
import Kernel
import Roster
import SQLStore

/// The form of a program, for adding and for editing.
struct ProgramForm: Sendable {
  let visit: Visit
  let state: FormState
  let action: Location
  let cancel: Location
  let departments: [PlaceChoice]
  /// The sponsors to choose from; empty where the sponsor is not asked for.
  var sponsors: [PlaceChoice] = []

  private static let everybody = "everyone who signs in"

  var markup: HTML {
    Form.of(visit, action, state) {
      Field(ProgramDraft.Field.name, "Name", seenBy: Self.everybody).text(state)
      Field(
        ProgramDraft.Field.department, visit.words("{Department}"), seenBy: Self.everybody
      ).choice(state, [("", "Choose")] + departments.map { ($0.id, $0.name) })
      if !sponsors.isEmpty {
        Field(
          ProgramDraft.Field.sponsor, "Sponsor of record", seenBy: Self.everybody,
          hint: visit.words("Exactly one. Other hospitals are added as contributing {sites}.")
        ).choice(state, [("", "Choose")] + sponsors.map { ($0.id, $0.name) })
      }
      Field(
        ProgramDraft.Field.accreditationNumber, "Accreditation number", seenBy: Self.everybody,
        isOptional: true
      ).text(state, type: "text", .class("narrow"))
      Field(
        ProgramDraft.Field.finalLevel, "Final year", seenBy: Self.everybody,
        hint: "The PGY after which people graduate, such as 3. The rollover goes by it.",
        isOptional: true
      ).text(state, type: "text", .class("narrow"), .named("inputmode", "numeric"))
      Field(
        ProgramDraft.Field.directorAddress, "Director's mail address",
        seenBy: visit.words("the {office} and the administrators"),
        hint: "As the record system has it. It grants nothing; roles are granted by a person.",
        isOptional: true
      ).text(state, type: "email", .named("autocomplete", "off"))
      Form.acts("Save", cancel: cancel)
    }
  }
}

/// A page with a small form below a program.
struct ProgramChangePage: Sendable {
  let visit: Visit
  let program: Program

  init(_ program: ProgramID, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    self.program = try Program.find(program, viewer: visit.viewer, reader: reader)
  }

  func page(
    _ title: String, subtitle: String? = nil, @HTMLBuilder body: () -> HTML
  ) -> Page {
    Page(
      title, in: .programs,
      under: [
        .init(visit.words("{Programs}"), ProgramPath.programs.location()),
        .init(program.name, ProgramPath.program.location(program.id)),
      ],
      subtitle: subtitle, body: body)
  }

  func form(
    _ action: Location, _ state: FormState, _ button: String, @HTMLBuilder fields: () -> HTML
  ) -> HTML {
    Form.of(visit, action, state) {
      fields()
      Form.acts(button, cancel: ProgramPath.program.location(program.id))
    }
  }
}

/// The form that grants a role in a program.
struct ProgramGrantPage: Sendable {
  let around: ProgramChangePage
  let state: FormState

  private static let roles: [Role] = [.programDirector, .programCoordinator]

  init(
    _ program: ProgramID, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    around = try ProgramChangePage(program, visit, reader)
    // A hint on the program's page may say who and as what.
    self.state = try PersonForm.filled(
      state,
      [
        (GrantFields.role, visit.query["role"]),
        (PersonPick.field, try Self.suggested(visit, reader)),
      ])
  }

  private static func suggested(_ visit: Visit, _ reader: any SQLReader) throws -> String {
    guard let person = PersonID(given: visit.query["person"]) else { return "" }
    let entry = try Directory.entry(of: person, viewer: visit.viewer, reader: reader)
    return entry.address ?? entry.name
  }

  var page: Page {
    around.page("Grant a role") {
      around.form(RolePath.grantInProgram.location(around.program.id), state, "Grant") {
        GrantFields.roles(state, Self.roles, around.visit.words)
        GrantFields.person(state)
        GrantFields.term(state)
      }
    }
  }

  /// Reads what was typed.
  static func draft(
    _ fields: FormFields, in program: ProgramID, _ visit: Visit, _ reader: any SQLReader
  ) throws -> GrantDraft {
    guard let role = Role(rawValue: fields[GrantFields.role]), roles.contains(role) else {
      throw Problems(field: GrantFields.role, "Choose a role.")
    }
    let person = try PersonPick.find(
      fields[PersonPick.field], viewer: visit.viewer, reader: reader)
    return GrantDraft(
      person: person, role: role, scope: .program(program),
      term: try Term(today: visit.viewer.today) { fields[$0] })
  }
}
