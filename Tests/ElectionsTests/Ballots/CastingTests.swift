import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What can be cast, by whom, and that it counts once.
@Suite struct CastingTests {
  @Test(arguments: Engine.available)
  func `a ballot marks the roll and puts one box of fixed length into the urn`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([2], by: poll.voters[0])
      try await poll.cast([3, 1, 2], by: poll.voters[1])
      let boxes = try await poll.store.read { reader in
        try reader.rows("SELECT sealed FROM sealed_ballot").map { try $0.bytes("sealed").count }
      }
      // 48 octets of the box, 33 of form and digest, two for each candidate.
      #expect(boxes == [87, 87])
      let voted = try await poll.texts(
        "SELECT person_id FROM elector WHERE has_voted ORDER BY person_id")
      #expect(voted == poll.voters.prefix(2).map(\.text).sorted())
    }
  }

  @Test(arguments: Engine.available)
  func `casting leaves no trace in the audit trail, jobs, notices or mail`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      let tables = ["audit_entry", "job", "notice", "outbox_message", "record_read"]
      func sizes() async throws -> [Int] {
        var sizes: [Int] = []
        for table in tables {
          sizes.append(
            try await poll.count(SQLQuery(trusted: "SELECT count(*) FROM \(table)")))
        }
        return sizes
      }
      let before = try await sizes()
      try await poll.cast([1], by: poll.voters[0])
      #expect(try await sizes() == before)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever voted cannot vote again, and whoever is not on the roll cannot vote`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([1], by: poll.voters[0])
      let again = try await ballotRefusal { try await poll.cast([2], by: poll.voters[0]) }
      let stranger = try await ballotRefusal { try await poll.cast([2], by: poll.officer) }
      #expect([again, stranger] == [.alreadyVoted, .notOnRoll])
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `the same form sent twice is one ballot and answered alike, even after closing`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      let receipt = BallotReceipt(in: poll.world)
      try await poll.cast([1, 2], by: poll.voters[0], receipt: receipt)
      try await poll.cast([1, 2], by: poll.voters[0], receipt: receipt)
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 1)
      try await poll.close()
      try await poll.cast([1, 2], by: poll.voters[0], receipt: receipt, at: Poll.after)
      #expect(try await poll.count("SELECT count(*) FROM ballot") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a form that someone else's ballot came from is refused`(_ engine: Engine) async throws {
    try await withPoll(engine) { poll in
      let receipt = BallotReceipt(in: poll.world)
      try await poll.cast([1], by: poll.voters[0], receipt: receipt)
      let copied = try await ballotRefusal {
        try await poll.cast([2], by: poll.voters[1], receipt: receipt)
      }
      #expect(copied == .staleForm)
      #expect(try await poll.count("SELECT count(*) FROM elector WHERE has_voted") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `nothing is taken before voting begins or after it ends`(_ engine: Engine) async throws {
    try await withPoll(engine) { poll in
      let early = TestWorld.now.adding(seconds: -3601)
      let before = try await ballotRefusal {
        try await poll.cast([1], by: poll.voters[0], at: early)
      }
      let after = try await ballotRefusal {
        try await poll.cast([1], by: poll.voters[0], at: Poll.after)
      }
      #expect([before, after] == [.notOpen, .notOpen])
      #expect(try await poll.count("SELECT count(*) FROM elector WHERE has_voted") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `what cannot be a ballot is refused with the position, and the roll stays as it was`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.store.write { writer in
        try writer.execute("UPDATE candidate SET state = 'withdrawn' WHERE position = 3")
      }
      let (one, two, three) = (Ballot.field(1), Ballot.field(2), Ballot.field(3))
      func sent(_ fields: [(name: String, value: String)]) async throws -> [String] {
        try await ballotProblems { try await poll.send(fields, by: poll.voters[0]) }
      }
      #expect(
        try await sent([]) == [
          "-: Your ballot is empty. Write 1 for the person you want most."
        ])
      #expect(
        try await sent([(one, "2"), (two, "2")]) == [
          """
          candidate-2: Rank 2 is given to both Candidate 1 and Candidate 2. Give each a number of \
          their own.
          """
        ])
      #expect(
        try await sent([(one, "1"), (three, "2")]) == [
          "candidate-3: Candidate 3 has withdrawn. Rank the others without them."
        ])
      #expect(
        try await sent([("candidate-4", "1")]) == [
          "-: Nobody stands at place 4 of the ballot. Open it anew."
        ])
      #expect(
        try await sent([(one, "first"), (two, "0")]) == [
          "candidate-1: Write a whole number from 1 for Candidate 1, or leave the field empty.",
          "candidate-2: Write a whole number from 1 for Candidate 2, or leave the field empty.",
        ])
      #expect(
        try await sent([(one, "1"), (one, "2")]) == [
          "candidate-1: Candidate 1 stands on your ballot twice. Open it anew."
        ])
      #expect(
        try await sent([(Ballot.abstainField, "yes")]) == [
          """
          abstain: Nobody can abstain in this election. Write 1 for the person you want most.
          """
        ])
      #expect(try await poll.count("SELECT count(*) FROM elector WHERE has_voted") == 0)
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 0)
    }
  }

  @Test func `numbers need not follow on each other, and not all need one`() async throws {
    try await withPoll(.sqlite, Poll.Plan(candidates: 5)) { poll in
      let found = try await poll.found()
      let paper = try await poll.store.read { try BallotPaper(of: found, reader: $0) }
      let ballot = try Ballot(
        [(Ballot.field(4), " 3"), (Ballot.field(2), "7"), (Ballot.field(1), "")], on: paper)
      #expect(ballot.ranking == [4, 2])
      #expect(try Ballot(ballot.fields(on: paper), on: paper) == ballot)
    }
  }

  @Test func `whoever may abstain says so, and says nothing else`() async throws {
    try await withPoll(.sqlite, Poll.Plan(allowsAbstaining: true)) { poll in
      #expect(
        try await ballotProblems { try await poll.send([], by: poll.voters[0]) } == [
          """
          -: Your ballot is empty. Write 1 for the person you want most. Or choose to abstain.
          """
        ])
      let both = [(name: Ballot.abstainField, value: "yes"), (name: Ballot.field(1), value: "1")]
      #expect(
        try await ballotProblems { try await poll.send(both, by: poll.voters[0]) } == [
          "abstain: You chose to abstain and chose people as well. Keep one of both."
        ])
      try await poll.send([both[0]], by: poll.voters[0])
      try await poll.close()
      #expect(try await poll.texts("SELECT ranking FROM ballot") == [""])
      #expect(try await poll.result()?.abstained == 1)
    }
  }

  @Test func `a paper of votes takes no more than there are seats`() async throws {
    try await withPoll(
      .sqlite, Poll.Plan(candidates: 4, seats: 2, method: .plurality)
    ) { poll in
      let marks = (1...3).map { (name: Ballot.field($0), value: "yes") }
      #expect(
        try await ballotProblems { try await poll.send(marks, by: poll.voters[0]) } == [
          "candidate-3: You have 2 votes and gave 3. Take some back."
        ])
      try await poll.send([marks[1], marks[0]], by: poll.voters[0])
      try await poll.close()
      #expect(try await poll.texts("SELECT ranking FROM ballot") == ["1 2"])
      #expect(try await poll.result()?.counting?.blt.hasPrefix("4 2\n1 1=2 0\n0\n") == true)
    }
  }
}
