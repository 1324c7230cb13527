package import Kernel
package import SQLStore

/// Turns notices into mail: at once where a person chose so, otherwise in one digest a day.
package enum NoticeMail {
  /// Decides the mails that are due and puts them into the outbox.
  ///
  /// - Parameter deliveries: which choices are served now; the digest only at its hour.
  /// - Returns: how many mails were decided. None is ever empty.
  package static func collect(
    _ deliveries: [Notice.Delivery], siteAddress: String, in world: World, writer: any SQLWriter
  ) throws -> Int {
    let settings = try Settings(reader: writer)
    let usual = Notice.Kind.allCases.filter { deliveries.contains($0.usual) }.map(\.rawValue)
    let waiting = try writer.all(
      Waiting.self,
      """
      SELECT notice.id AS id, notice.sentence AS sentence, notice.path AS path,
        notice.person AS person, person.address AS address
      FROM notice JOIN person ON person.id = notice.person
      LEFT JOIN notice_choice ON notice_choice.person = notice.person
        AND notice_choice.kind = notice.kind
      WHERE notice.mailed_at IS NULL AND person.address IS NOT NULL
        AND person.deactivated_at IS NULL
        AND (notice_choice.delivery IN (\(list: deliveries.map(\.rawValue)))
          OR (notice_choice.delivery IS NULL AND notice.kind IN (\(list: usual))))
      ORDER BY notice.person, notice.id LIMIT 5000
      """)
    let letters = Dictionary(grouping: waiting, by: \.person).sorted { $0.key < $1.key }
    for (_, notices) in letters {
      try send(notices, settings: settings, siteAddress: siteAddress, in: world, writer)
    }
    return letters.count
  }

  private static func send(
    _ notices: [Waiting], settings: Settings, siteAddress: String, in world: World,
    _ writer: any SQLWriter
  ) throws {
    guard let address = notices.first?.address else { return }
    let subject =
      notices.count == 1
      ? notices[0].sentence : "\(notices.count) notices from \(settings.institutionName)"
    let lines = notices.map { "- \($0.sentence)\n  \(siteAddress)\($0.path)" }
    let body = """
      \(lines.joined(separator: "\n\n"))

      You receive this from Housestaff at \(settings.institutionName).
      Choose what is mailed to you: \(siteAddress)/notices/choices
      """
    try Outbox.put(
      Outbox.Draft(to: address, subject: subject, body: body, kind: "notices"), in: world,
      writer: writer)
    let now = world.now()
    for notice in notices {
      try writer.execute("UPDATE notice SET mailed_at = \(now) WHERE id = \(notice.id)")
    }
  }

  private struct Waiting: SQLDecodable {
    let id: String
    let person: String
    let sentence: String
    let path: String
    let address: String

    init(row: SQLRow) throws {
      self.id = try row.text("id")
      self.person = try row.text("person")
      self.sentence = try row.text("sentence")
      self.path = try row.text("path")
      self.address = try row.text("address")
    }
  }
}
