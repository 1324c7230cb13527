package import Councils
import FoundationEssentials
package import Kernel
import Roster
package import SQLStore

extension Election {
  /// Begins a draft. Officers of the organization who are trainees do that, and nobody else.
  package static func begin(
    _ draft: ElectionDraft, in organization: OrganizationID, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ElectionID {
    let place = try Organization.find(organization, viewer: viewer, reader: writer)
    guard try mayRun(in: organization, viewer, reader: writer) else {
      throw ElectionRefusal.notYoursToRun
    }
    guard place.isOpen(on: viewer.today) else { throw CouncilRefusal.organizationClosed }
    try draft.check(in: organization, viewer, writer)
    let id: ElectionID = world.newID()
    let schedule = draft.schedule
    try writer.execute(
      """
      INSERT INTO election (id, organization_id, rule_id, title, seats, constituency, unit, method,
        ties, one_per, allows_abstaining, roll_on, nominate_from, nominate_until, vote_from,
        vote_until, officer_id, state, made_by, made_at)
      VALUES (\(id), \(organization), \(draft.rule), \(draft.title), \(draft.seats),
        \(draft.constituency.word), \(draft.constituency.id ?? ""), \(draft.method.rawValue),
        \(TieRule.lot.rawValue), \(draft.onePer.rawValue), \(draft.allowsAbstaining),
        \(schedule.rollOn), \(schedule.nominateFrom), \(schedule.nominateUntil),
        \(schedule.voteFrom), \(schedule.voteUntil), \(draft.officer), \(State.draft.rawValue),
        \(viewer.person), \(viewer.now))
      """)
    let election = try find(id, viewer: viewer, reader: writer)
    try election.note("election.begun", draft.title, by: viewer, to: writer)
    try election.tellOfficer(named: nil, by: viewer, in: world, writer)
    return id
  }

  /// Changes a draft; of an announced election the windows to come and the officer.
  package static func change(
    _ id: ElectionID, _ draft: ElectionDraft, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let before = try toRun(id, viewer, writer)
    let old = ElectionDraft(before)
    guard draft != old else { return }
    switch before.state {
    case .draft: break
    case .nominating: try draft.refuseNewRules(old, at: viewer.now)
    case .voting, .closed, .certified, .calledOff: throw ElectionRefusal.wrongState(before.state)
    }
    try draft.check(in: before.organization, viewer, writer)
    if let officer = draft.officer, try stands(officer, in: id, writer) {
      throw Problems(
        field: ElectionDraft.Field.officer,
        "This person stands or was asked to. Name someone who does not.")
    }
    try draft.update(id, writer)
    let names = zip(old.named, draft.named).filter { $0.value != $1.value }.map(\.0.name)
    let after = try find(id, viewer: viewer, reader: writer)
    try after.note("election.changed", names.joined(separator: ", "), by: viewer, to: writer)
    try after.tellOfficer(named: old.officer, by: viewer, in: world, writer)
  }

  /// Throws a draft away. What was announced is called off instead.
  package static func discard(
    _ id: ElectionID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let election = try toRun(id, viewer, writer)
    guard election.state == .draft else { throw ElectionRefusal.wrongState(election.state) }
    try writer.execute("DELETE FROM election WHERE id = \(id)")
    try election.note("election.discarded", election.title, by: viewer, to: writer)
  }

  /// Tells someone that they are the election officer now.
  private func tellOfficer(
    named before: PersonID?, by viewer: Viewer, in world: World, _ writer: any SQLWriter
  ) throws {
    guard let officer, officer != before, officer != viewer.person else { return }
    try Notice.tell(
      officer,
      Notice.News(
        .council,
        "You are the election officer of an election. You rule on corrections of the roll and "
          + "certify the result.", path: path), in: world, writer: writer)
  }

  private static func stands(
    _ person: PersonID, in id: ElectionID, _ reader: any SQLReader
  ) throws -> Bool {
    try reader.number(
      """
      SELECT count(*) FROM candidate WHERE election_id = \(id) AND person_id = \(person)
        AND state IN ('proposed', 'accepted')
      """) > 0
  }
}

extension ElectionDraft {
  /// What the audit trail may name: never who.
  fileprivate var named: [(name: String, value: String)] {
    fields(in: .gmt) + [(Field.officer, officer?.text ?? "")]
  }

  fileprivate func update(_ id: ElectionID, _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      UPDATE election SET rule_id = \(rule), title = \(title), seats = \(seats),
        constituency = \(constituency.word), unit = \(constituency.id ?? ""),
        method = \(method.rawValue), one_per = \(onePer.rawValue),
        allows_abstaining = \(allowsAbstaining), roll_on = \(schedule.rollOn),
        nominate_from = \(schedule.nominateFrom), nominate_until = \(schedule.nominateUntil),
        vote_from = \(schedule.voteFrom), vote_until = \(schedule.voteUntil),
        officer_id = \(officer), told_obstacle = ''
      WHERE id = \(id)
      """)
  }

  /// What the draft says of other facts has to be so.
  fileprivate func check(
    in organization: OrganizationID, _ viewer: Viewer, _ reader: any SQLReader
  ) throws {
    var problems = Problems()
    let rule = try SeatRule.find(rule, viewer: viewer, reader: reader).rule
    if rule.organization != organization || rule.kind != .peerSelected {
      problems.add(Field.rule, "Choose seats of this organization that the {trainees} select.")
    } else if seats > rule.seats {
      let many = rule.seats == 1 ? "1 seat" : "\(rule.seats) seats"
      problems.add(Field.seats, "There are \(many) of this sort. Write a smaller number.")
    }
    if try !isKnown(constituency, reader) {
      problems.add(Field.constituency, "Choose who votes.")
    }
    if let officer, let problem = try ElectionOfficer.problem(with: officer, viewer, reader) {
      problems.add(Field.officer, problem)
    }
    try problems.throwIfAny()
  }

  private func isKnown(_ constituency: Scope, _ reader: any SQLReader) throws -> Bool {
    switch constituency {
    case .institution: true
    case .department(let id):
      try reader.number("SELECT count(*) FROM department WHERE id = \(id)") > 0
    case .program(let id):
      try reader.number("SELECT count(*) FROM program WHERE id = \(id)") > 0
    case .site: false
    }
  }

  /// After the announcement people stand for something: that stays.
  fileprivate func refuseNewRules(_ old: ElectionDraft, at now: Instant) throws {
    var same = self
    same.officer = old.officer
    same.schedule.voteFrom = old.schedule.voteFrom
    same.schedule.voteUntil = old.schedule.voteUntil
    same.schedule.nominateUntil = old.schedule.nominateUntil
    guard same == old else { throw ElectionRefusal.rulesStay }
    guard let until = schedule.nominateUntil, let before = old.schedule.nominateUntil else {
      throw Problems(field: Field.nominateUntil, "Write when nominations close.")
    }
    if until < before, until <= now {
      throw Problems(field: Field.nominateUntil, "Nominations cannot close in the past.")
    }
  }
}
