import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// What the page of a pair says of the commitments, and to whom.
@Suite struct PairPageTests {
  private static let later = "Meet each week at noon."

  @Test(arguments: Engine.available)
  func `each of a pair reads what they accepted, and that there is a later version`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let matrix = try await MatrixMentoring.begin(on: site.stage)
      let cast = site.stage.cast
      try await Self.enroll(cast.trainee, in: matrix.pair, site)
      let path = "/mentoring/pairs/\(matrix.pair.text)"
      let first = try await site.get(path, as: cast.trainee).text
      #expect(first.contains("What you promised") && first.contains("<p>Meet.</p>"))
      #expect(!first.contains("a later version"))
      try await site.stage.act(as: cast.office) { office, writer in
        try MentoringProgram.change(
          matrix.program,
          MentoringProgramDraft(name: "Neighbors", purpose: "To talk.", commitments: Self.later),
          by: office, writer: writer)
      }
      let own = try await site.get(path, as: cast.trainee).text
      #expect(own.contains("<p>Meet.</p>") && own.contains("a later version"))
      #expect(!own.contains(Self.later))
      // The other is not enrolled any more, and promised nothing that holds.
      let other = try await site.get(path, as: cast.steward)
      #expect(other.status == 200)
      #expect(!other.text.contains("What you promised") && !other.text.contains(Self.later))
      let office = try await site.get(path, as: cast.office).text
      #expect(office.contains("What everyone promises") && office.contains(Self.later))
    }
  }

  /// Enrolls someone in the cycle of a pair, with the first version of the commitments.
  private static func enroll(
    _ person: PersonID, in pair: ID<MentoringPair>, _ site: TestSite
  ) async throws {
    let world = site.stage.world
    try await site.stage.store.write { writer in
      try writer.execute(
        """
        INSERT INTO mentoring_enrollment (id, cycle_id, person_id, part, goals, hours, experience,
          commitment, state, submitted_at, reason)
        SELECT \(world.newID(ID<Enrollment>.self)), cycle_id, mentee_id, 'mentee', '', 0, '', 1,
          'approved', \(world.now()), '' FROM mentoring_pair
        WHERE id = \(pair) AND mentee_id = \(person)
        """)
    }
  }
}
