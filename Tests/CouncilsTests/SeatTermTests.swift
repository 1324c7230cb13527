import Councils
import Kernel
import RosterTestSupport
import Testing

@Suite struct SeatTermTests {
  @Test(arguments: [
    ("2026-11-21", 1, "2027-06-30"), ("2026-07-01", 1, "2027-06-30"),
    ("2027-06-30", 1, "2027-06-30"), ("2027-06-30", 2, "2028-06-30"),
    ("2027-07-01", 2, "2029-06-30"),
  ])
  func `A term lasts to the end of an academic year, and a year that has begun counts`(
    _ first: String, _ years: Int, _ last: String
  ) {
    let term = SeatTerm(from: day(first), years: years, start: .july1)
    #expect(term.startsOn == day(first))
    #expect(term.endsOn == day(last))
  }

  @Test func `A year that begins in September ends in August`() throws {
    let start = try #require(AcademicYear.Start(month: 9, day: 1))
    #expect(SeatTerm(from: day("2026-11-21"), years: 1, start: start).endsOn == day("2027-08-31"))
  }
}
