import Blueprint
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct OrganizationTests {
  private static let first = """
    organizations:
      - name: Technology Council
        kind: council
        founded: 2014
        purpose: Better tools.
        membership: {joining: seats, criteria: Whoever holds a seat.}
        charter: Each department has one seat.
        seats:
          - {title: Representative, kind: each department, alternates: 1}
          - {title: Official, kind: ex officio, role: dio, category: dio, votes: no}
        requirements:
          - {category: dio, at least: 1, source: The charter, from: 2022-07-01}
      - name: Garden Club
        kind: association
        purpose: Flowers.
    """

  @Test(arguments: Engine.available)
  func `organizations are founded with charter and seats, and stay as they are`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      let plan = try await bench.apply(Self.first)
      expectSame(
        plan.lines(in: .ours).joined(separator: "\n"),
        """
        Organizations: 2 new
          + Technology Council
              kind: council
              founded: 2014
              purpose: Better tools.
              listing: everyone
              joining: seats
              criteria: Whoever holds a seat.
              forget leaving after days: 30
              charter: Each department has one seat.
              seats, Representative: each department, 1 seat, 1 year, 1 alternate, votes
              seats, Official: ex officio, dio, 1 seat, 1 year, counts as dio, does not vote
              requirements, dio: at least 1, from 2022-07-01, The charter
          + Garden Club
              kind: association
              purpose: Flowers.
              listing: everyone
              joining: open
              capacities: trainee
              forget leaving after days: 30
        """)
      expectSame(
        try await bench.acts(),
        [
          "organization.founded by nobody: Technology Council",
          "charter.published by nobody: Version 1", "seats.added by nobody: Representative",
          "seats.added by nobody: Official", "requirement.added by nobody: dio, 1",
          "organization.founded by nobody: Garden Club",
        ])
      #expect(try await bench.plan(Self.first).changesNothing)
    }
  }

  @Test(arguments: Engine.available)
  func `a changed organization shows before and after, and a charter becomes a new version`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      try await bench.apply(Self.first)
      let acts = try await bench.acts().count
      let changed = """
        organizations:
          - name: Technology Council
            purpose: Better tools, better care.
            charter: |-
              Each department has one seat.

              Monthly.
            seats:
              - {title: Representative, years: 2}
              - {title: Analyst, kind: appointed, votes: no}
            requirements:
              - {category: dio, at least: 2, source: The statutes, from: 2026-12-01}
        """
      let plan = try await bench.apply(changed)
      expectSame(
        plan.lines(in: .ours).joined(separator: "\n"),
        """
        Organizations: 1 changed
          ~ Technology Council
              purpose: Better tools. → Better tools, better care.
              charter: Each department has one seat. → Each department has one seat. Monthly.
              seats, Representative: each department, 1 seat, 1 year, 1 alternate, votes → \
        each department, 1 seat, 2 years, 1 alternate, votes
              seats, Analyst: appointed, 1 seat, 1 year, does not vote
              requirements, dio: at least 1, from 2022-07-01, The charter → at least 2, from \
        2026-12-01, The statutes

        Not in the file, and left as it is: 1 organization, 1 seat rule.
        """)
      expectSame(
        try await bench.acts(after: acts),
        [
          "organization.edited by nobody: purpose", "charter.published by nobody: Version 2",
          "seats.edited by nobody: Representative", "seats.added by nobody: Analyst",
          "requirement.ended by nobody: after 2026-11-30", "requirement.added by nobody: dio, 2",
        ])
      #expect(try await bench.plan(changed).changesNothing)
      let exported = try await bench.export()
      #expect(try await bench.plan(exported).changesNothing)
    }
  }

  @Test(arguments: Engine.available)
  func `a charter whose wording waits for a decision is told with its line`(
    engine: Engine
  ) async throws {
    let text = """
      organizations:
        - name: Women in Surgery
          kind: association
          purpose: Support.
          membership:
            criteria: Open only to women.
          charter: We meet monthly.
      """
    let sentence =
      "Line 6: “Open only to women” makes a protected trait (Sex and gender) a condition. This "
      + "version of the charter of Women in Surgery is kept, and not published until the "
      + "institutional official decides."
    // Before there is a database the rules that come with the program are asked.
    let first = try Blueprint(text, file: "test.yaml").plan(in: nil, today: TestWorld.today)
    #expect(first.lines(in: .ours).last == sentence)
    try await withStore(engine) { store in
      let bench = Bench(store)
      let plan = try await bench.apply(text)
      #expect(plan.lines(in: .ours).last == sentence)
      #expect(try await bench.acts().contains { $0.hasPrefix("charter.questioned") })
      #expect(try await bench.plan(text) == BlueprintPlan(changes: [], leftAlone: []))
      // A purpose has no versions that could wait.
      let problems = try await bench.problems(
        of: text.replacing("Support.", with: "Membership is only for women."))
      #expect(problems.count == 1)
      #expect(
        problems.first?.hasPrefix(
          "test.yaml, line 4, column 14, organizations › Women in Surgery › purpose: “") == true)
    }
  }

  @Test(arguments: Engine.available)
  func `what cannot be about an organization is told with line and key`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      try await bench.apply(Self.first)
      let problems = try await bench.problems(
        of: """
          organizations:
            - name: Technology Council
              founded: 2140
              membership: {joining: seats, capacities: [trainee]}
              seats:
                - {title: Representative, kind: appointed}
                - {title: Official, role: king}
              requirements:
                - {category: dio, at least: 2, source: The charter, from: 2022-07-01}
                - {category: other, at least: none, from: 2022-02-30}
                - {category: dio, at least: 1, source: A, from: 2027-01-01, to: 2026-01-01}
                - {category: dio, at least: 1, source: B, from: 2027-01-01}
            - name: Chess Club
              charter: We play.
            - name: GARDEN CLUB
              kind: clubb
              membership: {joining: open, capacities: []}
              seats:
                - {title: Gardener}
                - {title: gardener}
            - name: Book Club
              kind: association
              purpose: Books.
              membership: {criteria: Everyone who reads.}
              seats:
                - {title: Reader, kind: ex officio}
                - {title: Writer, kind: appointed, role: steward}
                - {title: Printer}
          """)
      expectSame(problems, Self.expected)
    }
  }

  @Test func `of a long text the plan shows where it differs`() async throws {
    let purpose =
      "It brings together people of all departments "
      + String(
        repeating: "who like their tools and ", count: 5)
    let text = "organizations:\n  - {name: Council, kind: council, purpose: \(purpose)hammers.}"
    try await withStore(.sqlite) { store in
      let bench = Bench(store)
      let founded = try await bench.apply(text)
      #expect(
        founded.lines(in: .ours).contains(
          "      purpose: It brings together people of all departments who like their tools and "
            + "who like their tools and who …"))
      let changed = try await bench.plan(text.replacing("hammers", with: "saws"))
      expectSame(
        changed.lines(in: .ours),
        [
          "Organizations: 1 changed", "  ~ Council",
          "      purpose: …ike their tools and hammers. → …ike their tools and saws.",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `organizations are exported as a fixed point`(engine: Engine) async throws {
    func exported(_ text: String) async throws -> String {
      try await withStore(engine) { store in
        try await Bench(store).apply(text)
        return try await Bench(store).export()
      }
    }
    let first = try await exported(Self.first)
    #expect(first.contains("requirements:\n      - category: dio\n        at least: 1\n"))
    expectSame(try await exported(first), first)
  }

  private static let expected = [
    "test.yaml, line 3, column 14, organizations › Technology Council › founded: This year is "
      + "still to come. Correct it.",
    "test.yaml, line 4, column 47, organizations › Technology Council › membership › capacities "
      + "› trainee: People belong to it by a seat alone. Leave the capacities out, or let "
      + "joining be open.",
    "test.yaml, line 6, column 39, organizations › Technology Council › seats › Representative "
      + "› kind: How seats are filled stays as it is. Remove these seats and add others in "
      + "their place.",
    "test.yaml, line 7, column 33, organizations › Technology Council › seats › Official › "
      + "role: “king” is none of: administrator, office, dio, program director, program "
      + "coordinator, steward, adviser.",
    "test.yaml, line 9, column 20, organizations › Technology Council › requirements › dio › "
      + "category: The database has this one as: at least 1, from 2022-07-01, The charter. Give "
      + "the new one a later first day.",
    "test.yaml, line 10, column 9, organizations › Technology Council › requirements › other: "
      + "Write where it is written, so that anyone can look it up: “source”.",
    "test.yaml, line 10, column 20, organizations › Technology Council › requirements › other › "
      + "category: “other” is none of: dio, program director, peer selected trainee, quality "
      + "officer.",
    "test.yaml, line 10, column 37, organizations › Technology Council › requirements › other › "
      + "at least: Write a whole number from 1 to 50.",
    "test.yaml, line 10, column 49, organizations › Technology Council › requirements › other › "
      + "from: Write a day of the calendar, as in 2026-07-01.",
    "test.yaml, line 11, column 71, organizations › Technology Council › requirements › dio › "
      + "to: The last day is before the first day. Correct one of them.",
    "test.yaml, line 12, column 9, organizations › Technology Council › requirements › dio: The "
      + "requirement in line 11 has this category and first day. Keep one of the two.",
    "test.yaml, line 13, column 11, organizations › Chess Club › name: Say what it is, with the "
      + "key “kind”.",
    "test.yaml, line 13, column 11, organizations › Chess Club › name: Say what it is for, with "
      + "the key “purpose”.",
    "test.yaml, line 14, column 14, organizations › Chess Club › charter: A charter says who "
      + "may join: add “criteria” below “membership”, such as “Open to all who support the "
      + "purpose.”",
    "test.yaml, line 16, column 11, organizations › GARDEN CLUB › kind: “clubb” is none of: "
      + "association, council, committee, track body.",
    "test.yaml, line 17, column 27, organizations › GARDEN CLUB › membership › joining: Say as "
      + "what one may join, such as “capacities: [trainee]”.",
    "test.yaml, line 19, column 17, organizations › GARDEN CLUB › seats › Gardener › title: Say "
      + "how the seats are filled, with the key “kind”.",
    "test.yaml, line 20, column 9, organizations › GARDEN CLUB › seats › gardener: These seats "
      + "have the title of those in line 19. Choose another title.",
    "test.yaml, line 24, column 28, organizations › Book Club › membership › criteria: Criteria "
      + "are a part of the charter: add its text with the key “charter”.",
    "test.yaml, line 26, column 17, organizations › Book Club › seats › Reader › title: Say "
      + "whose role it comes with, with the key “role”.",
    "test.yaml, line 27, column 48, organizations › Book Club › seats › Writer › role: Only "
      + "seats of the kind “ex officio” come with a role. Leave it out.",
    "test.yaml, line 28, column 17, organizations › Book Club › seats › Printer › title: Say "
      + "how the seats are filled, with the key “kind”.",
  ]
}
