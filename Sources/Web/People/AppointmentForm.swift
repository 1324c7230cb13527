import HTML
import Kernel
import Roster
import SQLStore

/// The form of an appointment, for adding, editing and transferring.
struct AppointmentForm: Sendable {
  let frame: PersonFrame
  let state: FormState
  let action: Location
  let choices: Choices
  let standings: [Standing]
  let button: String

  /// What the form offers to choose from.
  struct Choices: Sendable {
    let sites: [PlaceChoice]
    /// What is offered while a program's name is typed.
    let programs: [String]

    init(_ visit: Visit, _ reader: any SQLReader) throws {
      sites = try PlaceChoice.sites(viewer: visit.viewer, reader: reader)
      programs = try ProgramPick.offers(viewer: visit.viewer, reader: reader)
    }
  }

  private typealias Name = AppointmentDraft.Field

  private static let everybody = "everyone who signs in"

  var markup: HTML {
    let words = frame.visit.words
    return Form.of(frame.visit, action, state) {
      Field(
        Name.program, words("{Program}"), seenBy: Self.everybody,
        hint: words("The {program}'s name, or its accreditation number.")
      ).text(state, type: "text", .named("list", "programs"), .named("autocomplete", "off"))
      HTML.element(
        "datalist", [.id("programs")], choices.programs.map { option(.value($0)) })
      Field(
        Name.site, words("{Site}"), seenBy: Self.everybody,
        hint: "Where most of the training happens.",
        isOptional: true
      ).choice(state, [("", "Not said")] + choices.sites.map { ($0.id, $0.name) })
      Field(
        Name.level, "Year of training, PGY", seenBy: Self.everybody
      ).text(state, type: "number", .class("narrow"), .named("min", "1"), .named("max", "12"))
      Field(
        Name.startsOn, "First day", seenBy: Self.everybody
      ).text(state, type: "date")
      Field(
        Name.endsOn, "Last day", seenBy: RecordPage.seenBy(frame.visit.words)
      ).text(state, type: "date")
      Field(
        Name.standing, "Standing", seenBy: RecordPage.seenBy(frame.visit.words),
        hint: "Each time someone opens it, the person can see who it was."
      ).choice(state, standings.map { ($0.rawValue, $0.label) })
      Form.acts(button, cancel: PeoplePath.person.location(frame.person))
    }
  }
}

extension AppointmentForm {
  /// The fields of the form, for refusals that are about one.
  static let fields = [
    AppointmentDraft.Field.program, AppointmentDraft.Field.site, AppointmentDraft.Field.startsOn,
    AppointmentDraft.Field.endsOn,
  ]

  /// What the form of a new appointment begins with: the present academic year.
  static func usual(_ visit: Visit) -> [(name: String, value: String)] {
    let year = AcademicYear(containing: visit.viewer.today, start: visit.settings.yearStart)
    return [
      (AppointmentDraft.Field.level, "1"),
      (AppointmentDraft.Field.startsOn, year.firstDay.text),
      (AppointmentDraft.Field.standing, Standing.active.rawValue),
    ]
  }

  /// What the form of an appointment that is kept begins with: the program by its name.
  static func kept(
    _ appointment: Appointment, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [(name: String, value: String)] {
    let program = try Program.find(
      appointment.program, viewer: visit.viewer, reader: reader)
    return AppointmentDraft(appointment).fields.map { field in
      field.name == AppointmentDraft.Field.program
        ? (field.name, ProgramPick.text(program)) : field
    }
  }

  /// Reads what was typed; the program by its name.
  static func draft(
    _ fields: FormFields, _ visit: Visit, _ reader: any SQLReader
  ) throws -> AppointmentDraft {
    var problems = Problems()
    var program: ProgramID?
    do {
      program = try ProgramPick.find(
        fields[AppointmentDraft.Field.program], viewer: visit.viewer, reader: reader)
    } catch let found as Problems {
      problems = found
    }
    do {
      // Until the program is found any identifier stands for it, so that all problems are told.
      let standIn = program ?? ProgramID(stored: "")
      let draft = try AppointmentDraft(program: standIn) { fields[$0] }
      try problems.throwIfAny()
      return draft
    } catch let found {
      for problem in found.all where problem.field != AppointmentDraft.Field.program {
        problems.add(problem.field, problem.sentence)
      }
      throw problems
    }
  }
}
