import Councils
import Elections
import Kernel
import Roster
import SQLStore

/// Sets the hospital's elections up and has people stand, by the same verbs as everybody does.
struct ElectionFill {
  private let hospital: FictionalHospital
  private let writer: any SQLWriter
  /// Chance of the hospital's own, and the place of keys of whoever fills.
  private let world: World
  private var chance: Chance
  /// Those who train today, in good standing and since long enough, the chief of all in front.
  private let able: [PersonID]

  /// - Parameter keys: where the secret keys of elections are kept; without a place no election is
  ///   opened.
  init(
    _ hospital: FictionalHospital, _ drawn: World, keys: any UrnKeys, _ writer: any SQLWriter
  ) {
    self.hospital = hospital
    self.writer = writer
    var world = drawn
    world.urnKeys = keys
    self.world = world
    chance = Chance(hospital.seed, .elections)
    let since = hospital.today.adding(days: -50)
    able = hospital.currentAppointments.filter { $0.standing == .active && $0.startsOn <= since }
      .map(\.person)
  }

  /// Does it.
  mutating func fill() throws {
    guard let chief = hospital.cast[.chiefResident], able.contains(chief) else { return }
    for name in Set(ElectionPlan.all.map(\.organization)).sorted() {
      try appoint(chief, in: name)
    }
    for plan in ElectionPlan.all { try hold(plan, chief) }
    // What people were told then was mailed then.
    try writer.execute("UPDATE notice SET mailed_at = at WHERE mailed_at IS NULL")
  }

  /// Makes the chief resident an officer, who then runs elections.
  private func appoint(_ chief: PersonID, in name: String) throws {
    guard let office = hospital.cast[.office] else { return }
    let day = hospital.today.adding(days: -48)
    let asking = Viewer(
      person: office, grants: [Grant(role: .office, scope: .institution)],
      now: day.moment(hour: 10), today: day)
    let officer = try Officer.ask(
      OfficerDraft(person: chief, title: "Resident chair", startsOn: day),
      in: try seats(of: name).organization, by: asking, at: world(of: asking), writer: writer)
    try Officer.accept(officer, by: viewer(chief, day, hour: 18), writer: writer)
  }

  private func seats(
    of name: String
  ) throws -> (organization: OrganizationID, rule: ID<SeatRule>) {
    let row = try writer.first(
      """
      SELECT seat_rule.id AS id, seat_rule.organization_id AS organization_id FROM seat_rule
      JOIN organization ON organization.id = seat_rule.organization_id
      WHERE organization.name = \(name) AND seat_rule.kind = 'peer_selected'
      """)
    guard let row else { throw Absent() }
    return (try row.id("organization_id"), try row.id("id"))
  }

  private func viewer(_ person: PersonID, _ day: Day, hour: Int = 12) -> Viewer {
    Viewer(person: person, grants: [], now: day.moment(hour: hour), today: day)
  }

  /// The world as it was when someone looked: what people are told is of that moment.
  private func world(of viewer: Viewer) -> World {
    var world = world
    world.now = { viewer.now }
    return world
  }

  private mutating func hold(_ plan: ElectionPlan, _ chief: PersonID) throws {
    let begun = hospital.today.adding(days: plan.nominations.lowerBound - 1)
    let id = try begin(plan, by: viewer(chief, begun))
    try Election.announce(id, by: viewer(chief, begun, hour: 13), writer: writer)
    try stand(in: id, plan)
    guard plan.votes.lowerBound < 0, world.urnKeys.obstacle == nil else { return }
    let opened = hospital.today.adding(days: plan.votes.lowerBound)
    let opening = viewer(chief, opened, hour: 8)
    let key = try Urn.prepare(for: id, in: world)
    try Election.open(
      id, sealedTo: key, by: opening, in: world(of: opening), writer: writer)
    guard plan.votes.upperBound < 0, let officer else { return }
    let votes = VoteFill(
      election: id, plan: plan, officer: officer, today: hospital.today, writer: writer)
    try votes.cast(in: world, &chance)
    try votes.count(in: world)
  }

  private mutating func begin(_ plan: ElectionPlan, by viewer: Viewer) throws -> ElectionID {
    let seats = try seats(of: plan.organization)
    func moment(_ days: Int, _ hour: Int) -> Instant {
      hospital.today.adding(days: days).moment(hour: hour)
    }
    var draft = ElectionDraft(
      rule: seats.rule, title: plan.title, seats: plan.seats,
      schedule: Schedule(
        rollOn: hospital.today.adding(days: plan.rollOn),
        nominations: (
          moment(plan.nominations.lowerBound, 8), moment(plan.nominations.upperBound, 17)
        ), votes: (moment(plan.votes.lowerBound, 9), moment(plan.votes.upperBound, 17))))
    draft.onePer = plan.onePer
    draft.officer = officer
    return try Election.begin(
      draft, in: seats.organization, by: viewer, at: world(of: viewer), writer: writer)
  }

  /// Someone of the staff whose roles decide nothing about trainees.
  private var officer: PersonID? {
    if let steward = hospital.cast[.steward] { return steward }
    let holders = Set(hospital.grants.map(\.person))
    return hospital.active(.staff).map(\.id).first { !holders.contains($0) }
  }

  private mutating func stand(
    in id: ElectionID, _ plan: ElectionPlan
  ) throws {
    let offered = Set(hospital.cast.values)
    let roll = Electorate(.institution, on: hospital.today.adding(days: plan.rollOn))
    var people: [PersonID] = []
    for person in chance.shuffled(able) where people.count < plan.candidates + plan.asked {
      guard !offered.contains(person), try roll.contains(person, reader: writer) else { continue }
      people.append(person)
    }
    let days = plan.nominations.lowerBound...min(plan.nominations.upperBound - 1, -1)
    for (number, person) in people.prefix(plan.candidates).enumerated() {
      let standing = viewer(
        person, hospital.today.adding(days: chance.within(days)), hour: 16)
      try Candidate.stand(
        ElectionPlan.statements[number % ElectionPlan.statements.count], in: id,
        by: standing, at: world(of: standing), writer: writer)
    }
    try propose(plan, in: id, among: people)
  }

  /// Has one who stands propose others; whoever tries the resident out finds a proposal to answer.
  private func propose(
    _ plan: ElectionPlan, in id: ElectionID, among people: [PersonID]
  ) throws {
    guard let proposer = people.first else { return }
    let asked =
      [hospital.cast[.resident]].compactMap(\.self).filter(able.contains)
      + people.dropFirst(plan.candidates)
    let asking = viewer(proposer, hospital.today.adding(days: -2), hour: 20)
    for person in asked.prefix(plan.asked) {
      try Candidate.propose(
        person, in: id, by: asking, at: world(of: asking), writer: writer)
    }
  }
}
