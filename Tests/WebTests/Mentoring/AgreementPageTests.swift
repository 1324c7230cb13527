import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The agreement on the page of a pair, for the two of them.
@Suite struct AgreementPageTests {
  @Test(arguments: Engine.available)
  func `what holds stands below a proposed change, and can be kept`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      try await mentoring.restore(on: site.stage)
      try await Self.agree(mentoring.pair, site)
      let path = "/mentoring/pairs/\(mentoring.pair.text)"
      let (mentor, waits) = (site.stage.cast.steward, "waits for your signature")
      let before = try await site.get(path, as: mentor).text
      #expect(before.contains("Two papers."))
      let holds = try #require(before.firstRange(of: "Holds until both have signed the change"))
      #expect(before[holds.lowerBound...].contains("One paper."))
      #expect(before.contains("action=\"\(path)/keep\""))
      #expect(try await site.get("/", as: mentor).text.contains(waits))
      let stale = try await site.post("\(path)/keep", as: mentor, ["version": "1"])
      #expect(stale.status == 409)
      let kept = try await site.post("\(path)/keep", as: mentor, ["version": "2"])
      #expect(kept.status == 303)
      let after = try await site.get(path, as: mentor).text
      #expect(after.contains("One paper.") && !after.contains("Two papers."))
      #expect(!after.contains("Keep what holds"))
      let home = try await site.get("/", as: mentor).text
      #expect(!home.contains(waits))
    }
  }

  /// A version that both signed, and a change that the mentee proposes.
  private static func agree(_ pair: ID<MentoringPair>, _ site: TestSite) async throws {
    let (mentee, now) = (site.stage.cast.trainee, TestWorld.now)
    let signed: [(version: Int, aims: String, mentor: Instant?)] = [
      (1, "One paper.", now), (2, "Two papers.", nil),
    ]
    try await site.stage.store.write { writer in
      for one in signed {
        try writer.execute(
          """
          INSERT INTO mentoring_agreement (pair_id, version, aims, meet_every, confidence, ends_on,
            written_by, written_at, mentee_signed_at, mentor_signed_at)
          VALUES (\(pair), \(one.version), \(one.aims), 4, 'All of it.', '2027-06-30', \(mentee),
            \(now), \(now), \(one.mentor))
          """)
      }
    }
  }
}
