import Councils
import Crypto
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import SQLStore

/// The reader's own meetings for the calendar on their phone.
enum CalendarPage {
  /// - Parameter address: the new address, which is shown once.
  static func page(_ feed: CalendarFeed?, _ visit: Visit, address: String? = nil) -> Page {
    Page(
      "Your meetings in your calendar", in: .organizations,
      under: [.init("Your meetings", MeetingPath.own.location())],
      subtitle: "An address that only you have, and that your calendar reads every few hours."
    ) {
      if let address { shown(address) }
      Card.of("What your calendar reads") {
        p {
          visit.words(
            "Meetings of councils and committees with title and place. Of other organizations, and "
              + "of mentoring, only that there is a meeting, because your calendar may be seen by "
              + "others. Of what is for {trainees} alone only the time.")
        }
        p { "Whoever has the address reads the same. If it got into other hands, make a new one." }
        if let feed { p(.class("soft")) { "Made \(When.within(feed.madeAt, visit))." } }
        div(.class("acts")) {
          Form.button(
            visit, feed == nil ? "Make an address" : "Make a new address",
            CalendarPath.renew.location(), style: "btn primary")
          if feed != nil { Form.button(visit, "Let it stop", CalendarPath.revoke.location()) }
        }
      }
    }
  }

  private static func shown(_ address: String) -> HTML {
    NoticeBox.of(.good, heading: "Copy this address now") {
      p { "It is shown this once. Add it to your calendar as a subscription." }
      ol(.class("codes"), .id("address")) { li { address } }
      HTML.element(
        "button",
        [
          .class("btn small"), .named("data-copy", "address"), .named("data-copied", "Copied"),
          .flag("hidden", true),
        ], ["Copy"])
    }
  }

  /// The feed at an address, as calendars ask for it.
  static func feed(_ word: PathWord, _ incoming: Incoming) async throws -> Reply {
    guard word.segment.hasSuffix(".ics") else { throw Absent() }
    let (site, secret) = (incoming.site, String(word.segment.dropLast(4)))
    let now = site.world.now()
    let address = site.configuration.address
    let bytes = try await site.store.read { reader in
      try CalendarFeed.text(at: secret, now: now, siteAddress: address, reader: reader) { viewer in
        try MentoringCalendar.events(viewer: viewer, siteAddress: address, reader: reader)
      }.bytes
    }
    let tag =
      "\"" + SHA256.hash(data: bytes).prefix(12).map { String($0, radix: 16) }.joined() + "\""
    let known = incoming.request.headers[.ifNoneMatch] ?? ""
    return .feed(Feed(bytes: bytes, tag: tag, isKnown: Self.names(tag, in: known)))
  }

  /// Whether a list of tags names one; weak tags count, because a feed is the same or it is not
  /// (RFC 9110, 13.1.2).
  private static func names(_ tag: String, in list: String) -> Bool {
    let known: Set<String> = [tag, "W/" + tag, "*"]
    return list.split(separator: ",").contains { one in
      known.contains(String(one.filter { $0 != " " }))
    }
  }
}
