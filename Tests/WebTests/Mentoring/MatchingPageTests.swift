import Kernel
import Mentoring
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The page of a matching where there are many.
@Suite struct MatchingPageTests {
  private static let many = 60

  @Test(arguments: Engine.available)
  func `those without a pair have pages, and each of them is on one`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      let without = try await Self.withoutPair(in: mentoring.cycle, site)
      #expect(without.count > 50 && without.count <= Self.many)
      let path = "/mentoring/cycles/\(mentoring.cycle.text)/matching"
      func page(_ query: String) async throws -> Substring {
        let page = try await site.get(path + query, as: site.stage.cast.office).text
        return page[try #require(page.firstRange(of: "<section id=\"without\">")).lowerBound...]
      }
      let pages = [
        try await page(""), try await page("?without=50"), try await page("?without=-1"),
      ]
      let shown = pages.map { page in without.filter { page.contains("\($0.text)/why") } }
      #expect(shown[0].count == 50 && shown[1].count == without.count - 50)
      #expect(Set(shown[0] + shown[1]) == Set(without))
      #expect(shown[2] == shown[0])
      #expect(pages[0].contains("href=\"\(path)?from=0&amp;without=50#without\""))
      #expect(pages[1].contains("href=\"\(path)?from=0&amp;without=0#without\""))
    }
  }

  /// Approves many mentees more than there are places, matches, and says who has nobody.
  private static func withoutPair(
    in cycle: ID<MentoringCycle>, _ site: TestSite
  ) async throws -> [ID<Enrollment>] {
    let (world, cast) = (site.stage.world, site.stage.cast)
    try await site.stage.act(as: cast.administrator) { admin, writer in
      for number in 0..<many {
        let person = try Person.add(
          PersonDraft(
            name: PersonName(given: "Number \(number)", family: "Quill"), capacity: .trainee),
          by: admin, in: world, to: writer)
        try Appointment.add(
          .of(cast.generalSurgery, cast.university, 1, ("2026-07-01", "2030-06-30")), to: person,
          by: admin, in: world, writer: writer)
        let id: ID<Enrollment> = world.newID()
        try writer.execute(
          """
          INSERT INTO mentoring_enrollment (id, cycle_id, person_id, part, goals, hours,
            experience, commitment, state, submitted_at, reason)
          VALUES (\(id), \(cycle), \(person), 'mentee', '', 0, '', 1, 'approved', \(admin.now), '')
          """)
      }
    }
    return try await site.stage.act(as: cast.office) { office, writer in
      let solved = try MatchingRun.prepare(cycle, viewer: office, reader: writer).solve()
      let kept = try MatchingRun.keep(solved, of: cycle, by: office, in: world, writer: writer)
      return try MatchingRun.find(kept, viewer: office, reader: writer)
        .unmatched(viewer: office, reader: writer)
    }
  }
}
