import Accounts
import HTML
import Kernel
import Roster
import SQLStore

/// The addresses of notices.
enum NoticesPath {
  static let notices = SitePath<NoArgument>("notices")
  static let readAll = SitePath<NoArgument>("notices", "read")
  static let choices = SitePath<NoArgument>("notices", "choices")
}

/// What a person should know, and what of it is mailed.
struct NoticesPart: Part {
  var places: [Place] { [] }

  /// Mail at once is collected every minute, digests once a day at the institution's hour.
  var jobs: [JobKind] {
    [
      JobKind(
        "notices.at-once", "Collect notices that are mailed at once",
        nextDue: JobKind.every(seconds: 60)
      ) { _, around in
        try await collect([.atOnce], around)
      },
      JobKind(
        "notices.digest", "Collect the daily mails", nextDue: Self.nextDigest
      ) { _, around in
        try await collect([.digest, .atOnce], around)
      },
    ]
  }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(NoticesPath.notices, .signedIn) { visit, _, reader in
      guard let person = visit.viewer.person else { throw Absent() }
      let notices = try Notice.list(
        for: person, before: ID(given: visit.query["before"]), reader: reader)
      return .page(NoticesPage(visit: visit, notices: notices).page)
    }
    routes.button(NoticesPath.readAll, .signedIn) { visit, _, _, writer in
      guard let person = visit.viewer.person else { throw Absent() }
      try Notice.markAllRead(by: person, now: visit.viewer.now, writer: writer)
      return .redirect(NoticesPath.notices.location())
    }
    routes.form(NoticesPath.choices, .signedIn) { visit, _, _, reader in
      guard let person = visit.viewer.person else { throw Absent() }
      let choices = try Notice.choices(of: person, reader: reader)
      return NoticeChoicesPage(visit: visit, choices: choices).page
    } change: { visit, _, fields, writer in
      try choose(fields, visit, writer)
      return .redirect(NoticesPath.choices.location(), saying: "Saved.")
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    guard let person = visit.viewer.person else { return [] }
    let latest = try Notice.list(for: person, before: nil, reader: reader).prefix(5)
    return latest.map { notice in
      HomeItem(
        .changed, notice.sentence, why: When.moment(notice.at, visit),
        Location(returning: notice.path) ?? HomePath.home.location(),
        day: notice.at.day(in: visit.settings.timeZone))
    }
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    let person = try visit.person
    var rows: [[String]] = []
    try reader.forEach(
      """
      SELECT at, sentence, coalesce(read_at, '') AS read_at FROM notice
      WHERE person = \(person) ORDER BY id DESC
      """
    ) {
      rows.append([try $0.text("sentence"), try $0.text("at"), try $0.text("read_at")])
    }
    let choices = try Notice.choices(of: person, reader: reader)
    return [
      OwnTable(
        name: "notices", title: "Your notices", seenBy: "you", columns: ["Notice", "When", "Read"],
        rows: rows),
      .facts(
        name: "what-is-mailed", title: "What is mailed to you", seenBy: "you",
        Notice.Kind.allCases.map { kind in
          (kind.label, NoticeChoicesPage.words(choices[kind] ?? kind.usual))
        }),
    ]
  }

  private func choose(
    _ fields: FormFields, _ visit: Visit, _ writer: any SQLWriter
  ) throws {
    guard let person = visit.viewer.person else { throw Absent() }
    for kind in Notice.Kind.allCases {
      guard let delivery = Notice.Delivery(rawValue: fields[kind.rawValue]) else {
        throw Problems(field: kind.rawValue, "Choose one of the three for “\(kind.label)”.")
      }
      try Notice.choose(delivery, for: kind, by: person, writer: writer)
    }
  }

  private func collect(
    _ deliveries: [Notice.Delivery], _ around: JobSurroundings
  ) async throws -> String {
    let world = around.world
    let address = around.siteAddress
    let count = try await around.store.write { writer in
      try NoticeMail.collect(deliveries, siteAddress: address, in: world, writer: writer)
    }
    return count == 0
      ? "There was nothing to mail."
      : "\(Figures.counted(count, "mail was", "mails were")) put into the outbox."
  }

  @Sendable private static func nextDigest(_ now: Instant, _ settings: Settings) -> Instant {
    let zone = settings.timeZone
    let today = now.day(in: zone)
    let due = today.instant(hour: settings.digestHour, in: zone)
    return due > now ? due : today.adding(days: 1).instant(hour: settings.digestHour, in: zone)
  }
}
