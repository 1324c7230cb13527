package import Kernel
package import SQLStore

/// An appointment with the names of where it is, shown as far as the viewer may know.
package struct AppointmentLine: Sendable, Equatable {
  /// The whole appointment; only what ``detail`` allows leaves this module.
  let appointment: Appointment
  package let programName: String
  package let department: DepartmentID
  package let departmentName: String
  package let siteName: String?
  /// How much of it is shown.
  let detail: Detail

  /// How much of an appointment is shown.
  enum Detail: Sendable, Equatable {
    /// Everything: to the trainee and to those who answer for them.
    case whole
    /// With its dates.
    case withoutStanding
    /// Without its last day as well: one that was brought forward would tell a story.
    case outline
  }

  /// The appointment's identifier.
  package var id: ID<Appointment> { appointment.id }
  /// Where the person trains.
  package var program: ProgramID { appointment.program }
  /// Where most of the training happens, where it is known.
  package var site: SiteID? { appointment.site }
  /// The post-graduate year.
  package var level: Int { appointment.level }
  /// The first day.
  package var startsOn: Day { appointment.startsOn }

  /// The last day, for those who may know.
  package var endsOn: Day? { detail == .outline ? nil : appointment.endsOn }

  /// How the trainee stands, for those who may know.
  package var standing: Standing? { detail == .whole ? appointment.standing : nil }

  /// How it will stand after its last day, for those who may know.
  package var endsAs: Standing? { detail == .whole ? appointment.endsAs : nil }

  /// Whether the appointment runs, comes or is over on a day.
  package func presence(on today: Day) -> Presence { appointment.presence(on: today) }

  /// Where the appointment is.
  package var placement: Placement {
    Placement(program: program, department: department, site: site)
  }

  /// The appointment, shown less.
  func shown(_ detail: Detail) -> AppointmentLine {
    AppointmentLine(
      appointment: appointment, programName: programName, department: department,
      departmentName: departmentName, siteName: siteName, detail: detail)
  }

  /// All appointments of a person, the latest first.
  static func all(of person: PersonID, in reader: any SQLReader) throws -> [AppointmentLine] {
    try reader.all(
      AppointmentLine.self,
      """
      SELECT appointment.id AS id, person_id, program_id, site_id, training_level, standing,
        starts_on, ends_on, ends_as, level_since, program.name AS program_name,
        department.id AS department_id, department.name AS department_name,
        site.name AS site_name
      FROM appointment
      JOIN program ON program.id = appointment.program_id
      JOIN department ON department.id = program.department_id
      LEFT JOIN site ON site.id = appointment.site_id
      WHERE person_id = \(person)
      ORDER BY starts_on DESC, appointment.id DESC
      """)
  }
}

extension AppointmentLine: SQLDecodable {
  package init(row: SQLRow) throws {
    let appointment = try Appointment(row: row)
    self.init(
      appointment: appointment, programName: try row.text("program_name"),
      department: try row.id("department_id"), departmentName: try row.text("department_name"),
      siteName: try row.textOrNil("site_name"), detail: .whole)
  }
}
