import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// Why someone has their mentor, where both sides rank.
@Suite struct WhyPageTests {
  @Test(arguments: Engine.available)
  func `whoever of the office takes part reads no ranking, also of others`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      let office = site.stage.cast.office
      let why = "/mentoring/enrollments/\(mentoring.mentee.text)/why"
      let ask = "Ask a colleague who takes no part in it to read why."
      // Nobody of the office takes part yet.
      let free = try await site.get(why, as: office)
      #expect(free.status == 200)
      #expect(free.text.contains("They did not rank") && !free.text.contains(ask))
      try await Self.rankFirst(office, mentoring, site)
      let page = try await site.get(why, as: office)
      #expect(page.status == 200)
      #expect(page.text.contains(ask))
      #expect(!page.text.contains("They ranked") && !page.text.contains("ranked them"))
      #expect(!page.text.contains("as number") && !page.text.contains("Ranked higher"))
      // Who took it back after the matching would still read the gap.
      try await site.stage.store.write { writer in
        try writer.execute(
          "UPDATE mentoring_enrollment SET state = 'withdrawn' WHERE person_id = \(office)")
      }
      let later = try await site.get(why, as: office).text
      #expect(later.contains(ask) && !later.contains("as number"))
    }
  }

  /// Enrolls someone as a mentor, whom the mentee ranks before the mentor that they have, and
  /// matches anew.
  private static func rankFirst(
    _ person: PersonID, _ mentoring: MatrixMentoring, _ site: TestSite
  ) async throws {
    let (world, cast, cycle) = (site.stage.world, site.stage.cast, mentoring.cycle)
    try await site.stage.act(as: cast.office) { office, writer in
      let own: ID<Enrollment> = world.newID()
      try writer.execute(
        """
        INSERT INTO mentoring_enrollment (id, cycle_id, person_id, part, goals, hours, experience,
          commitment, state, submitted_at, reason)
        VALUES (\(own), \(cycle), \(person), 'mentor', '', 0, '', 1, 'approved', \(office.now), '')
        """)
      let mentor = try writer.first(
        """
        SELECT id FROM mentoring_enrollment
        WHERE cycle_id = \(cycle) AND person_id = \(cast.faculty)
        """)
      let second: ID<Enrollment> = try #require(mentor).id("id")
      for (place, other) in [own, second].enumerated() {
        try writer.execute(
          """
          INSERT INTO mentoring_ranking (enrollment_id, side, place, other_id)
          VALUES (\(mentoring.mentee), 'mentor', \(place + 1), \(other))
          """)
      }
      let solved = try MatchingRun.prepare(cycle, viewer: office, reader: writer).solve()
      _ = try MatchingRun.keep(solved, of: cycle, by: office, in: world, writer: writer)
    }
  }
}
