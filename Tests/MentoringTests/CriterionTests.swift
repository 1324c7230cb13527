import Mentoring
import Testing

/// The hours of a week.
@Suite struct WeekHoursTests {
  @Test
  func `hours that both have are those of both sets`() {
    let one = WeekHours([(day: 0, block: 0), (day: 2, block: 7), (day: 6, block: 3)])
    let other = WeekHours([(day: 2, block: 7), (day: 6, block: 3), (day: 6, block: 4)])
    #expect(one.count == 3)
    #expect(one.shared(with: other) == WeekHours([(day: 2, block: 7), (day: 6, block: 3)]))
    #expect(one.has(day: 2, block: 7))
    #expect(!one.has(day: 2, block: 6))
  }

  @Test
  func `what is beyond the week is dropped`() {
    #expect(WeekHours([(day: 7, block: 0), (day: 0, block: 8), (day: -1, block: 0)]) == .none)
    #expect(WeekHours(bits: -1).count == 56)
  }
}
