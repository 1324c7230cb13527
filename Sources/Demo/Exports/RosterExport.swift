import Kernel
import Roster

/// The hospital's people as its record system exports them: one row for each trainee who is here
/// or is to come, in columns that offices know.
package struct RosterExport: Sendable, Equatable {
  /// The titles, in the order of the columns.
  package static let titles = [
    "Personnel ID", "Last Name", "First Name", "Preferred Name", "Degrees", "Email",
    "Department", "Program", "ACGME Program ID", "Sponsor", "Primary Site", "Training Level",
    "Status", "Position Start", "Position End", "Program Director Email",
  ]

  /// A column by what it says; the raw value is its place.
  enum Column: Int {
    case number, family, given, preferred, degrees, address, department, program
    case accreditationNumber, sponsor, site, level, standing, startsOn, endsOn, director
  }

  /// The cells of a row, by their columns.
  struct Row: Sendable, Equatable {
    var cells: [String]

    subscript(column: Column) -> String {
      get { cells[column.rawValue] }
      set { cells[column.rawValue] = newValue }
    }
  }

  /// The rows, sorted by personnel number.
  var rows: [Row]

  /// The export of the day on which the hospital is looked at: it says what is already known.
  package init(of hospital: FictionalHospital) {
    let places = Places(hospital)
    let appointments = Dictionary(grouping: hospital.appointments, by: \.person)
    rows = hospital.people.compactMap { person in
      let leading = appointments[person.id].flatMap {
        Appointment.leading($0, on: hospital.today)
      }
      guard let leading, leading.presence(on: hospital.today) != .former else { return nil }
      return places.row(of: person, leading)
    }.sorted { $0[.number] < $1[.number] }
  }

  /// The file: UTF-8, commas, and quotation marks where a cell needs them.
  package var bytes: [UInt8] {
    let lines = [Self.titles] + rows.map(\.cells)
    return Array(lines.map { Self.line($0, separator: ",") + "\n" }.joined().utf8)
  }

  /// One line of a file, without its end.
  static func line(_ cells: [String], separator: Character) -> String {
    cells.map { cell in
      let needsQuotes = cell.contains { $0 == separator || $0 == "\"" || $0.isNewline }
      return needsQuotes
        ? "\""
          + cell.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\"" : cell
    }.joined(separator: String(separator))
  }

  /// The names behind the identifiers.
  struct Places {
    private let hospital: FictionalHospital
    private let programs: [ProgramID: FictionalHospital.Program]
    private let departments: [DepartmentID: String]
    private let sponsors: [SponsorID: String]
    private let directors: [ProgramID: String]
    let sites: [SiteID: String]

    init(_ hospital: FictionalHospital) {
      self.hospital = hospital
      programs = Dictionary(uniqueKeysWithValues: hospital.programs.map { ($0.id, $0) })
      departments = Dictionary(uniqueKeysWithValues: hospital.departments.map { ($0.id, $0.name) })
      sponsors = Dictionary(uniqueKeysWithValues: hospital.sponsors.map { ($0.id, $0.name) })
      sites = Dictionary(uniqueKeysWithValues: hospital.sites.map { ($0.id, $0.name) })
      directors = hospital.directorAddresses
    }

    /// The row of someone with an appointment.
    func row(of person: Person, _ appointment: Appointment) -> Row? {
      guard let program = programs[appointment.program] else { return nil }
      return Row(cells: [
        person.personnelNumber ?? "", person.name.family, person.name.given,
        person.name.preferred ?? "", person.degrees ?? "", person.address ?? "",
        departments[program.department] ?? "", program.name, program.accreditationNumber,
        sponsors[program.sponsor] ?? "", appointment.site.flatMap { sites[$0] } ?? "",
        "PGY-\(appointment.level)", appointment.standing.label, appointment.startsOn.text,
        appointment.endsOn.text, directors[program.id] ?? "",
      ])
    }
  }
}

extension FictionalHospital {
  /// The address of the director of each program today.
  var directorAddresses: [ProgramID: String] {
    let addresses = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.address) })
    var directors: [ProgramID: String] = [:]
    for grant in grants
    where grant.role == .programDirector && grant.deputyOf == nil
      && grant.state(on: today) == .current
    {
      if case .program(let program) = grant.scope {
        directors[program] = addresses[grant.person] ?? nil
      }
    }
    return directors
  }
}
