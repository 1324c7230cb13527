import Councils
import Foundation
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// The feed that calendars read.
@Suite struct CalendarTests {
  private func text(_ events: [CalendarText.Event]) -> String {
    String(
      decoding: CalendarText(
        name: "Meetings", zoneName: "America/New_York", events: events
      ).bytes, as: UTF8.self)
  }

  @Test func `a calendar is what the standard says, line by line`() {
    let begins = day("2026-11-03").instant(hour: 17, minute: 30, in: TimeZone.newYork)
    let event = CalendarText.Event(
      uid: "1@housestaff", summary: "Council: pay, parking; and \\ more", location: "Room 1",
      address: "https://x.example/meetings/1", beginsAt: begins,
      endsAt: begins.adding(seconds: 3600), revision: 2, changedAt: TestWorld.now,
      isCanceled: true)
    let lines = text([event]).components(separatedBy: "\r\n")
    #expect(
      Array(lines.prefix(10)) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Housestaff//Meetings//EN",
        "CALSCALE:GREGORIAN", "NAME:Meetings", "X-WR-CALNAME:Meetings",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H", "BEGIN:VTIMEZONE",
        "TZID:America/New_York",
      ])
    #expect(
      Array(lines.suffix(16)) == [
        "END:VTIMEZONE", "BEGIN:VEVENT", "UID:1@housestaff", "DTSTAMP:20261102T150000Z",
        "LAST-MODIFIED:20261102T150000Z", "SEQUENCE:2",
        "DTSTART;TZID=America/New_York:20261103T173000",
        "DTEND;TZID=America/New_York:20261103T183000",
        "SUMMARY:Council: pay\\, parking\\; and \\\\ more", "STATUS:CANCELLED", "CLASS:PRIVATE",
        "LOCATION:Room 1", "URL:https://x.example/meetings/1", "END:VEVENT", "END:VCALENDAR", "",
      ])
    // The clocks went back on the first of November.
    let observance = [
      "BEGIN:STANDARD", "DTSTART:20261101T020000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500",
      "END:STANDARD",
    ].joined(separator: "\r\n")
    #expect(lines.joined(separator: "\r\n").contains(observance))
  }

  @Test func `long lines are folded at 75 octets and no character is parted`() {
    let title = String(repeating: "Nguyễn 会議 🩺 ", count: 20)
    let event = CalendarText.Event(
      uid: "1@housestaff", summary: title, beginsAt: TestWorld.now, endsAt: TestWorld.now,
      changedAt: TestWorld.now)
    let text = text([event])
    for line in text.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 75)
      #expect(!line.contains("\n") && !line.contains("\u{FFFD}"))
    }
    #expect(text.replacingOccurrences(of: "\r\n ", with: "").contains("SUMMARY:\(title)"))
  }

  @Test(arguments: Engine.available)
  func `a feed has what its person reads at the moment, until its address is revoked`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      try await gathering.plan("Open words")
      try await gathering.plan("Secret words", isTraineesOnly: true)
      let secret = try await renew(cast.other, gathering)
      let director = try await renew(cast.director, gathering)
      #expect(try await summaries(at: secret, gathering) == ["A meeting", "Private time"])
      #expect(try await summaries(at: director, gathering) == ["A meeting"])
      let kept = try await gathering.stage.store.read { reader in
        try reader.rows("SELECT secret_hash FROM calendar_feed").map { try $0.text("secret_hash") }
      }
      #expect(!kept.contains(secret))
      let next = try await renew(cast.other, gathering)
      #expect(await refusal { _ = try await summaries(at: secret, gathering) } == "absent")
      try await gathering.society.leave(cast.other)
      #expect(try await summaries(at: next, gathering) == [])
      try await gathering.act(as: cast.other) { viewer, _, writer in
        try CalendarFeed.revoke(by: viewer, writer: writer)
      }
      #expect(await refusal { _ = try await summaries(at: next, gathering) } == "absent")
    }
  }

  private func renew(_ person: PersonID, _ gathering: Gathering) async throws -> String {
    try await gathering.act(as: person) { viewer, world, writer in
      try CalendarFeed.renew(by: viewer, in: world, writer: writer)
    }
  }

  private func summaries(at secret: String, _ gathering: Gathering) async throws -> [String] {
    try await gathering.stage.store.read { reader in
      try CalendarFeed.text(
        at: secret, now: TestWorld.now, siteAddress: "https://x.example", reader: reader
      ).events.map(\.summary)
    }
  }
}

extension TimeZone {
  fileprivate static let newYork = TimeZone(identifier: "America/New_York") ?? .gmt
}
