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
      let added = try await Self.addMany(to: mentoring.cycle, site)
      let path = "/mentoring/cycles/\(mentoring.cycle.text)/matching"
      func page(_ query: String) async throws -> String {
        try await site.get(path + query, as: site.stage.cast.office).text
      }
      let pages = [
        try await page(""), try await page("?without=50"), try await page("?without=-1"),
      ]
      let shown = pages.map { page in added.filter { page.contains("\($0.text)/why") } }
      #expect(shown[0].count + shown[1].count == Self.many)
      #expect(Set(shown[0]).isDisjoint(with: shown[1]))
      #expect(shown[2] == shown[0])
      #expect(pages[0].contains("href=\"\(path)?from=0&amp;without=50#without\""))
      #expect(pages[1].contains("href=\"\(path)?from=0&amp;without=0#without\""))
    }
  }

  /// Approves many mentees who never ranked anybody, and matches again.
  private static func addMany(
    to cycle: ID<MentoringCycle>, _ site: TestSite
  ) async throws -> [ID<Enrollment>] {
    let (world, cast) = (site.stage.world, site.stage.cast)
    let added = try await site.stage.act(as: cast.administrator) { admin, writer in
      try (0..<many).map { number in
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
        return id
      }
    }
    try await site.stage.act(as: cast.office) { office, writer in
      let solved = try MatchingRun.prepare(cycle, viewer: office, reader: writer).solve()
      _ = try MatchingRun.keep(solved, of: cycle, by: office, in: world, writer: writer)
    }
    return added
  }
}
