import Foundation
import Kernel
import Testing

@Suite struct DayTests {
  @Test func `every day of four centuries has one number and one text`() throws {
    var number = try #require(Day(text: "1900-01-01")).number
    for year in 1900...2300 {
      for month in 1...12 {
        for day in 1...31 {
          guard let found = Day(year: year, month: month, day: day) else { continue }
          #expect(found.number == number)
          #expect(found.parts == (year, month, day))
          number += 1
        }
      }
    }
    #expect(Day(text: "2301-01-01")?.number == number)
  }

  @Test(arguments: ["2025-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "20260101", "", "x"])
  func `a day that the calendar does not have is refused`(text: String) {
    #expect(Day(text: text) == nil)
  }

  @Test func `an instant is text of fixed width and comes back`() throws {
    let text = "2026-11-21T21:48:42.123Z"
    let instant = try #require(Instant(text: text))
    #expect(instant.text == text)
    #expect(Instant(milliseconds: -1).text == "1969-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: 0).text == "1970-01-01T00:00:00.000Z")
  }

  @Test(arguments: [
    ("2026-07-01T03:59:59.999Z", "2026-06-30"), ("2026-07-01T04:00:00.000Z", "2026-07-01"),
    ("2026-01-01T04:59:59.999Z", "2025-12-31"), ("2026-01-01T05:00:00.000Z", "2026-01-01"),
  ])
  func `the calendar day turns at local midnight, in summer and winter`(
    utc: String, day: String
  ) throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    #expect(try #require(Instant(text: utc)).day(in: zone).text == day)
  }

  @Test(arguments: [
    // An ordinary morning.
    ("2026-07-01", 7, "2026-07-01T11:00:00.000Z"),
    // 2 am does not exist on this day: the moment of the jump is meant.
    ("2026-03-08", 2, "2026-03-08T07:00:00.000Z"),
    // 1 am comes twice: the first one is meant.
    ("2026-11-01", 1, "2026-11-01T05:00:00.000Z"),
    ("2026-11-01", 7, "2026-11-01T12:00:00.000Z"),
  ])
  func `a clock time is found across daylight saving`(
    day: String, hour: Int, utc: String
  ) throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    #expect(try #require(Day(text: day)).instant(hour: hour, in: zone).text == utc)
  }

  @Test func `an academic year begins on the first of July and is named for both years`() throws {
    let last = AcademicYear(containing: try #require(Day(text: "2026-06-30")), start: .july1)
    let first = AcademicYear(containing: try #require(Day(text: "2026-07-01")), start: .july1)
    #expect(last.name == "2025–26")
    #expect(first.name == "2026–27")
    #expect(last.next == first)
    #expect(last.lastDay.text == "2026-06-30")
    #expect(first.firstDay.text == "2026-07-01")
    #expect(AcademicYear(startYear: 1999, start: .july1).name == "1999–00")
  }
}

extension DayTests {
  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-11-02", -12, "2025-11-02"),
    ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"),
    ("2026-12-31", 240, "2046-12-31"), ("2026-05-31", 0, "2026-05-31"),
  ])
  func `months later it is the same day, or the last one of a short month`(
    _ day: String, _ months: Int, _ later: String
  ) throws {
    #expect(try #require(Day(text: day)).adding(months: months).text == later)
  }
}
