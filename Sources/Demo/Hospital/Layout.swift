import Kernel

extension FictionalHospital {
  /// What stands still: the sponsors, sites, departments and programs.
  struct Layout {
    let sponsors: [Sponsor]
    let sites: [Site]
    let departments: [Department]
    private(set) var programs: [Program] = []

    init(seed: UInt64) {
      var chance = Chance(seed, .structure)
      sponsors = ["Ellery Bay University Medical Center", "North Ellery Health"].map { name in
        Sponsor(id: chance.id(madeOn: FictionalHospital.founded), name: name)
      }
      sites = [
        "Ellery Bay University Hospital", "Harborlight Children's Hospital",
        "North Ellery General Hospital", "Sable River Veterans Medical Center",
      ].map { name in Site(id: chance.id(madeOn: FictionalHospital.founded), name: name) }
      departments = DepartmentPlan.all.map { plan in
        Department(id: chance.id(madeOn: FictionalHospital.founded), name: plan.name)
      }
      var plans: [(plan: ProgramPlan, department: DepartmentID)] = []
      for (plan, department) in zip(DepartmentPlan.all, departments) {
        plans += plan.programs.map { ($0, department.id) }
      }
      for (index, item) in plans.enumerated() {
        var chance = Chance(seed, .program, index)
        programs.append(
          Program(
            id: chance.id(madeOn: FictionalHospital.founded), name: item.plan.name,
            kind: item.plan.kind,
            accreditationNumber: Self.number(index, &chance), department: item.department,
            sponsor: sponsors[item.plan.place == .general ? 1 : 0].id,
            sites: sites(of: item.plan.place, &chance),
            levels: item.plan.entryLevel...(item.plan.entryLevel + item.plan.years - 1),
            places: Self.places(item.plan, &chance),
            feeders: plans.indices.filter {
              Self.feeds(plans[$0].plan, item.plan, same: plans[$0].department == item.department)
            }, degree: item.plan.degree))
      }
    }

    /// The department of children's medicine.
    var pediatrics: DepartmentID {
      departments.first { $0.name == "Pediatrics" }?.id ?? departments[0].id
    }

    /// Three digits for the specialty, two for the state, five for the program.
    private static func number(_ index: Int, _ chance: inout Chance) -> String {
      let specialty = String(1010 + 7 * index).dropFirst()
      return "\(specialty)97\(chance.within(10_000...99_999))"
    }

    /// Large programs differ a little from hospital to hospital.
    private static func places(_ plan: ProgramPlan, _ chance: inout Chance) -> Int {
      plan.places < 8 ? plan.places : plan.places + chance.within(-1...1)
    }

    /// The primary site, and one or two that contribute.
    private func sites(of place: ProgramPlan.Place, _ chance: inout Chance) -> [SiteID] {
      let primary =
        switch place {
        case .university: 0
        case .children: 1
        case .general: 2
        case .veterans: 3
        }
      let others = chance.shuffled(sites.indices.filter { $0 != primary })
      return ([primary] + others.prefix(chance.within(0...2))).map { sites[$0].id }
    }

    /// Whether graduates of one program may go on in another.
    private static func feeds(_ from: ProgramPlan, _ to: ProgramPlan, same: Bool) -> Bool {
      guard from.entryLevel + from.years == to.entryLevel, from.degree == to.degree else {
        return false
      }
      if let feeder = to.feeder { return from.name.hasPrefix(feeder) }
      if to.kind == .residency { return from.years == 1 && to.entryLevel == 2 }
      return same && from.kind == .residency
    }
  }
}
