import Elections
import ElectionsTestSupport
import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Tally
import Testing
import Web

/// What is shown of a result, to whom, and from when on.
@Suite struct ResultsPageTests {
  private static let plan = Poll.Plan(voters: 12, seats: 2)

  /// Everybody votes, the officer closes and certifies by the pages.
  private func hold(_ poll: Poll, _ ballots: Int = 12) async throws {
    for voter in poll.voters.prefix(ballots) { try await poll.cast([2, 1, 3], by: voter) }
  }

  @Test(arguments: Engine.available)
  func `the election officer closes and certifies by two buttons, and then everybody reads it`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Self.plan) { poll in
      try await hold(poll)
      try await poll.open(at: Poll.after) { site in
        let waiting = try await site.get(poll.path("results"), as: poll.officer)
        #expect(waiting.text.contains("Close and count"))
        let foreign = try await site.post(poll.path("close"), as: poll.stage.cast.office)
        #expect(foreign.status == 403)
        let closed = try await site.post(poll.path("close"), as: poll.officer)
        #expect(closed.location == poll.path("results"))
        let early = try await site.get(poll.path("results"), as: poll.voters[0])
        #expect(early.status == 404)
        let mine = try await site.get(poll.path("results"), as: poll.officer)
        #expect(mine.text.contains("Certify the result"))
        let certified = try await site.post(poll.path("certify"), as: poll.officer)
        #expect(certified.location == poll.path("results"))
        for reader in [poll.voters[0], poll.stage.cast.office, poll.stage.cast.faculty] {
          let page = try await site.get(poll.path("results"), as: reader)
          #expect(page.status == 200)
          #expect(page.text.contains("12 of 12 (100.0 %)"))
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the command counts the published file to the published report, byte for byte`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Self.plan) { poll in
      try await hold(poll)
      try await poll.close()
      try await poll.certify()
      try await poll.open(at: Poll.after) { site in
        let reader = poll.voters[3]
        let ballots = try await site.get(poll.path("ballots.blt"), as: reader)
        let report = try await site.get(poll.path("report.json"), as: reader)
        let page = try await site.get(poll.path("results"), as: reader)
        let seed = try #require(try await poll.found().lotSeed)
        #expect(
          page.text.contains(
            """
            housestaff tally ballots.blt --method scottish-stv --lot-seed \(seed) --format json
            """))
        // What the command does with file and options.
        let rule = ScottishSTV()
        let counted = try rule.count(
          Tally.Election(ballots: Array(ballots.text.utf8), equalRanks: rule.allowsEqualRanks),
          lot: .seed(seed), constraints: SeatConstraints())
        #expect(report.text == counted.json)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `with few ballots only the names of the elected are published`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Self.plan) { poll in
      try await hold(poll, 10)
      try await poll.close()
      try await poll.certify()
      try await poll.open(at: Poll.after) { site in
        for reader in [poll.officer, poll.voters[0], poll.stage.cast.administrator] {
          let page = try await site.get(poll.path("results"), as: reader)
          #expect(page.text.contains("Fewer than 11 ballots were cast"))
          #expect(page.text.contains("Candidate 2"))
          for word in ["Turnout", "Quota", "<svg viewBox", "10 of 12", "tally"] {
            #expect(!page.text.contains(word), "\(word)")
          }
          for file in ["ballots.blt", "report.json", "constraints.csv", "receipts.txt"] {
            #expect(try await site.get(poll.path(file), as: reader).status == 404, "\(file)")
          }
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a receipt gets yes or no, without the list and whatever the number of ballots`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      let receipt = BallotReceipt(in: poll.world)
      try await poll.cast([1, 2], by: poll.voters[0], receipt: receipt)
      try await poll.open(at: TestWorld.now) { site in
        let early = try await site.get(poll.path("receipt"), as: poll.voters[0])
        #expect(early.text.contains("Keep your receipt until then."))
      }
      try await poll.close()
      try await poll.open(at: Poll.after) { site in
        func answer(_ code: String) async throws -> TestSite.Answer {
          try await site.post(poll.path("receipt"), as: poll.voters[1], ["code": code])
        }
        let own = try await answer(receipt.text.uppercased())
        #expect(own.text.contains("Yes: a ballot"))
        let other = BallotReceipt(in: poll.world)
        #expect(try await answer(other.text).text.contains("No: there is no such receipt"))
        #expect(try await answer("mine").status == 422)
      }
    }
  }
}
