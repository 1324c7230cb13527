import Tally
import Testing

@Suite struct ConstraintTests {
  private let onePerDepartment = SeatConstraints([
    SeatRule(group: "department A", maximum: 1, members: [1, 2, 3]),
    SeatRule(group: "department B", maximum: 1, members: [4, 5]),
  ])

  @Test func `an elected candidate dooms the rest of a department, even above the quota`() throws {
    let papers = try election(
      5, seats: 2, "20 1 2 3 0", "15 2 1 0", "6 4 5 0", "3 5 4 0", "1 3 0")
    #expect(try ScottishSTV().count(papers).elected == [1, 2])
    let report = try ScottishSTV().count(
      papers, lot: .ballotOrder, constraints: onePerDepartment)
    #expect(report.elected == [1, 4])
    #expect(
      report.stages.map(\.action).prefix(3) == [.firstPreferences, .exclusion(3), .exclusion(2)])
    #expect(report.stages[1].isDoomed && report.stages[2].isDoomed)
  }

  @Test func `every method keeps the constraints`() throws {
    let papers = try election(
      5, seats: 2, "20 1 2 3 0", "15 2 1 0", "6 4 5 0", "3 5 4 0", "1 3 0")
    let methods: [any CountingMethod] = [
      ScottishSTV(), MeekSTV(), MeekSTV(.hillWichmannWoodall), Plurality(), Approval(), Scoring(),
      Schulze(),
    ]
    for method in methods {
      let elected = try method.count(papers, lot: .ballotOrder, constraints: onePerDepartment)
        .elected
      #expect(elected.count { $0 <= 3 } == 1 && elected.count { $0 > 3 } == 1, "\(method.name)")
    }
  }

  @Test func `who is needed for a minimum is guarded, though last`() throws {
    let rules = SeatConstraints([SeatRule(group: "first year", minimum: 1, members: [4])])
    let report = try ScottishSTV().count(
      election(4, seats: 2, "9 1 0", "8 2 0", "7 3 0"), lot: .ballotOrder, constraints: rules)
    #expect(report.elected == [1, 4])
  }

  @Test func `constraints that cannot be kept are told before anything is counted`() throws {
    let rules = SeatConstraints([SeatRule(group: "all", maximum: 1, members: [1, 2, 3])])
    #expect(throws: ElectionProblem.self) {
      try ScottishSTV().count(
        election(3, seats: 2, "1 1 0"), lot: .ballotOrder, constraints: rules)
    }
  }

  @Test func `random elections keep random constraints that can be kept`() throws {
    var random = SplitMix(state: 99)
    var kept = 0
    for _ in 0..<150 {
      let election = try random.election()
      let rules = SeatConstraints(
        (0..<3).map { group in
          let members = (1...election.candidates.count).filter { _ in random.next() % 2 == 0 }
          let minimum = Int(random.next() % 2)
          return SeatRule(
            group: "group \(group)", minimum: minimum, maximum: minimum + Int(random.next() % 2),
            members: Set(members))
        })
      for method in [ScottishSTV(), MeekSTV()] as [any CountingMethod] {
        guard let report = try? method.count(election, lot: .seed("x"), constraints: rules)
        else { continue }
        kept += 1
        #expect(report.elected.count == election.seats)
        for rule in rules.rules {
          let have = rule.members.intersection(report.elected).count
          #expect((rule.minimum...rule.maximum).contains(have), "\(election.blt) \(rule)")
        }
      }
    }
    #expect(kept > 30)
  }

  @Test func `a hundred departments of one attribute are followed at once`() throws {
    let rules = SeatConstraints(
      (0..<100).map { department in
        SeatRule(
          group: "department \(department)", maximum: 1,
          members: Set((1...5).map { department * 5 + $0 }))
      })
    let verdict = try rules.verdict(
      seats: 50, elected: Set((0..<49).map { $0 * 5 + 1 }), continuing: Set(246...500))
    #expect(verdict.isFeasible)
    #expect(verdict.doomed == [])
  }

  @Test func `constraints are read from a CSV file, or refused with the line`() throws {
    let papers = try election(3, seats: 1, "1 1 0")
    let rules = try SeatConstraints(
      csv: Array("group,minimum,maximum,candidates\n\"A, B\",,1,1 3\r\n\nC,1,,2\n".utf8),
      for: papers)
    #expect(
      rules.rules == [
        SeatRule(group: "A, B", maximum: 1, members: [1, 3]),
        SeatRule(group: "C", minimum: 1, members: [2]),
      ])
    #expect(throws: FileProblem(line: 2, "there is no candidate '9'; they are numbered 1 to 3.")) {
      try SeatConstraints(csv: Array("A,,1,1\nB,,1,9\n".utf8), for: papers)
    }
    #expect(throws: FileProblem(line: 1, "the minimum 2 is above the maximum 1.")) {
      try SeatConstraints(csv: Array("A,2,1,1\n".utf8), for: papers)
    }
  }
}
