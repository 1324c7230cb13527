import Kernel
import Roster

/// The monthly imports by which the hospital's trainees came into the system.
struct ImportHistory {
  /// One import that was done.
  struct Import {
    let id: ID<RosterImport>
    let day: Day
    /// Who in the office did it.
    let person: PersonID
    let fileName: String
    var report: RosterReport
  }

  private(set) var imports: [Import] = []
  /// The position of the import that brought a person.
  private(set) var broughtBy: [PersonID: Int] = [:]

  init(_ hospital: FictionalHospital) {
    let office = hospital.grants.filter { $0.role == .office && $0.scope == .institution }
    let own = hospital.cast[.office] ?? office[0].person
    let days = Self.days(hospital)
    for (index, day) in days.enumerated() {
      var chance = Chance(hospital.seed, .trail, day.number)
      imports.append(
        Import(
          id: chance.id(madeAt: day.moment(hour: 10)), day: day,
          person: Self.isRecent(index, days) ? own : chance.pick(office).person,
          fileName: "roster-\(day.text.prefix(7)).csv", report: RosterReport()))
      imports[index].report.refused = Self.refused(first: index == 0, &chance)
      imports[index].report.refusedRows = imports[index].report.refused.count
    }
    assign(hospital)
    count(hospital)
  }

  /// The import that brought a person.
  func importID(of person: PersonID) -> ID<RosterImport>? {
    broughtBy[person].map { imports[$0].id }
  }

  /// The opening day, and then the second of each month before today.
  private static func days(_ hospital: FictionalHospital) -> [Day] {
    var days = [hospital.opened]
    var next = hospital.opened.firstOfNextMonth.adding(days: 1)
    while next < hospital.today {
      days.append(next)
      next = next.firstOfNextMonth.adding(days: 1)
    }
    return days
  }

  /// The last three are those of the office's person whom "sign in as" offers.
  private static func isRecent(_ index: Int, _ days: [Day]) -> Bool { index + 3 >= days.count }

  /// The last three imports.
  var recent: ArraySlice<Import> { imports.suffix(3) }

  private static func refused(first: Bool, _ chance: inout Chance) -> [RowProblem] {
    let count = first ? 9 : chance.below(4)
    return (0..<count).map { number in
      let flaw = chance.pick(Flaw.allCases)
      return RowProblem(
        line: 40 + 160 * number + chance.below(160), column: flaw.column, reason: flaw.reason)
    }
  }
}

extension ImportHistory {
  /// Everybody comes with the first import after the office could know of them.
  private mutating func assign(_ hospital: FictionalHospital) {
    let programs = Dictionary(uniqueKeysWithValues: hospital.programs.map { ($0.id, $0) })
    for appointment in hospital.appointments where broughtBy[appointment.person] == nil {
      guard let program = programs[appointment.program] else { continue }
      let known = appointment.startsOn.adding(days: -program.lead(of: appointment.startsOn))
      let position = imports.firstIndex { $0.day >= known } ?? imports.count - 1
      broughtBy[appointment.person] = position
      imports[position].report.new += 1
    }
  }

  private mutating func count(_ hospital: FictionalHospital) {
    for index in imports.indices.dropFirst() {
      let (before, day) = (imports[index - 1].day, imports[index].day)
      let here = hospital.appointments.filter { $0.startsOn <= day && $0.endsOn >= day }
      let ended = hospital.appointments.count {
        $0.standing != .graduated && $0.standing.isEnded && $0.endsOn >= before && $0.endsOn < day
      }
      var report = imports[index].report
      // The last import changed nobody: undoing it removes whom it brought, and nothing else.
      if index < imports.count - 1 {
        report.ended = ended
        let isAfterJuly1 = day.parts.month == 7
        report.changed =
          isAfterJuly1
          ? here.count { $0.startsOn < before } : 7 + (day.number * 31 + index) % 17
      }
      report.accepted = here.count + report.new
      report.unchanged = report.accepted - report.new - report.changed - report.ended
      imports[index].report = report
    }
    imports[0].report.accepted = imports[0].report.new
  }
}
