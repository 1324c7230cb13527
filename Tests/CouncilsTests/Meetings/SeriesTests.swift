import Councils
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct SeriesTests {
  @Test func `a monthly series keeps its weekday and its place in the month`() {
    let days = Recurrence.monthly.days(from: day("2026-09-08"), to: day("2027-01-31"))
    #expect(
      days.map(\.weekdayWords) == [
        "Tuesday, September 8, 2026", "Tuesday, October 13, 2026", "Tuesday, November 10, 2026",
        "Tuesday, December 8, 2026", "Tuesday, January 12, 2027",
      ])
  }

  @Test func `of a fifth weekday the last one of each month is meant`() {
    let days = Recurrence.monthly.days(from: day("2026-09-30"), to: day("2027-02-28"))
    #expect(
      days.map(\.text) == [
        "2026-09-30", "2026-10-28", "2026-11-25", "2026-12-30", "2027-01-27", "2027-02-24",
      ])
  }

  @Test func `a series ends on its last day, and after sixty meetings`() {
    #expect(
      Recurrence.weekly.days(from: day("2026-11-02"), to: day("2026-11-16")).map(\.text)
        == ["2026-11-02", "2026-11-09", "2026-11-16"])
    #expect(Recurrence.weekly.days(from: day("2026-11-02"), to: day("2100-01-01")).count == 60)
  }

  @Test func `a time is read as clocks show it, and nothing else`() {
    #expect(ClockTime(text: "17:30")?.text == "17:30")
    #expect(ClockTime(text: "7:05")?.text == "07:05")
    for wrong in ["", "17", "24:00", "17:60", "5:3", "-1:00", "17:30:00", "a:bc"] {
      #expect(ClockTime(text: wrong) == nil, "\(wrong)")
    }
  }

  @Test(arguments: Engine.available)
  func
    `each meeting of a series begins at the same clock time, before and after the change of clocks`(
      engine: Engine
    ) async throws
  {
    try await withGathering(engine) { gathering in
      let (id, cast) = (gathering.id, gathering.cast)
      try await gathering.act(as: cast.trainee) { viewer, world, writer in
        try Meeting.plan(
          MeetingDraft(
            title: "Weekly", day: day("2027-03-08"),
            clock: ClockTime(hour: 17, minute: 30) ?? .noon, recurrence: .weekly,
            until: day("2027-03-20")),
          in: id, by: viewer, at: world, writer: writer)
      }
      let meetings = try await gathering.stage.see(as: cast.trainee) {
        try Meeting.toCome(in: id, viewer: $0, reader: $1)
      }
      #expect(
        meetings.map(\.beginsAt.text) == [
          "2027-03-08T22:30:00.000Z", "2027-03-15T21:30:00.000Z",
        ])
      #expect(Set(meetings.map(\.series)).count == 1)
      let first = try #require(meetings.first)
      try await gathering.act(as: cast.trainee) { viewer, _, writer in
        try Meeting.cancel(first.id, withThoseAfter: true, by: viewer, writer: writer)
      }
      let states = try await gathering.stage.see(as: cast.trainee) {
        try Meeting.toCome(in: id, viewer: $0, reader: $1).map { "\($0.state) \($0.revision)" }
      }
      #expect(states == ["canceled 1", "canceled 1"])
    }
  }

  @Test func `everything that is wrong with a form is said at once`() {
    let typed = [
      "title": "", "day": "someday", "clock": "25:00", "minutes": "5", "link": "http://x.example",
      "recurrence": "weekly", "until": "",
    ]
    do {
      _ = try MeetingDraft { typed[$0] ?? "" }
      Issue.record("it was taken")
    } catch {
      #expect(
        error.all.compactMap(\.field)
          == ["title", "day", "clock", "minutes", "link", "until"])
    }
  }
}
