import Councils
import HTML
import Kernel
import SQLStore

extension CouncilsPart {
  /// The reader's own meetings for their calendar, and the feed that it reads.
  func registerCalendar(in routes: inout Routes) {
    routes.page(CalendarPath.own, .signedIn) { visit, _, reader in
      .page(CalendarPage.page(try CalendarFeed.own(viewer: visit.viewer, reader: reader), visit))
    }
    routes.work(CalendarPath.renew, .signedIn) { visit, _, incoming in
      let site = incoming.site
      let secret = try await site.store.write { writer in
        try CalendarFeed.renew(by: visit.viewer, in: visit.world, writer: writer)
      }
      guard let word = PathWord(segment: "\(secret).ics") else { throw Absent() }
      let feed = try await site.store.read {
        try CalendarFeed.own(viewer: visit.viewer, reader: $0)
      }
      return .page(
        CalendarPage.page(
          feed, visit,
          address: site.configuration.address + CalendarPath.feed.location(word).text))
    }
    routes.button(CalendarPath.revoke, .signedIn) { visit, _, _, writer in
      try CalendarFeed.revoke(by: visit.viewer, writer: writer)
      return .redirect(CalendarPath.own.location(), saying: "The address has stopped.")
    }
    routes.view(CalendarPath.feed, .anyone) { _, word, incoming in
      try await CalendarPage.feed(word, incoming)
    }
  }
}

/// The work of a day: reminders of meetings and of minutes.
enum MeetingTurn {
  static let job = JobKind(
    "councils.meetings", "Remind of meetings and minutes",
    nextDue: { now, settings in
      let today = now.day(in: settings.timeZone)
      let morning = today.instant(hour: 8, in: settings.timeZone)
      return now < morning
        ? morning : today.adding(days: 1).instant(hour: 8, in: settings.timeZone)
    },
    run: { _, around in
      let now = around.world.now()
      try await around.store.write { writer in
        let today = now.day(in: try Settings(reader: writer).timeZone)
        try MeetingReminders.send(on: today, at: now, in: around.world, writer: writer)
      }
      // Without numbers: they would tell of sessions that nobody else knows of.
      return "Done."
    })
}
