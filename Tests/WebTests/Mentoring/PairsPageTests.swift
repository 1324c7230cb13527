import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The office's list of all pairs of a cycle.
@Suite struct PairsPageTests {
  @Test(arguments: Engine.available)
  func `every pair stands on it as it is, and goes down when it has ended`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      let (office, pair) = (site.stage.cast.office, mentoring.pair)
      let cycle = try await site.stage.see(as: office) { viewer, reader in
        try MentoringPair.find(pair, viewer: viewer, reader: reader).cycle
      }
      let path = "/mentoring/cycles/\(cycle.text)/pairs"
      let before = try await site.get(path, as: office).text
      #expect(before.contains("/mentoring/pairs/\(pair.text)"))
      #expect(before.contains("goes on"))
      try await site.stage.store.write { writer in
        try writer.execute(
          """
          UPDATE mentoring_pair SET state = 'transferred', ended_on = \(TestWorld.today)
          WHERE id = \(pair)
          """)
      }
      let after = try await site.get(path, as: office).text
      #expect(after.contains("transferred") && !after.contains("goes on"))
      let none = "/mentoring/cycles/\(mentoring.asking.cycle.text)/pairs"
      #expect(try await site.get(none, as: office).text.contains("No pairs yet"))
    }
  }
}
