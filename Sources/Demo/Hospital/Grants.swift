import Kernel
import Roster

extension FictionalHospital {
  /// Who holds which role, held one before, or is named for one to come.
  struct Grants {
    private(set) var all: [RoleGrant] = []
    private let moment: Moment
    private let staff: Staff
    private let layout: Layout

    init(_ staff: Staff, in layout: Layout, at moment: Moment) {
      self.moment = moment
      self.staff = staff
      self.layout = layout
      grantForInstitution()
      for (index, program) in layout.programs.enumerated() {
        grantDirectors(of: program, index)
        grantCoordinators(of: program, index)
      }
    }
  }
}

extension FictionalHospital.Grants {
  private mutating func grantForInstitution() {
    let first = staff.administrators[0]
    grant(.administrator, to: first, by: nil)
    for person in staff.administrators.dropFirst() { grant(.administrator, to: person, by: first) }
    let official = grant(.dio, to: staff.faculty[0], by: first)
    for person in staff.office { grant(.office, to: person, by: first) }
    for person in staff.steward { grant(.steward, to: person, by: first) }
    for person in staff.adviser { grant(.adviser, to: person, by: first) }
    grant(.office, in: .site(layout.sites[2].id), to: staff.branchOffice[0], by: first)
    grant(.office, in: .department(layout.pediatrics), to: staff.branchOffice[1], by: first)
    // The head of the office stands in for the official.
    name(staff.office[0], deputyIn: official, by: first)
  }

  /// One director a day; some took over on a 1 July, a few hand over on the next one.
  private mutating func grantDirectors(of program: FictionalHospital.Program, _ index: Int) {
    var chance = Chance(moment.seed, .grant, index)
    let scope = Scope.program(program.id)
    let office = chance.pick(staff.office)
    let director = staff.faculty[1 + index]
    var term = Term(from: moment.opened)
    if chance.happens(150) {
      term.startsOn = moment.opened.adding(months: 12 * chance.within(1...2))
      let before = Term(from: moment.opened, to: term.startsOn.adding(days: -1))
      grant(
        .programDirector, in: scope, to: predecessor(index, &chance), by: office, for: before)
    }
    let nextYear = AcademicYear(containing: moment.today, start: .july1).next.firstDay
    let handsOver = index % 50 == 7
    if handsOver { term.endsOn = nextYear.adding(days: -1) }
    let held = grant(.programDirector, in: scope, to: director, by: office, for: term)
    if handsOver {
      grant(
        .programDirector, in: scope, to: staff.faculty[300 + index], by: office,
        for: Term(from: nextYear))
    }
    if program.places * program.years >= 12 || index % 4 == 0 {
      name(staff.faculty[150 + index], deputyIn: held, by: director)
    }
  }

  /// Who directed a program before: someone retired, or still of the faculty.
  private func predecessor(_ index: Int, _ chance: inout Chance) -> PersonID {
    chance.happens(500) ? staff.retired[index % staff.retired.count] : staff.faculty[450 + index]
  }

  private mutating func grantCoordinators(
    of program: FictionalHospital.Program, _ index: Int
  ) {
    let (scope, coordinator) = (Scope.program(program.id), staff.coordinators[index])
    var chance = Chance(moment.seed, .grant, index, 1)
    let office = chance.pick(staff.office)
    var term = Term(from: moment.opened)
    if index % 11 == 3 {
      let left = staff.formerCoordinators[index / 11 % staff.formerCoordinators.count]
      let last = moment.opened.adding(days: 100 + index / 11 % 4 * 29)
      grant(
        .programCoordinator, in: scope, to: left, by: office,
        for: Term(from: moment.opened, to: last))
      term.startsOn = last.adding(days: 1)
    }
    grant(.programCoordinator, in: scope, to: coordinator, by: office, for: term)
  }

  @discardableResult
  private mutating func grant(
    _ role: Role, in scope: Scope = .institution, to person: PersonID, by granter: PersonID?,
    for term: Term? = nil
  ) -> RoleGrant {
    let draft = GrantDraft(
      person: person, role: role, scope: scope, term: term ?? Term(from: moment.opened))
    return keep(draft, deputyOf: nil, by: granter)
  }

  private mutating func name(_ person: PersonID, deputyIn held: RoleGrant, by granter: PersonID) {
    let term = Term(from: held.startsOn)
    let draft = GrantDraft(person: person, role: held.role, scope: held.scope, term: term)
    _ = keep(draft, deputyOf: held.id, by: granter)
  }

  private mutating func keep(
    _ draft: GrantDraft, deputyOf principal: ID<RoleGrant>?, by granter: PersonID?
  ) -> RoleGrant {
    var chance = Chance(moment.seed, .grant, all.count, 2)
    // Roles are granted in the weeks before they hold; the first ones when the office opened.
    let early = draft.term.startsOn.adding(days: -chance.within(3...30))
    let last = moment.today.adding(days: -1 - chance.below(40))
    let day = min(max(moment.opened, early), last)
    let grant = RoleGrant(
      id: chance.id(madeOn: day), person: draft.person, role: draft.role, scope: draft.scope,
      startsOn: draft.term.startsOn, endsOn: draft.term.endsOn, deputyOf: principal,
      grantedBy: granter,
      grantedAt: day.moment(hour: chance.within(9...16), minute: chance.below(60)))
    all.append(grant)
    return grant
  }
}
