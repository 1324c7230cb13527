import Concerns
import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Clocks count local days, whatever the hour, the season and the holidays.
@Suite struct ClockTests {
  private static let newYork = TimeZone(identifier: "America/New_York") ?? .gmt

  /// The clock of a concern that is raised at a moment, with the days on which nobody answers.
  private func clock(
    raisedAt moment: Instant, closed: [String] = [], on engine: Engine = .sqlite
  ) async throws -> Concern {
    try await withDesk(engine) { desk in
      try await desk.stage.act(as: desk.cast.office) { office, writer in
        for day in closed {
          try ClosedDay.add(by: office, writer: writer) {
            $0 == ClosedDay.Field.day ? day : "Closed"
          }
        }
      }
      let code = try await desk.raise("Nights.", on: moment.day(in: Self.newYork))
      return try await desk.written(code).concern
    }
  }

  @Test(
    arguments: [
      // The clocks go back in the night to Sunday, and forward.
      ("2026-10-31", "2026-11-03", "2026-11-06"), ("2027-03-13", "2027-03-16", "2027-03-19"),
      // On the day of the change itself.
      ("2026-11-01", "2026-11-03", "2026-11-06"), ("2027-03-14", "2027-03-16", "2027-03-19"),
      // Across the end of a year.
      ("2026-12-30", "2027-01-01", "2027-01-06"),
    ])
  func `what is raised half an hour before midnight is of that day, and due at a day's end`(
    _ raised: String, _ acknowledge: String, _ answer: String
  ) async throws {
    let moment = day(raised).instant(hour: 23, minute: 30, in: Self.newYork)
    let concern = try await clock(raisedAt: moment)
    #expect(concern.raisedOn == day(raised))
    #expect(concern.clock.acknowledgeBy == day(acknowledge))
    #expect(concern.clock.answerBy == day(answer))
    let midnight = day(acknowledge).adding(days: 1).instant(hour: 0, in: Self.newYork)
    let before = midnight.adding(seconds: -1)
    #expect(!concern.isOverdue(on: before.day(in: Self.newYork)))
    #expect(concern.isOverdue(on: midnight.day(in: Self.newYork)))
  }

  @Test func `each half hour of a day on which clocks change has the same deadline`() async throws {
    for (text, hours) in [("2026-11-01", 25), ("2027-03-14", 23), ("2026-11-04", 24)] {
      let start = day(text).instant(hour: 0, in: Self.newYork)
      let end = day(text).adding(days: 1).instant(hour: 0, in: Self.newYork)
      #expect(end.seconds(since: start) == hours * 3600)
      for half in 0..<(2 * hours) {
        #expect(start.adding(seconds: 1800 * half).day(in: Self.newYork) == day(text))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `holidays and the days between the years are not counted`(_ engine: Engine) async throws {
    let closed = ["2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01", "2026-12-26"]
    // Tuesday: Wednesday, Monday; Tuesday, Wednesday, Monday.
    let moment = day("2026-12-22").instant(hour: 9, in: Self.newYork)
    let concern = try await clock(raisedAt: moment, closed: closed, on: engine)
    #expect(concern.clock.acknowledgeBy == day("2026-12-28"))
    #expect(concern.clock.answerBy == day("2027-01-04"))
    #expect(concern.clock.closeBy == day("2027-01-25"))
  }

  @Test func `business days pass weekends, holidays and years, and end where all is closed`() {
    let usual = BusinessDays(closed: [day("2027-01-01")])
    let friday = day("2026-12-31").adding(days: -6)
    #expect(usual.adding(0, to: day("2026-12-26")) == day("2026-12-26"))
    #expect(usual.adding(1, to: friday) == day("2026-12-28"))
    #expect(usual.adding(5, to: friday) == day("2027-01-04"))
    #expect(usual.count(after: friday, until: day("2027-01-04")) == 5)
    #expect(usual.count(after: day("2027-01-04"), until: friday) == 0)
    // What is added is counted, from every day of a year with a leap day.
    for start in (0..<366).map({ day("2028-01-01").adding(days: $0) }) {
      for count in [1, 3, 10, 60] {
        let end = usual.adding(count, to: start)
        #expect(usual.contains(end) && usual.count(after: start, until: end) == count)
      }
    }
    let everything = Set((0..<2000).map { friday.adding(days: $0) })
    let nothing = BusinessDays(closed: everything)
    #expect(nothing.adding(5, to: friday) == friday.adding(days: 376))
  }
}
