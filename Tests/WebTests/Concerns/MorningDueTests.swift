import Concerns
import Foundation
import Kernel
import RosterTestSupport
import Testing
import Web

/// When the job that settles concerns is due.
@Suite struct MorningDueTests {
  @Test(
    arguments: [
      "America/New_York", "America/Santiago", "America/Asuncion", "Europe/London", "Asia/Beirut",
      "Australia/Lord_Howe", "Pacific/Chatham", "UTC",
    ])
  func `it is due once on every day of a year, at every hour that an institution may choose`(
    _ zone: String
  ) throws {
    #expect(TimeZone(identifier: zone) != nil)
    let kind = try #require(Parts.jobs.first { $0.name == ConcernNight.job })
    let nextDue = try #require(kind.nextDue)
    var settings = Settings(timeZoneName: zone)
    for hour in 0...23 {
      settings.digestHour = hour
      var now = day("2026-01-01").instant(hour: 12, in: settings.timeZone)
      var today = nextDue(now, settings).day(in: settings.timeZone)
      now = nextDue(now, settings)
      for _ in 0..<400 {
        let due = nextDue(now, settings)
        #expect(due > now)
        #expect(due.day(in: settings.timeZone) == today.adding(days: 1), "\(hour) \(due.text)")
        let clock = due.clock(in: settings.timeZone)
        // Only an hour that clocks skip is another one.
        #expect(clock.hour == hour || clock.hour == hour + 1, "\(hour) \(due.text)")
        // Asked a while before, it says the same.
        #expect(nextDue(due.adding(seconds: -1800), settings) == due)
        (now, today) = (due, due.day(in: settings.timeZone))
      }
    }
  }

  @Test func `at seven in New York it comes an hour of the world later in autumn, not in spring`()
    throws
  {
    let kind = try #require(Parts.jobs.first { $0.name == ConcernNight.job })
    let nextDue = try #require(kind.nextDue)
    func due(after text: String) throws -> String {
      nextDue(try #require(Instant(text: text)), Settings()).text
    }
    #expect(try due(after: "2026-10-31T11:00:00.000Z") == "2026-11-01T12:00:00.000Z")
    #expect(try due(after: "2027-03-13T12:00:00.000Z") == "2027-03-14T11:00:00.000Z")
  }
}
