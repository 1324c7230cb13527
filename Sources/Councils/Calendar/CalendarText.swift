import Foundation
package import Kernel

/// A calendar as programs read it: iCalendar by RFC 5545.
///
/// No METHOD is given, because with one each event would have to name an organizer (RFC 5546).
package struct CalendarText: Sendable, Equatable {
  package let name: String
  package let zoneName: String
  package let events: [Event]

  /// Something that takes place.
  package struct Event: Sendable, Equatable {
    /// The same for ever, whatever changes.
    package let uid: String
    package let summary: String
    package let location: String
    /// Where to read more; empty where nothing is said.
    package let address: String
    package let beginsAt: Instant
    package let endsAt: Instant
    package let revision: Int
    package let changedAt: Instant
    package let isCanceled: Bool

    package init(
      uid: String, summary: String, location: String = "", address: String = "",
      beginsAt: Instant, endsAt: Instant, revision: Int = 0, changedAt: Instant,
      isCanceled: Bool = false
    ) {
      self.uid = uid
      self.summary = summary
      self.location = location
      self.address = address
      self.beginsAt = beginsAt
      self.endsAt = endsAt
      self.revision = revision
      self.changedAt = changedAt
      self.isCanceled = isCanceled
    }
  }

  package init(name: String, zoneName: String, events: [Event]) {
    self.name = name
    self.zoneName = zoneName
    self.events = events
  }

  /// The zone; UTC where the stored name is unknown on this machine.
  var zone: TimeZone { TimeZone(identifier: zoneName) ?? .gmt }

  /// The file: lines of at most 75 octets, each ending with CR and LF.
  package var bytes: [UInt8] {
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Housestaff//Meetings//EN", "CALSCALE:GREGORIAN",
      "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))",
      "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H",
    ]
    let body = head + CalendarZone(self).lines + events.flatMap(lines) + ["END:VCALENDAR"]
    return body.flatMap(Self.folded)
  }

  private func lines(_ event: Event) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(event.uid)", "DTSTAMP:\(Self.utc(event.changedAt))",
      "LAST-MODIFIED:\(Self.utc(event.changedAt))", "SEQUENCE:\(event.revision)",
      "DTSTART;TZID=\(zone.identifier):\(local(event.beginsAt))",
      "DTEND;TZID=\(zone.identifier):\(local(event.endsAt))",
      "SUMMARY:\(Self.escaped(event.summary))",
      "STATUS:\(event.isCanceled ? "CANCELLED" : "CONFIRMED")", "CLASS:PRIVATE",
    ]
    if !event.location.isEmpty { lines.append("LOCATION:\(Self.escaped(event.location))") }
    if !event.address.isEmpty { lines.append("URL:\(event.address)") }
    return lines + ["END:VEVENT"]
  }

  /// A moment on the zone's clock, as in `20261103T173000`.
  func local(_ instant: Instant) -> String {
    let seconds = zone.secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    return Self.digits(instant.adding(seconds: seconds))
  }

  /// A moment in UTC, as in `20261103T223000Z`.
  static func utc(_ instant: Instant) -> String { digits(instant) + "Z" }

  private static func digits(_ instant: Instant) -> String {
    String(instant.text.prefix(19).filter { $0 != "-" && $0 != ":" })
  }

  /// Text with the characters escaped that separate values (3.3.11).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", ";", ",": escaped += "\\\(character)"
      case "\n", "\r\n", "\r": escaped += "\\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A line in pieces of at most 75 octets, none of which parts a character (3.1).
  static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = 75
    for scalar in line.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if octets.count > room {
        bytes += [13, 10, 32]
        room = 74
      }
      bytes += octets
      room -= octets.count
    }
    return bytes + [13, 10]
  }
}
