import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// People arrive and leave on their day, though nobody does anything.
@Suite struct TurnOfDayTests {
  @Test(arguments: Engine.available)
  func `the list shows who has begun and hides who has left, after the night`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let names = ["Uma Patel", "Sam Okafor", "Tess Núñez"]
      func shown() async throws -> [String] {
        let page = try await site.get("/people", as: cast.office)
        return names.filter(page.text.contains)
      }
      #expect(try await shown() == ["Sam Okafor", "Tess Núñez"])
      let nights = [
        ("2027-06-30", names[1...]), ("2027-07-01", names[0...]), ("2028-06-30", names[0...]),
        ("2028-07-01", names[0...1]), ("2029-07-01", names[...0]),
      ]
      for (night, expected) in nights {
        _ = try await site.run(
          "roster.turn-day", at: try #require(Instant(text: "\(night)T09:00:00.000Z")))
        #expect(try await shown() == Array(expected), "\(night)")
      }
    }
  }

  @Test func `it is due each night, five minutes into the institution's day`() throws {
    let kind = try #require(Parts.jobs.first { $0.name == "roster.turn-day" })
    let next = try #require(kind.nextDue)
    let settings = Settings()
    #expect(next(TestWorld.now, settings).text == "2026-11-03T05:05:00.000Z")
    #expect(
      next(next(TestWorld.now, settings), settings).text == "2026-11-04T05:05:00.000Z")
  }
}
