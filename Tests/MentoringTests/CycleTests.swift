import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What is possible in which state of a cycle.
@Suite struct CycleTests {
  /// Of each action the states in which it goes, as a person would write them down.
  private static let table: [CycleAction: String] = [
    .enroll: "open active", .sendAgain: "open matching active",
    .withdraw: "open matching active",
    .approve: "open matching active", .plan: "open", .decide: "open matching active",
    .run: "matching active", .publish: "matching active", .rank: "matching",
    .ask: "matching active", .decline: "matching active", .meet: "matching active",
    .end: "matching active",
  ]

  @Test(arguments: Engine.available)
  func `every action is refused outside of its states, with the days`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      for state in MentoringCycle.State.allCases {
        let cycle = try await ground.cycle(in: state)
        for action in CycleAction.allCases {
          let isPossible = try #require(Self.table[action]).split(separator: " ")
            .contains(Substring(state.rawValue))
          let refusal = Self.refusal(of: action, in: cycle)
          #expect((refusal == nil) == isPossible, "\(action) in \(state)")
          if let refusal {
            #expect(refusal.sentence.contains("Winter"))
            #expect(refusal.sentence.contains("202"))
            #expect(refusal.kind == .conflict)
          }
        }
      }
    }
  }

  /// Of each action that has a last day, that day by the state of the cycle.
  private static let lastDays: [CycleAction: [MentoringCycle.State: String]] = [
    .enroll: [.open: "2026-11-30", .active: "2027-06-30"],
    .sendAgain: [.open: "2027-06-30", .matching: "2027-06-30", .active: "2027-06-30"],
    .run: [.matching: "2027-06-30", .active: "2027-06-30"],
    .publish: [.matching: "2027-06-30", .active: "2027-06-30"],
    .ask: [.matching: "2027-06-30", .active: "2027-06-30"],
  ]

  @Test(arguments: Engine.available)
  func `what has a last day is refused on the next, with that day`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      for state in MentoringCycle.State.allCases {
        let cycle = try await ground.cycle(in: state)
        for action in CycleAction.allCases where action.states.contains(state) {
          let last = Self.lastDays[action]?[state].map { day($0) }
          let goes = Self.refusal(of: action, in: cycle, on: last ?? TestWorld.today) == nil
          #expect(goes, "\(action) in \(state)")
          let next = (last ?? Ground.plan.endsOn).adding(days: 1)
          let sentence = Self.refusal(of: action, in: cycle, on: next)?.sentence
          #expect((sentence != nil) == (last != nil), "\(action) in \(state)")
          if let sentence, let last {
            #expect(sentence.contains("Winter") && sentence.contains(last.words))
          }
        }
      }
    }
  }

  private static func refusal(
    of action: CycleAction, in cycle: MentoringCycle, on today: Day = TestWorld.today
  ) -> MentoringRefusal? {
    do {
      try cycle.refuse(unless: action, on: today)
      return nil
    } catch { return error as? MentoringRefusal }
  }

  @Test(arguments: Engine.available)
  func `the next cycle is as the last was, with its days moved`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let world = ground.world
      let next = try await ground.stage.act(as: ground.cast.office) { office, writer in
        try CycleWeights([.hours: 9, .topics: 1]).set(
          in: ground.cycle, by: office, writer: writer)
        let typed = ["title": "Next winter", "enroll_from": "2027-10-31"]
        let id = try MentoringCycle.clone(
          ground.cycle, by: office, in: world, writer: writer
        ) { typed[$0] ?? "" }
        let weights = try CycleWeights.of(id, viewer: office, reader: writer)
        #expect(weights[.hours] == 9 && weights[.topics] == 1 && weights[.careers] == 0)
        return try MentoringCycle.find(id, viewer: office, reader: writer)
      }
      #expect(next.state == .open)
      #expect(next.plan.enrollFrom == day("2027-10-31"))
      #expect(next.plan.endsOn == day("2028-06-28"))
      #expect(next.plan.mostMentees == Ground.plan.mostMentees)
    }
  }

  @Test(arguments: Engine.available)
  func `a cycle is begun once, and its title is free again once it is closed`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let taken = Problems(
        field: "title", "“Winter” is begun already. Choose another title.")
      for title in ["Winter", "WINTER"] {
        await #expect(throws: taken) { try await ground.begin(title) }
        await #expect(throws: taken) { try await ground.clone(as: title) }
      }
      let begun = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<2 {
          group.addTask { (try? await ground.begin("Spring")) != nil }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(begun == 1)
      await #expect(throws: Problems.self) { try await ground.rename("Spring") }
      try await ground.rename("winter")
      try await ground.move(to: .closed)
      try await ground.begin("Winter")
    }
  }

  @Test(arguments: Engine.available)
  func `only the office keeps programs and cycles`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let world = ground.world
      for (role, person) in ground.cast.viewers where role != "office" {
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.stage.act(as: person) { viewer, writer in
            try MentoringProgram.found(Ground.draft, by: viewer, in: world, writer: writer)
          }
        }
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.stage.act(as: person) { viewer, writer in
            try MentoringCycle.move(
              ground.cycle, to: .matching, by: viewer, in: ground.world, writer: writer)
          }
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a program is closed once its cycles are, and its name is free again`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let world = ground.world
      func close() async throws {
        try await ground.stage.act(as: ground.cast.office) { office, writer in
          try MentoringProgram.close(ground.program, by: office, writer: writer)
        }
      }
      func found() async throws {
        try await ground.stage.act(as: ground.cast.office) { office, writer in
          _ = try MentoringProgram.found(Ground.draft, by: office, in: world, writer: writer)
        }
      }
      await #expect(throws: MentoringRefusal.cyclesGoOn(1)) { try await close() }
      await #expect(throws: Problems.self) { try await found() }
      try await ground.move(to: .closed)
      await #expect(throws: MentoringRefusal.notNext(from: .closed, to: .open)) {
        try await ground.move(to: .open)
      }
      try await close()
      try await found()
      let seen = try await ground.stage.see(as: ground.cast.trainee) { viewer, reader in
        try MentoringProgram.all(viewer: viewer, reader: reader).count
      }
      #expect(seen == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `commitments that are written anew are the next version`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      var draft = Ground.draft
      draft.purpose = "For everybody."
      let same = try await ground.change(draft)
      #expect(same.version == 1)
      draft.commitments = "Meet twice a month."
      let next = try await ground.change(draft)
      let latest = try await ground.latest()
      #expect(next == latest && next.version == 2)
      await #expect(throws: Problems.self) {
        try await ground.enroll(ground.cast.trainee, ground.mentee())
      }
    }
  }
}

extension Ground {
  /// The cycle as it is in a state.
  fileprivate func cycle(in state: MentoringCycle.State) async throws -> MentoringCycle {
    let id = cycle
    return try await stage.act(as: cast.office) { office, writer in
      try writer.execute(
        "UPDATE mentoring_cycle SET state = \(state.rawValue) WHERE id = \(id)")
      return try MentoringCycle.find(id, viewer: office, reader: writer)
    }
  }

  @discardableResult
  fileprivate func begin(_ title: String) async throws -> ID<MentoringCycle> {
    let (world, program) = (world, program)
    return try await stage.act(as: cast.office) { office, writer in
      try MentoringCycle.begin(
        CycleDraft(title: title, plan: Self.plan), of: program, by: office, in: world,
        writer: writer)
    }
  }

  fileprivate func clone(as title: String) async throws {
    let (world, cycle) = (world, cycle)
    try await stage.act(as: cast.office) { office, writer in
      let typed = ["title": title, "enroll_from": "2027-10-31"]
      _ = try MentoringCycle.clone(cycle, by: office, in: world, writer: writer) {
        typed[$0] ?? ""
      }
    }
  }

  fileprivate func rename(_ title: String) async throws {
    let cycle = cycle
    try await stage.act(as: cast.office) { office, writer in
      try MentoringCycle.change(
        cycle, CycleDraft(title: title, plan: Self.plan), by: office, writer: writer)
    }
  }

  fileprivate func latest() async throws -> Commitment {
    let program = program
    return try await stage.see(as: cast.trainee) { viewer, reader in
      try Commitment.latest(of: program, viewer: viewer, reader: reader)
    }
  }

  fileprivate func change(_ draft: MentoringProgramDraft) async throws -> Commitment {
    let program = program
    return try await stage.act(as: cast.office) { office, writer in
      try MentoringProgram.change(program, draft, by: office, writer: writer)
      return try Commitment.latest(of: program, viewer: office, reader: writer)
    }
  }
}
