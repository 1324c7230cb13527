import Kernel
import Roster

extension FictionalHospital {
  /// The faculty, and those who run the office and the programs.
  struct Staff {
    private(set) var people: [Person] = []
    private(set) var deactivated: [PersonID: Day] = [:]
    private(set) var administrators: [PersonID] = []
    private(set) var office: [PersonID] = []
    /// Those of the office who look after one site and one department.
    private(set) var branchOffice: [PersonID] = []
    /// The coordinator of each program, by its position.
    private(set) var coordinators: [PersonID] = []
    /// Coordinators who have left.
    private(set) var formerCoordinators: [PersonID] = []
    private(set) var steward: [PersonID] = []
    private(set) var adviser: [PersonID] = []
    /// The designated institutional official, and then the directors, one for each program.
    private(set) var faculty: [PersonID] = []
    /// Members of the faculty who have retired.
    private(set) var retired: [PersonID] = []

    init(seed: UInt64, opened: Day, programs: [Program], names: inout NameMaker) {
      var number = 100_000
      func add(_ count: Int, _ capacity: Capacity, _ staff: inout Staff) -> [PersonID] {
        (0..<count).map { _ in
          number += 7
          var chance = Chance(seed, capacity == .faculty ? .faculty : .staff, number)
          let id: PersonID = chance.id(madeOn: FictionalHospital.founded)
          let named = names.named(&chance)
          staff.people.append(
            Person(
              id: id, name: named.name, capacity: capacity, personnelNumber: "H\(number)",
              degrees: degrees(capacity, &chance), address: named.address))
          return id
        }
      }
      administrators = add(2, .staff, &self)
      office = add(8, .staff, &self)
      coordinators = Self.shares(of: programs, among: add(45, .staff, &self))
      steward = add(1, .staff, &self)
      adviser = add(1, .staff, &self)
      branchOffice = add(2, .staff, &self)
      _ = add(1, .staff, &self)
      formerCoordinators = add(4, .staff, &self)
      faculty = add(600, .faculty, &self)
      retired = add(14, .faculty, &self)
      for (index, person) in (formerCoordinators + retired).enumerated() {
        deactivated[person] = opened.adding(days: 120 + 29 * index)
      }
    }

    /// Large programs have a coordinator of their own, neighbors of the others share one.
    private static func shares(of programs: [Program], among people: [PersonID]) -> [PersonID] {
      let isLarge = programs.map { $0.places * $0.years >= 32 }
      let large = isLarge.count { $0 }
      var (alone, shared) = (0, 0)
      return isLarge.map { isLarge in
        if isLarge {
          alone += 1
          return people[alone - 1]
        }
        shared += 1
        return people[large + (shared - 1) * (people.count - large) / (programs.count - large)]
      }
    }
  }
}

/// The degrees behind the name of a member of the faculty or the staff.
private func degrees(_ capacity: Capacity, _ chance: inout Chance) -> String? {
  capacity == .faculty
    ? chance.pick([
      "MD", "MD", "MD", "MD", "MD", "MD", "DO", "MBBS", "MD, PhD", "MD, PhD", "MD, MPH",
      "MD, MBA", "MD, MHS", "PhD", "DO, MPH", "MD, MEd",
    ]) : chance.pick([nil, nil, nil, "MEd", "MBA", "C-TAGME", "MPA"])
}
