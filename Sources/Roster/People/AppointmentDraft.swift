package import Kernel

/// An appointment as typed into a form, and found right in itself.
package struct AppointmentDraft: Sendable, Equatable {
  package var program: ProgramID
  package var site: SiteID?
  /// The post-graduate year, PGY.
  package var level: Int
  package var standing: Standing
  package var startsOn: Day
  package var endsOn: Day

  package init(
    program: ProgramID, site: SiteID? = nil, level: Int, standing: Standing = .active,
    startsOn: Day, endsOn: Day
  ) {
    self.program = program
    self.site = site
    self.level = level
    self.standing = standing
    self.startsOn = startsOn
    self.endsOn = endsOn
  }

  /// The names of the fields.
  package enum Field {
    /// The program.
    package static let program = "program"
    /// The site where most of the training happens.
    package static let site = "site"
    /// The post-graduate year.
    package static let level = "level"
    /// The standing.
    package static let standing = "standing"
    /// The first day.
    package static let startsOn = "starts_on"
    /// The last day.
    package static let endsOn = "ends_on"
  }

  /// The post-graduate years that there are; the longest combined paths end below the last one.
  package static let levels = 1...12

  /// Reads what was typed; the program was found beforehand from what was typed for it.
  /// - Throws: all problems at once, each tied to its field.
  package init(
    program: ProgramID?, typed: @escaping (String) -> String
  ) throws(Problems) {
    var fields = TypedFields(typed)
    let program = program ?? fields.id(Field.program, ProgramID.self, "Choose the {program}.")
    let site = fields.idOrNil(Field.site, SiteID.self)
    let level = fields.number(
      Field.level, in: Self.levels, "Write the year of training as a number from 1 to 12.")
    let standing = fields.word(Field.standing, Standing.self, "Choose how the {trainee} stands.")
    let startsOn = fields.requiredDay(Field.startsOn, "Write the first day.")
    let endsOn = fields.requiredDay(Field.endsOn, "Write the last day.")
    if let startsOn, let endsOn, endsOn < startsOn {
      fields.add(Field.endsOn, RosterRefusal.endsBeforeStart.sentence)
    }
    try fields.problems.throwIfAny()
    guard let program, let level, let standing, let startsOn, let endsOn else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      program: program, site: site, level: level, standing: standing, startsOn: startsOn,
      endsOn: endsOn)
  }

  /// The draft of an appointment as it is kept.
  package init(_ appointment: Appointment) {
    self.init(
      program: appointment.program, site: appointment.site, level: appointment.level,
      standing: appointment.standing, startsOn: appointment.startsOn, endsOn: appointment.endsOn)
  }

  /// What the form begins with.
  package var fields: [(name: String, value: String)] {
    [
      (Field.program, program.text), (Field.site, site?.text ?? ""),
      (Field.level, String(level)), (Field.standing, standing.rawValue),
      (Field.startsOn, startsOn.text), (Field.endsOn, endsOn.text),
    ]
  }
}
