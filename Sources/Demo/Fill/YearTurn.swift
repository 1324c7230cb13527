import Kernel
import Roster
import SQLStore

/// The rollover to the present academic year, which the office did in its first days.
struct YearTurn {
  private let hospital: FictionalHospital
  /// The academic year that it led to.
  let year: AcademicYear
  /// The day on which it was done.
  let day: Day
  let report: RolloverReport

  init(_ hospital: FictionalHospital) {
    self.hospital = hospital
    year = AcademicYear(containing: hospital.today, start: .july1)
    day = min(year.firstDay.adding(days: 1), hospital.today)
    let first = year.firstDay
    var report = RolloverReport()
    report.raised = hospital.appointments.count { Self.isRaised($0, first) }
    report.graduated = hospital.appointments.count { Self.isGraduated($0, first) }
    self.report = report
  }

  /// The rollover's identifier.
  var id: ID<Rollover> {
    var chance = Chance(hospital.seed, .trail, 2, year.startYear)
    return chance.id(madeAt: moment)
  }

  /// Who in the office did it.
  var person: PersonID {
    let office = hospital.grants.first { $0.role == .office && $0.scope == .institution }
    return hospital.cast[.office] ?? office?.person ?? hospital.people[0].id
  }

  /// When it was done.
  var moment: Instant { day.moment(hour: 9, minute: 12) }

  /// Whether it gave an appointment its level.
  func touches(_ appointment: Appointment) -> Bool {
    Self.isRaised(appointment, year.firstDay)
  }

  /// What a director was told of the programs.
  func letter(
    to director: PersonID?
  ) -> (person: PersonID, sentence: String, path: String)? {
    let grant = hospital.grants.first {
      $0.person == director && $0.role == .programDirector && $0.deputyOf == nil
    }
    guard let director, let id = grant?.scope.id,
      let program = hospital.programs.first(where: { $0.id.text == id })
    else { return nil }
    let own = hospital.appointments.filter { $0.program == program.id }
    let here = own.count { $0.presence(on: day) == .current }
    let raised = own.count { Self.isRaised($0, year.firstDay) }
    let graduated = own.count { Self.isGraduated($0, year.firstDay) }
    return (
      director,
      "Your program in the new academic year \(year.name). \(program.name): \(here) trainees, "
        + "\(raised) of them a year up; \(graduated) graduated.", "/programs/\(id)"
    )
  }

  /// Writes it, with nothing kept for an undo.
  func insert(to writer: any SQLWriter) throws {
    let counts =
      "{\"graduated\":\(report.graduated),\"raised\":\(report.raised),\"renewed\":0}"
    try writer.execute(
      """
      INSERT INTO rollover (id, first_day, state, turned_groups, plan_digest, report, created_by,
        created_at, done_by, done_at, closed_at)
      VALUES (\(id), \(year.firstDay), 'done', '', '', \(counts), \(person), \(moment),
        \(person), \(moment), \(moment))
      """)
  }

  private static func isRaised(_ appointment: Appointment, _ first: Day) -> Bool {
    appointment.startsOn < first && appointment.endsOn >= first
      && appointment.startsOn.parts.month == 7
  }

  private static func isGraduated(_ appointment: Appointment, _ first: Day) -> Bool {
    appointment.standing == .graduated && appointment.endsOn == first.adding(days: -1)
  }
}
