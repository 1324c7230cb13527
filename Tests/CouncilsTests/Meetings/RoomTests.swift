import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Who is in the room, and what that makes of votes.
@Suite struct RoomTests {
  @Test func `a code holds for five minutes and for its own meeting alone`() {
    let begin = TestWorld.now
    let code = CheckInCode(secret: "a", at: begin)
    #expect(code.text.count == 6)
    #expect(code.text.allSatisfy { !"AEIOULSZB0158".contains($0) })
    for seconds in [0, 60, 240] {
      #expect(CheckInCode.takes(code.text, secret: "a", at: begin.adding(seconds: seconds)))
    }
    #expect(CheckInCode.takes(" \(code.text.lowercased()) ", secret: "a", at: begin))
    #expect(!CheckInCode.takes(code.text, secret: "a", at: begin.adding(seconds: 300)))
    #expect(!CheckInCode.takes(code.text, secret: "a", at: begin.adding(seconds: -60)))
    #expect(!CheckInCode.takes(code.text, secret: "b", at: begin))
    for wrong in ["", "C", code.text + "C", String(code.text.dropLast())] {
      #expect(!CheckInCode.takes(wrong, secret: "a", at: begin))
    }
  }

  @Test(arguments: Engine.available)
  func `people check in by the code of this meeting within its time, and once`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let meeting = try await gathering.plan()
      let other = try await gathering.plan("Another")
      let code = try await gathering.act(as: cast.trainee) { viewer, _, writer in
        try CheckIn.code(at: other, by: viewer, reader: writer)?.text ?? ""
      }
      #expect(try await gathering.enter(code, as: cast.other, at: meeting) == .wrongCode)
      #expect(
        try await gathering.checkIn(cast.other, at: meeting, "2026-11-02T14:59:00.000Z")
          == .notNow)
      #expect(try await gathering.checkIn(cast.other, at: meeting) == .done)
      #expect(try await gathering.checkIn(cast.other, at: meeting) == .before)
      try await gathering.begin(meeting)
      try await gathering.end(meeting)
      #expect(
        try await gathering.checkIn(cast.faculty, at: meeting, "2026-11-02T16:31:00.000Z")
          == .notNow)
      #expect(
        await refusal { _ = try await gathering.checkIn(cast.surgeon, at: meeting) } == "absent")
      #expect(
        await refusal {
          _ = try await gathering.act(as: cast.other) { viewer, _, writer in
            try CheckIn.code(at: meeting, by: viewer, reader: writer)?.text
          }
        } == "only-those-who-run")
    }
  }

  @Test(arguments: Engine.available)
  func `after five wrong codes a right one has to wait, longer each time`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let meeting = try await gathering.plan()
      for _ in 0..<CheckIn.free {
        #expect(try await gathering.enter("CCCCCC", as: cast.other, at: meeting) == .wrongCode)
      }
      #expect(try await gathering.checkIn(cast.other, at: meeting) == .wait(seconds: 30))
      let later = "2026-11-02T15:31:30.000Z"
      #expect(try await gathering.enter("CCCCCC", as: cast.other, at: meeting, later) == .wrongCode)
      #expect(
        try await gathering.checkIn(cast.other, at: meeting, later) == .wait(seconds: 60))
      #expect(
        try await gathering.checkIn(cast.other, at: meeting, "2026-11-02T15:32:30.000Z") == .done)
      #expect(try await gathering.checkIn(cast.faculty, at: meeting, later) == .done)
    }
  }

  @Test func `a quorum is more than a share of the seats, and everybody where no seat votes`() {
    let half = QuorumRule()
    #expect([0, 1, 2, 3, 4, 50].map(half.needed) == [0, 1, 2, 2, 3, 26])
    #expect([3, 6, 9].map(QuorumRule(moreThan: 66).needed) == [2, 4, 6])
    #expect(Quorum(present: 0, seats: 0, needed: 0).isMet)
    #expect(!Quorum(present: 1, seats: 2, needed: 2).isMet)
  }

  @Test(arguments: Engine.available)
  func `a decision without a quorum is void, and stays so when the others come`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      let surgeon = try await council.enrollSurgeon()
      for (person, seat, director) in [
        (cast.trainee, council.medicine, cast.director),
        (surgeon, council.surgery, cast.surgeon),
      ] {
        let put = try await council.putForward(person, for: seat, by: person)
        try await council.approve(put.id, by: director)
      }
      let waiting = try await council.putForward(
        council.neurologist, for: council.medicine, by: council.neurologist, asAlternate: true)
      try await council.approve(waiting.id, by: cast.faculty, asAlternate: true)
      let meeting = try await council.meet()
      try await council.admit(surgeon, to: meeting)
      let void = try await council.decide("Early", in: meeting)
      #expect([void.isVoid, void.isCarried] == [true, false])
      #expect(void.quorum == Quorum(present: 1, seats: 2, needed: 2))
      // An alternate sits in for the holder who is not here.
      try await council.admit(council.neurologist, to: meeting)
      let valid = try await council.decide("Late", in: meeting)
      #expect([valid.isVoid, valid.isCarried] == [false, true])
      try await council.stage.act(as: cast.office) { viewer, writer in
        try Meeting.end(meeting, by: viewer, writer: writer)
      }
      let (decisions, roll) = try await council.record(of: meeting)
      #expect(decisions == ["Early: void", "Late: carried"])
      #expect(
        roll == [
          "Medicine: Tess Núñez represented نور حداد", "Surgery: Sid Surgeon present -",
        ])
      // What stood that day stays, whatever becomes of the seats.
      try await council.stage.store.write { writer in
        _ = try writer.execute("UPDATE seating SET ended_on = '2026-11-03', ended_as = 'term'")
      }
      #expect(try await council.record(of: meeting).roll == roll)
    }
  }

  @Test(arguments: Engine.available)
  func `officers check in those who have to do with a seat, and nobody else`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      let meeting = try await council.meet()
      #expect(
        await refusal { try await council.admit(cast.trainee, to: meeting) } == "absent")
      #expect(
        await refusal {
          try await council.admit(cast.trainee, to: meeting, by: cast.director)
        } == "absent")
    }
  }
}

extension Council {
  /// A trainee of surgery in good standing: the one of the cast is on leave.
  func enrollSurgeon() async throws -> PersonID {
    let (cast, world) = (cast, stage.world)
    return try await stage.act(as: cast.office) { viewer, writer in
      let person = try Person.add(
        PersonDraft(
          name: PersonName(given: "Sid", family: "Surgeon"), capacity: .trainee,
          address: "sid@hospital.example"), by: viewer, in: world, to: writer)
      try Appointment.add(
        .of(cast.generalSurgery, cast.university, 2, ("2025-07-01", "2029-06-30")), to: person,
        by: viewer, in: world, writer: writer)
      return person
    }
  }

  /// A meeting that is in session now.
  func meet() async throws -> ID<Meeting> {
    let (id, world) = (organization, stage.world)
    return try await stage.act(as: cast.office) { viewer, writer in
      let meeting = try Meeting.plan(.at(10), in: id, by: viewer, at: world, writer: writer)
      try Meeting.begin(meeting, by: viewer, writer: writer)
      return meeting
    }
  }

  func admit(
    _ person: PersonID, to meeting: ID<Meeting>, by actor: PersonID? = nil
  ) async throws {
    try await stage.act(as: actor ?? cast.office) { viewer, writer in
      try CheckIn.admit(person, to: meeting, by: viewer, writer: writer)
    }
  }

  func decide(_ wording: String, in meeting: ID<Meeting>) async throws -> Decision {
    let world = stage.world
    return try await stage.act(as: cast.office) { viewer, writer in
      try Decision.record(
        DecisionDraft(wording: wording, votes: .init(inFavor: 1, against: 0)), in: meeting,
        by: viewer, at: world, writer: writer)
    }
  }

  /// The decisions of a meeting and its roll, in words.
  func record(of id: ID<Meeting>) async throws -> (decisions: [String], roll: [String]) {
    try await stage.see(as: cast.office) { viewer, reader in
      let seen = try SeenMeeting.find(id, viewer: viewer, reader: reader)
      let decisions = try Decision.all(of: seen, viewer: viewer, reader: reader)
      let roll = try Roll.of(seen, viewer: viewer, reader: reader)
      return (
        decisions.map {
          "\($0.wording): \($0.isVoid ? "void" : $0.isCarried ? "carried" : "not carried")"
        },
        roll.lines.map {
          "\($0.unitName ?? ""): \($0.name) \($0.state.rawValue) \($0.standIn?.name ?? "-")"
        }
      )
    }
  }
}
