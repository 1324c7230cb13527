import Kernel
import Roster

/// Finds the people of the hospital whom the demonstration puts forward.
enum Casting {
  /// Two chief residents of every large residency: in their last year, in good standing.
  static func chiefResidents(
    appointments: [Appointment], programs: [FictionalHospital.Program], today: Day
  ) -> [PersonID] {
    let current = Dictionary(
      grouping: appointments.filter { $0.presence(on: today) == .current }, by: \.program)
    return programs.filter { $0.isCategorical && $0.places >= 8 }.flatMap { program in
      (current[program.id] ?? []).filter {
        $0.level == program.levels.upperBound && $0.standing == .active
      }.prefix(2).map(\.person)
    }
  }

  /// Somebody for each role, always the same for the same hospital.
  static func cast(
    staff: FictionalHospital.Staff, chiefs: [PersonID], appointments: [Appointment],
    programs: [FictionalHospital.Program], today: Day
  ) -> [DemonstrationRole: PersonID] {
    let medicine = programs.firstIndex { $0.name == "Internal Medicine" }
    let cardiology = programs.firstIndex { $0.name == "Cardiovascular Disease" }
    let counts = Dictionary(grouping: appointments, by: \.person).mapValues(\.count)
    func trainee(_ program: Int?, _ level: Int, _ count: Int) -> PersonID? {
      guard let program else { return nil }
      let current = appointments.filter {
        $0.program == programs[program].id && $0.presence(on: today) == .current
          && $0.standing == .active && $0.startsOn.parts.month == 7
          && !chiefs.contains($0.person)
      }
      let wanted = current.first { $0.level == level && counts[$0.person] == count }
      return (wanted ?? current.first)?.person
    }
    let found: [DemonstrationRole: PersonID?] = [
      .administrator: staff.administrators[1], .office: staff.office[1], .dio: staff.faculty[0],
      .programDirector: medicine.map { staff.faculty[1 + $0] },
      .programCoordinator: cardiology.map { staff.coordinators[$0] },
      .chiefResident: chiefs.first { chief in
        appointments.contains {
          $0.person == chief && $0.program == medicine.map { programs[$0].id }
        }
      }, .resident: trainee(medicine, 2, 1), .fellow: trainee(cardiology, 4, 2),
      .mentor: staff.faculty[599], .steward: staff.steward[0], .adviser: staff.adviser[0],
    ]
    return found.compactMapValues { $0 }
  }
}
