import Kernel

extension FictionalHospital {
  /// Who holds which role, held one before, or is named for one to come.
  struct Grants {
    private(set) var all: [RoleGrant] = []
    private let moment: Moment
    private let staff: Staff

    init(_ staff: Staff, programs: [Program], at moment: Moment) {
      self.moment = moment
      self.staff = staff
      grantForInstitution()
      for (index, program) in programs.enumerated() {
        grantDirectors(of: program, index)
        let coordinator = staff.coordinators[index * staff.coordinators.count / programs.count]
        grantCoordinators(of: program, index, now: coordinator)
      }
    }
  }
}

extension FictionalHospital.Grants {
  private mutating func grantForInstitution() {
    let first = staff.administrators[0]
    for person in staff.administrators { grant(.administrator, to: person, by: first) }
    let official = grant(.dio, to: staff.faculty[0], by: first)
    for person in staff.office { grant(.office, to: person, by: first) }
    for person in staff.steward { grant(.steward, to: person, by: first) }
    for person in staff.adviser { grant(.adviser, to: person, by: first) }
    // The head of the office stands in for the official.
    grant(.dio, to: staff.office[0], by: first, deputyOf: official)
  }

  /// One director a day; some took over on a 1 July, a few hand over on the next one.
  private mutating func grantDirectors(of program: FictionalHospital.Program, _ index: Int) {
    var chance = Chance(moment.seed, .grant, index)
    let office = chance.pick(staff.office)
    let director = staff.faculty[1 + index]
    var from = moment.opened
    if chance.happens(150) {
      from = moment.opened.adding(months: 12 * chance.within(1...2))
      grant(
        .programDirector, of: program, to: predecessor(index, &chance), by: office,
        until: from.adding(days: -1))
    }
    let nextYear = AcademicYear(containing: moment.today, start: .july1).next.firstDay
    let handsOver = index % 50 == 7
    let held = grant(
      .programDirector, of: program, to: director, by: office, from: from,
      until: handsOver ? nextYear.adding(days: -1) : nil)
    if handsOver {
      grant(
        .programDirector, of: program, to: staff.faculty[300 + index], by: office,
        from: nextYear)
    }
    if program.places * program.years >= 12 || index % 4 == 0 {
      grant(
        .programDirector, of: program, to: staff.faculty[150 + index], by: director,
        from: from, deputyOf: held)
    }
  }

  /// Who directed a program before: someone retired, or still of the faculty.
  private func predecessor(_ index: Int, _ chance: inout Chance) -> PersonID {
    chance.happens(500) ? staff.retired[index % staff.retired.count] : staff.faculty[450 + index]
  }

  private mutating func grantCoordinators(
    of program: FictionalHospital.Program, _ index: Int, now coordinator: PersonID
  ) {
    var chance = Chance(moment.seed, .grant, index, 1)
    let office = chance.pick(staff.office)
    guard index % 11 == 3 else {
      grant(.programCoordinator, of: program, to: coordinator, by: office)
      return
    }
    let left = staff.formerCoordinators[index / 11 % staff.formerCoordinators.count]
    let last = moment.opened.adding(days: 100 + index / 11 % 4 * 29)
    grant(.programCoordinator, of: program, to: left, by: office, until: last)
    grant(
      .programCoordinator, of: program, to: coordinator, by: office, from: last.adding(days: 1))
  }

  @discardableResult
  private mutating func grant(
    _ role: Role, of program: FictionalHospital.Program? = nil, to person: PersonID,
    by granter: PersonID, from: Day? = nil, until: Day? = nil,
    deputyOf: ID<FictionalHospital.RoleGrant>? = nil
  ) -> ID<FictionalHospital.RoleGrant> {
    var chance = Chance(moment.seed, .grant, all.count, 2)
    let starts = from ?? moment.opened
    // Roles are granted in the weeks before they hold; the first ones when the office opened.
    let early = starts.adding(days: -chance.within(3...30))
    let day = min(max(moment.opened, early), moment.today)
    let id: ID<FictionalHospital.RoleGrant> = chance.id(madeOn: day)
    all.append(
      FictionalHospital.RoleGrant(
        id: id, person: person, role: role,
        scope: program.map { .program($0.id) } ?? .institution, startsOn: starts, endsOn: until,
        deputyOf: deputyOf, grantedBy: granter, grantedOn: day))
    return id
  }
}
