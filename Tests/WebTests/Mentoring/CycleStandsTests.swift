import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// How far a cycle is, in a word on the pages that list it.
@Suite struct CycleStandsTests {
  /// When enrollment begins and ends, in days from today, and what is said then.
  static let cases = [
    (begins: 1, ends: 9, word: "enrollment to come"), (-9, -1, "enrollment over"),
    (0, 0, "enrollment"),
  ]

  @Test(arguments: Engine.available, cases)
  func `an open cycle says whether one can enroll`(
    _ engine: Engine, _ days: (begins: Int, ends: Int, word: String)
  ) async throws {
    try await withSite(engine) { site in
      let program = try await MatrixMentoring.begin(on: site.stage).program
      let (world, office, today) = (site.stage.world, site.stage.cast.office, TestWorld.today)
      let plan = MentoringCycle.Plan(
        enrollFrom: today.adding(days: days.begins), enrollUntil: today.adding(days: days.ends),
        beginsOn: today.adding(days: 20), endsOn: today.adding(days: 200))
      _ = try await site.stage.act(as: office) { viewer, writer in
        try MentoringCycle.begin(
          CycleDraft(title: "Autumn", plan: plan), of: program, by: viewer, in: world,
          writer: writer)
      }
      for path in ["/mentoring", "/mentoring/programs/\(program.text)"] {
        let page = try await site.get(path, as: office).text
        let after = try #require(page.firstRange(of: "Autumn</a>")).upperBound
        let badge = try #require(page[after...].firstRange(of: "</span>"))
        #expect(page[after..<badge.lowerBound].hasSuffix(">\(days.word)"), "\(path)")
      }
    }
  }
}
