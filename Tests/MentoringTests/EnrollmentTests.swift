import Kernel
import Mentoring
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Enrolling, the office's approval, and taking it back.
@Suite struct EnrollmentTests {
  @Test(arguments: Engine.available)
  func `someone enrolls, the office approves, and they are told`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let id = try await ground.enroll(ground.cast.trainee, ground.mentee(ground.topics[0]))
      #expect(try await ground.own(ground.cast.trainee)?.state == .submitted)
      try await ground.decide(id)
      #expect(try await ground.own(ground.cast.trainee)?.state == .approved)
      #expect(
        try await ground.told(ground.cast.trainee) == [
          "Your enrollment in “Winter” is approved."
        ])
      await #expect(throws: MentoringRefusal.alreadyDecided) { try await ground.decide(id) }
      // A change comes before the office again: no counterpart reads what was not approved.
      try await ground.enroll(ground.cast.trainee, ground.mentee(ground.topics[1]))
      let again = try #require(try await ground.own(ground.cast.trainee))
      #expect(again.id == id && again.state == .submitted)
    }
  }

  @Test(arguments: Engine.available)
  func `what the office returns comes back with a reason that the person reads`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let id = try await ground.enroll(ground.cast.trainee, ground.mentee())
      await #expect(throws: Problems.self) {
        try await ground.decide(id, .giveBack(reason: "  "))
      }
      try await ground.decide(id, .giveBack(reason: "Choose a topic, please."))
      let own = try #require(try await ground.own(ground.cast.trainee))
      #expect(own.state == .returned && own.reason == "Choose a topic, please.")
      try await ground.enroll(ground.cast.trainee, ground.mentee(ground.topics[0]))
      #expect(try await ground.own(ground.cast.trainee)?.reason == "")
    }
  }

  @Test(arguments: Engine.available)
  func `enrollment has its days, and its people`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      for today in [day("2026-10-31"), day("2026-12-01")] {
        await #expect(throws: MentoringRefusal.self) {
          try await ground.enroll(cast.trainee, ground.mentee(), on: today)
        }
      }
      for today in [day("2026-11-01"), day("2026-11-30")] {
        try await ground.enroll(cast.trainee, ground.mentee(), on: today)
      }
      await #expect(throws: MentoringRefusal.traineesOnly) {
        try await ground.enroll(cast.faculty, ground.mentee())
      }
      for gone in [cast.former, cast.upcoming] {
        await #expect(throws: MentoringRefusal.notHere) {
          try await ground.enroll(gone, ground.mentee())
        }
      }
      try await ground.enroll(cast.faculty, ground.mentor(2))
      try await ground.enroll(
        cast.other, EnrollmentDraft(part: .both, places: 1, commitment: 1))
    }
  }

  @Test(arguments: Engine.available)
  func `several are approved as they were read, or none of them`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let (trainee, other) = (ground.cast.trainee, ground.cast.other)
      let first = try await ground.enroll(trainee, ground.mentee())
      let second = try await ground.enroll(other, ground.mentee())
      let read = try await ground.read([first, second])
      try await ground.rewrite(second)
      let name = try await ground.name(of: other)
      await #expect(throws: MentoringRefusal.enrollmentsChanged([name])) {
        try await ground.approve(read)
      }
      #expect(try await ground.own(trainee)?.state == .submitted)
      #expect(try await ground.told(trainee) == [])
      try await ground.approve(try await ground.read([first, second]))
      #expect(try await ground.own(trainee)?.state == .approved)
      #expect(try await ground.own(other)?.state == .approved)
      #expect(try await ground.told(other) == ["Your enrollment in “Winter” is approved."])
      // Whoever presses it second approves nobody twice.
      await #expect(throws: MentoringRefusal.self) {
        try await ground.approve(try await ground.read([first, second]))
      }
      #expect(try await ground.told(other).count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `one is returned as it was read, or not at all`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let trainee = ground.cast.trainee
      let id = try await ground.enroll(trainee, ground.mentee())
      let read = try await ground.read([id])[0]
      try await ground.rewrite(id)
      let name = try await ground.name(of: trainee)
      await #expect(throws: MentoringRefusal.enrollmentsChanged([name])) {
        try await ground.giveBack(read)
      }
      #expect(try await ground.own(trainee)?.state == .submitted)
      #expect(try await ground.told(trainee) == [])
      try await ground.giveBack(try await ground.read([id])[0])
      #expect(try await ground.own(trainee)?.state == .returned)
      await #expect(throws: MentoringRefusal.alreadyDecided) { try await ground.giveBack(read) }
    }
  }

  @Test(arguments: Engine.available)
  func `an approval is taken back with what was set with it, and from nobody in a pair`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let (trainee, faculty) = (ground.cast.trainee, ground.cast.faculty)
      let mentee = try await ground.take(trainee, ground.mentee(ground.topics[0]))
      let mentor = try await ground.take(faculty, ground.mentor(1, ground.topics[0]))
      let back = Enrollment.Decision.takeBackApproval(reason: "Say more.")
      try await ground.set(MentoringDecision(.lock, mentee: mentee, mentor: mentor))
      try await ground.decide(mentee, back)
      #expect(try await ground.own(trainee)?.state == .returned)
      #expect(try await ground.decisions() == 0)
      await #expect(throws: MentoringRefusal.alreadyDecided) {
        try await ground.decide(mentee, back)
      }
      try await ground.enroll(trainee, ground.mentee(ground.topics[0]))
      await #expect(throws: MentoringRefusal.alreadyDecided) {
        try await ground.decide(mentee, back)
      }
      try await ground.decide(mentee)
      try await ground.move(to: .matching)
      try await ground.publish(try await ground.match())
      for id in [mentee, mentor] {
        await #expect(throws: MentoringRefusal.isInPair) { try await ground.decide(id, back) }
      }
      #expect(try await ground.own(trainee)?.state == .approved)
    }
  }

  @Test(arguments: Engine.available)
  func `among several nobody approves their own, another cycle's, or without the right`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let trainee = try await ground.enroll(ground.cast.trainee, ground.mentee())
      let own = try await ground.enroll(ground.cast.office, ground.mentor(1))
      let elsewhere = try await ground.enroll(
        ground.cast.other, ground.mentee(), in: try await ground.another())
      let read = try await ground.read([trainee])
      await #expect(throws: MentoringRefusal.ownEnrollment) {
        try await ground.approve(read + (try await ground.read([own])))
      }
      await #expect(throws: Absent.self) {
        try await ground.approve(read + (try await ground.read([elsewhere])))
      }
      for (role, person) in ground.cast.viewers where role != "office" {
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.approve(read, as: person)
        }
      }
      #expect(try await ground.own(ground.cast.trainee)?.state == .submitted)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody decides about themselves, and nobody but the office about others`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let own = try await ground.enroll(ground.cast.office, ground.mentor(1))
      await #expect(throws: MentoringRefusal.ownEnrollment) { try await ground.decide(own) }
      let other = try await ground.enroll(ground.cast.trainee, ground.mentee())
      for (role, person) in ground.cast.viewers where role != "office" {
        guard let person else { continue }
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.decide(other, as: person)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `what someone enrolled with is read by them and the office alone`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let id = try await ground.take(ground.cast.trainee, ground.mentee(ground.topics[0]))
      for (role, person) in ground.cast.viewers {
        let mayRead = role == "office" || role == "trainee"
        let goals = try? await ground.stage.see(as: person) { viewer, reader in
          let found = try Enrollment.find(id, viewer: viewer, reader: reader)
          return found.goals
            + (try found.choices(viewer: viewer, reader: reader).map(\.name).joined())
        }
        #expect(goals == (mayRead ? "To find my way.Research" : nil), "\(role)")
        let all = try? await ground.stage.see(as: person) { viewer, reader in
          try Enrollment.all(in: ground.cycle, viewer: viewer, reader: reader).count
        }
        #expect(all == (role == "office" ? 1 : nil), "\(role)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `shared experience is kept only where counsel has allowed the question`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      var draft = ground.mentee()
      draft.experience = "First in my family to study."
      try await ground.enroll(ground.cast.trainee, draft)
      #expect(try await ground.own(ground.cast.trainee)?.experience == "")
      var plan = Ground.plan
      plan.experienceReference = "Memo 12"
      try await ground.change(plan)
      try await ground.enroll(ground.cast.trainee, draft)
      #expect(
        try await ground.own(ground.cast.trainee)?.experience == "First in my family to study.")
      // It is counted nowhere: what a matching looks at does not hold it.
      try await ground.decide(try #require(try await ground.own(ground.cast.trainee)).id)
      try await ground.take(ground.cast.faculty, ground.mentor(1))
      try await ground.move(to: .matching)
      let text = try await ground.prepare().text()
      #expect(!text.contains("family"))
      #expect(!text.contains("find my way"))
    }
  }

  @Test(arguments: Engine.available)
  func `someone who enrolls again begins with their own last enrollment, not another's`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let (trainee, other) = (ground.cast.trainee, ground.cast.other)
      try await ground.enroll(trainee, ground.mentee(ground.topics[1]))
      try await ground.enroll(other, ground.mentee(ground.topics[2]))
      // Of this cycle itself there is no last one, and of the next it is this one's.
      #expect(try await ground.last(trainee, besides: ground.cycle) == nil)
      let next = try await ground.another()
      let last = try #require(try await ground.last(trainee, besides: next))
      #expect(last.cycle == ground.cycle && last.person == trainee)
      let chosen = try await ground.stage.see(as: trainee) { viewer, reader in
        try last.choices(viewer: viewer, reader: reader).map(\.name)
      }
      #expect(chosen == ["Teaching"])
      for person in [ground.cast.faculty, ground.cast.office, nil] {
        #expect(try await ground.last(person, besides: next) == nil)
      }
      // What was taken back does not come back.
      try await ground.withdraw(trainee)
      #expect(try await ground.last(trainee, besides: next) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `taking an enrollment back takes what hangs on it`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      let mentee = try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      let mentor = try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
      try await ground.set(MentoringDecision(.lock, mentee: mentee, mentor: mentor))
      try await ground.withdraw(cast.trainee)
      #expect(try await ground.decisions() == 0)
      #expect(try await ground.own(cast.trainee) == nil)
      let again = try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      #expect(again != mentee)
      try await ground.move(to: .matching)
      try await ground.publish(try await ground.match())
      #expect(try await ground.pairs().map(\.state) == [.active])
      try await ground.withdraw(cast.trainee)
      #expect(try await ground.pairs().map(\.state) == [.endedEarly])
      let last = try #require(try await ground.told(cast.faculty).last)
      #expect(last.contains("has ended"))
      await #expect(throws: Absent.self) { try await ground.withdraw(cast.trainee) }
    }
  }
}

extension Ground {
  /// Writes something else into an enrollment before the office presses a button.
  fileprivate func rewrite(_ id: ID<Enrollment>) async throws {
    try await store.write { writer in
      try writer.execute(
        """
        UPDATE mentoring_enrollment SET submitted_at = '2026-11-03T00:00:00.000Z', goals = 'New.'
        WHERE id = \(id)
        """)
    }
  }

  fileprivate func giveBack(_ read: Enrollment.Read) async throws {
    let world = world
    try await stage.act(as: cast.office) { office, writer in
      try Enrollment.decide(
        read, .giveBack(reason: "Choose a topic."), by: office, in: world, writer: writer)
    }
  }

  fileprivate func approve(_ read: [Enrollment.Read]) async throws {
    try await approve(read, as: cast.office)
  }

  fileprivate func approve(_ read: [Enrollment.Read], as person: PersonID?) async throws {
    let (world, cycle) = (world, cycle)
    try await stage.act(as: person) { viewer, writer in
      try Enrollment.approve(read, in: cycle, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func name(of person: PersonID) async throws -> String {
    try await store.read { reader in
      try Directory.names(of: [person], reader: reader)[person] ?? ""
    }
  }

  fileprivate func last(
    _ person: PersonID?, besides cycle: ID<MentoringCycle>
  ) async throws -> Enrollment? {
    try await stage.see(as: person) { viewer, reader in
      try Enrollment.last(besides: cycle, viewer: viewer, reader: reader)
    }
  }

  /// Another cycle of the program, on the same days.
  fileprivate func another() async throws -> ID<MentoringCycle> {
    let (world, program) = (world, program)
    return try await stage.act(as: cast.office) { office, writer in
      try MentoringCycle.begin(
        CycleDraft(title: "Beside it", plan: Ground.plan), of: program, by: office, in: world,
        writer: writer)
    }
  }

  fileprivate func change(_ plan: MentoringCycle.Plan) async throws {
    let cycle = cycle
    try await stage.act(as: cast.office) { office, writer in
      try MentoringCycle.change(
        cycle, CycleDraft(title: "Winter", plan: plan), by: office, writer: writer)
    }
  }

  fileprivate func withdraw(_ person: PersonID) async throws {
    let (world, cycle) = (world, cycle)
    try await stage.act(as: person) { viewer, writer in
      try Enrollment.withdraw(from: cycle, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func decisions() async throws -> Int {
    try await store.read { try $0.number("SELECT count(*) FROM mentoring_decision") }
  }
}
