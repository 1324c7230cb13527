package import Councils
import Credentials
package import Elections
import FoundationEssentials
package import Kernel
import Roster
package import RosterTestSupport
package import SQLStore
import StoreTestSupport

/// An election that is open for voting, written row by row, with its candidates and voters.
package struct Poll: Sendable {
  package let stage: Stage
  /// The stage's clock, seeded chance, and a place for keys.
  package let world: World
  package let keys: MemoryUrnKeys
  package let election: ElectionID
  package let organization: OrganizationID
  package let rule: ID<SeatRule>
  /// In the order of the paper.
  package let candidates: [PersonID]
  package let voters: [PersonID]

  package var store: any Store { stage.store }
  /// The election officer, who is staff.
  package var officer: PersonID { stage.cast.coordinator }

  /// A moment at which voting is over.
  package static let after = Instant(milliseconds: TestWorld.now.milliseconds + 86_400_000)

  /// What an election of the tests is like.
  package struct Plan: Sendable {
    package var candidates = 3
    package var voters = 4
    package var seats = 1
    package var method = Election.Method.scottishSTV
    package var onePer = Election.OnePer.anyone
    package var allowsAbstaining = false
    package var seed: UInt64 = 7

    package init(
      candidates: Int = 3, voters: Int = 4, seats: Int = 1,
      method: Election.Method = .scottishSTV, onePer: Election.OnePer = .anyone,
      allowsAbstaining: Bool = false, seed: UInt64 = 7
    ) {
      self.candidates = candidates
      self.voters = voters
      self.seats = seats
      self.method = method
      self.onePer = onePer
      self.allowsAbstaining = allowsAbstaining
      self.seed = seed
    }
  }

  /// Someone's look at a moment.
  package func viewer(_ person: PersonID?, at now: Instant = TestWorld.now) -> Viewer {
    Viewer(person: person, grants: [], now: now, today: TestWorld.today)
  }

  /// Casts a ballot.
  package func cast(
    _ ranking: [Int], by person: PersonID, receipt: BallotReceipt? = nil,
    at now: Instant = TestWorld.now
  ) async throws {
    try await send(
      ranking.enumerated().map { (Ballot.field($1), String($0 + 1)) }, by: person,
      receipt: receipt, at: now)
  }

  /// Sends a form.
  package func send(
    _ fields: [(name: String, value: String)], by person: PersonID?,
    receipt: BallotReceipt? = nil, at now: Instant = TestWorld.now
  ) async throws {
    let (viewer, world, election) = (viewer(person, at: now), world, election)
    let receipt = receipt ?? BallotReceipt(in: world)
    try await store.write { writer in
      try Ballot.cast(
        SentBallot(fields, receipt: receipt), in: election, by: viewer, world: world,
        writer: writer)
    }
  }

  /// Closes the election, by its officer.
  package func close(at now: Instant = Poll.after) async throws {
    try await Election.close(election, by: viewer(officer, at: now), in: world, store)
  }

  /// Certifies the result, by the election officer.
  package func certify(by person: PersonID? = nil) async throws {
    let (viewer, world, election) = (viewer(person ?? officer, at: Self.after), world, election)
    try await store.write { writer in
      try Election.certify(election, by: viewer, in: world, writer: writer)
    }
  }

  /// The election as it stands.
  package func found() async throws -> Election {
    let (election, viewer) = (election, viewer(officer))
    return try await store.read { try Election.find(election, viewer: viewer, reader: $0) }
  }

  /// The result as it stands.
  package func result() async throws -> ElectionResult? {
    let (found, viewer) = (try await found(), viewer(officer))
    return try await store.read {
      try ElectionResult.whole(of: found, viewer: viewer, reader: $0)
    }
  }

  /// A number of rows.
  package func count(_ query: SQLQuery) async throws -> Int {
    try await store.read { try $0.number(query) }
  }

  /// The texts of a column, in the order of the query.
  package func texts(_ query: SQLQuery) async throws -> [String] {
    try await store.read { reader in
      try reader.rows(query).map { row in
        guard case .text(let text)? = row.values.first else { return "" }
        return text
      }
    }
  }
}

/// Lends an open election on an engine.
package func withPoll<Answer>(
  _ engine: Engine, _ plan: Poll.Plan = Poll.Plan(), _ body: (Poll) async throws -> Answer
) async throws -> Answer {
  try await withStage(engine) { stage in try await body(Poll(on: stage, plan)) }
}

extension Poll {
  package init(on stage: Stage, _ plan: Plan) async throws {
    let keys = MemoryUrnKeys()
    let chance = RandomBytes.seeded(plan.seed)
    let world = World(
      now: { TestWorld.now }, randomBytes: { chance.fill($0) }, urnKeys: keys)
    let election: ElectionID = world.newID()
    let publicKey = try Urn.prepare(for: election, in: world)
    let cast = stage.cast
    self = try await stage.act(as: cast.office) { viewer, writer in
      var building = Building(cast: cast, world: world, viewer: viewer, writer: writer)
      try building.found()
      let candidates = try building.people(plan.candidates, as: "Candidate", training: true)
      let voters = try building.people(plan.voters, as: "Voter", training: false)
      try building.open(election, plan, publicKey: publicKey)
      try building.stand(candidates, in: election)
      try building.enroll(voters, in: election)
      return Poll(
        stage: stage, world: world, keys: keys, election: election,
        organization: building.organization, rule: building.rule, candidates: candidates,
        voters: voters)
    }
  }
}

/// The rows of an election, as they are written.
private struct Building {
  let cast: Cast
  let world: World
  let viewer: Viewer
  let writer: any SQLWriter
  var organization = OrganizationID(stored: "")
  var rule = ID<SeatRule>(stored: "")

  mutating func found() throws {
    organization = try Organization.found(
      OrganizationDraft(
        name: "Resident Council", kind: .council, purpose: "Speaks for all.", joining: .seats),
      by: viewer, in: world, to: writer)
    rule = try SeatRule.add(
      SeatRuleDraft(title: "Delegate", kind: .peerSelected, seats: 5), to: organization,
      by: viewer, in: world, writer: writer)
  }

  func people(_ count: Int, as name: String, training: Bool) throws -> [PersonID] {
    try (0..<count).map { number in
      let person = try Person.add(
        PersonDraft(
          name: PersonName(given: name, family: String(number + 1)), capacity: .trainee,
          address: "\(name.lowercased())\(number + 1)@hospital.example"),
        by: viewer, in: world, to: writer)
      if training {
        let program = number % 2 == 0 ? cast.internalMedicine : cast.generalSurgery
        try Appointment.add(
          .of(program, cast.university, 2, ("2025-07-01", "2028-06-30")), to: person,
          by: viewer, in: world, writer: writer)
      }
      return person
    }
  }

  func open(_ election: ElectionID, _ plan: Poll.Plan, publicKey: String) throws {
    try writer.execute(
      """
      INSERT INTO election (id, organization_id, rule_id, title, seats, constituency, unit, method,
        ties, one_per, allows_abstaining, vote_from, vote_until, officer_id, state, public_key,
        made_at, opened_at)
      VALUES (\(election), \(organization), \(rule), 'Council of 2026', \(plan.seats),
        'institution', '', \(plan.method.rawValue), 'lot', \(plan.onePer.rawValue),
        \(plan.allowsAbstaining), \(TestWorld.now.adding(seconds: -3600)),
        \(TestWorld.now.adding(seconds: 3600)), \(cast.coordinator), 'voting', \(publicKey),
        \(TestWorld.now), \(TestWorld.now))
      """)
  }

  /// Every other candidate is of Medicine, the rest of Surgery.
  func stand(_ people: [PersonID], in election: ElectionID) throws {
    for (place, person) in people.enumerated() {
      let isOfMedicine = place % 2 == 0
      try writer.execute(
        """
        INSERT INTO candidate (id, election_id, person_id, program_id, department_id, state,
          statement, proposed_at, position)
        VALUES (\("stands-\(place + 1)"), \(election), \(person),
          \(isOfMedicine ? cast.internalMedicine : cast.generalSurgery),
          \(isOfMedicine ? cast.medicine : cast.surgery), 'accepted', '', \(TestWorld.now),
          \(place + 1))
        """)
    }
  }

  func enroll(_ people: [PersonID], in election: ElectionID) throws {
    for person in people {
      try writer.execute(
        """
        INSERT INTO elector (election_id, person_id, program_id, department_id, added_later,
          has_voted)
        VALUES (\(election), \(person), \(cast.internalMedicine), \(cast.medicine), FALSE, FALSE)
        """)
    }
  }
}
