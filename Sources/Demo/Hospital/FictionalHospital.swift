package import Kernel
package import Roster

/// A teaching hospital that does not exist, as plain values: the same for the same seed and day.
///
/// It serves the demonstration, the tests, the documents and the screenshots. Place, people and
/// numbers are invented; names are drawn at random from lists of given and family names, so a
/// likeness to someone is chance. All addresses end in `hospital.example` (RFC 2606).
package struct FictionalHospital: Sendable, Equatable {
  /// The seed that it grew from.
  package let seed: UInt64
  /// The day on which it is looked at: says who is here, who comes and who has left.
  package let today: Day
  /// The first day of its office with this system; nothing older is kept.
  package let opened: Day
  /// The institution's name.
  package let name: String
  package let sponsors: [Sponsor]
  package let sites: [Site]
  /// The departments, sorted by name.
  package let departments: [Department]
  /// The programs, sorted by department and then as the department lists them.
  package let programs: [Program]
  /// Everybody: staff, faculty, and trainees in the order in which they came.
  package let people: [Person]
  /// Who can no longer sign in, and since when.
  package let deactivated: [PersonID: Day]
  /// All training appointments since the office opened, in the order in which they began.
  package let appointments: [Appointment]
  /// All roles since the office opened: a principal's before their deputies'.
  package let grants: [RoleGrant]
  /// The trainees who are chief residents this year.
  package let chiefResidents: [PersonID]
  /// Whom "sign in as" offers for each role.
  package let cast: [DemonstrationRole: PersonID]

  /// The seed of the demonstration that documents and screenshots show.
  package static let usualSeed: UInt64 = 1899

  /// The day from which its places, faculty and staff have their identifiers, whichever day it is
  /// looked at: they are the same every year.
  static let founded = Day(number: 19_000)

  /// Invents the hospital, as it stands on a day.
  package init(seed: UInt64 = usualSeed, today: Day) {
    let year = AcademicYear(containing: today, start: .july1)
    let opened = AcademicYear(startYear: year.startYear - 2, start: .july1).firstDay
    let layout = Layout(seed: seed)
    var names = NameMaker()
    let staff = Staff(seed: seed, opened: opened, programs: layout.programs, names: &names)
    let trainees = Trainees(
      TrainingHistory(seed: seed, programs: layout.programs, year: year.startYear),
      Moment(seed: seed, today: today, opened: opened), programs: layout.programs, names: &names)
    self.seed = seed
    self.today = today
    self.opened = opened
    self.name = layout.sponsors[0].name
    self.sponsors = layout.sponsors
    self.sites = layout.sites
    self.departments = layout.departments
    self.programs = layout.programs
    self.people = staff.people + trainees.people
    self.deactivated = staff.deactivated.merging(trainees.deactivated) { kept, _ in kept }
    self.appointments = trainees.appointments
    self.grants =
      Grants(
        staff, in: layout, at: Moment(seed: seed, today: today, opened: opened)
      ).all
    self.chiefResidents = Casting.chiefResidents(
      appointments: trainees.appointments, programs: layout.programs, today: today)
    self.cast = Casting.cast(
      staff: staff, chiefs: chiefResidents, appointments: trainees.appointments,
      programs: layout.programs, today: today)
  }

  /// What of a hospital depends on the day, and the chance of everything.
  struct Moment {
    let seed: UInt64
    let today: Day
    let opened: Day
  }
}

extension FictionalHospital {
  /// A sponsoring institution, which answers for its programs.
  package struct Sponsor: Sendable, Equatable {
    package let id: SponsorID
    package let name: String
  }

  /// A hospital where trainees work.
  package struct Site: Sendable, Equatable {
    package let id: SiteID
    package let name: String
  }

  /// A department.
  package struct Department: Sendable, Equatable {
    package let id: DepartmentID
    package let name: String
  }

  /// A training program.
  package struct Program: Sendable, Equatable {
    package let id: ProgramID
    package let name: String
    package let kind: Kind
    /// Ten digits as accreditors give them; invented.
    package let accreditationNumber: String
    package let department: DepartmentID
    /// The one sponsor of record.
    package let sponsor: SponsorID
    /// Where it trains, the primary site first.
    package let sites: [SiteID]
    /// The post-graduate years of its first and its last year.
    package let levels: ClosedRange<Int>
    /// How many begin each year.
    package let places: Int
    /// The positions of the programs whose graduates like to come.
    let feeders: [Int]
    /// The degree with which its people come, where it is not one of medicine.
    let degree: String?

    /// Whether it follows medical school or a residency.
    package enum Kind: String, Sendable {
      case residency, fellowship
    }

    /// Its length in years.
    package var years: Int { levels.count }
  }
}

extension FictionalHospital {
  /// The appointments that run today; every trainee who is here has exactly one.
  package var currentAppointments: [Appointment] {
    appointments.filter { $0.presence(on: today) == .current }
  }

  /// The people of some capacity who can sign in.
  package func active(_ capacity: Capacity) -> [Person] {
    people.filter { $0.capacity == capacity && deactivated[$0.id] == nil }
  }

  /// The grant of the director of a program today.
  package func directorGrant(of program: ProgramID) -> RoleGrant? {
    grants.first { grant in
      grant.role == .programDirector && grant.scope == .program(program)
        && grant.deputyOf == nil && grant.state(on: today) == .current
    }
  }
}
