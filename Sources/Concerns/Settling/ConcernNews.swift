import Councils
import Kernel
import Roster
import SQLStore

/// What people are told of concerns: that there is something to read, and never of what.
enum ConcernNews {
  /// Those who read a new concern learn that there is one. Where nobody may read it, those who can
  /// name someone learn that one waits.
  static func raised(
    _ readers: ConcernReaders, in world: World, _ writer: any SQLWriter
  ) throws {
    guard readers.readers.isEmpty else {
      return try tell(
        readers.readers.map(\.person), "A concern was raised with “\(readers.group.name)”.",
        in: world, writer)
    }
    try waits(in: readers.group, in: world, writer)
  }

  /// A writer who is known learns that there is an answer; the code opens it.
  static func answered(
    _ person: PersonID?, _ concern: Concern, in world: World, writer: any SQLWriter
  ) throws {
    // Someone confidential finds no trace of it in their notices, which others could look at.
    guard let person, concern.manner == .named else { return }
    try Notice.tell(
      person,
      Notice.News(
        .concern, "There is an answer to the concern that you raised. Open it with your code.",
        path: "/concerns/code"), in: world, writer: writer)
  }

  /// A writer who is known learns that the register is to say something of it.
  static func summarized(
    _ person: PersonID?, _ concern: Concern, in world: World, writer: any SQLWriter
  ) throws {
    guard let person, concern.manner == .named else { return }
    try Notice.tell(
      person,
      Notice.News(
        .concern,
        "The register is to say something of the concern that you raised. Read it with your code.",
        path: "/concerns/code"), in: world, writer: writer)
  }

  /// Those who read a concern learn that its writer has written again.
  static func replied(
    _ concern: ID<Concern>, in world: World, writer: any SQLWriter
  ) throws {
    try tell(
      try readers(of: [concern], writer), "There is a new message in a concern that you read.",
      in: world, writer)
  }

  /// Those whose keys open some concerns, as long as they handle.
  static func readers(
    of concerns: [ID<Concern>], _ reader: any SQLReader
  ) throws -> [PersonID] {
    try reader.rows(
      """
      SELECT DISTINCT reading_key.person_id AS person_id FROM concern_key
      JOIN reading_key ON reading_key.id = concern_key.key_id
      JOIN concern ON concern.id = concern_key.concern_id
      JOIN concern_responder ON concern_responder.person_id = reading_key.person_id
        AND concern_responder.group_id = concern.group_id AND \(Responder.counts)
      WHERE concern_key.concern_id IN (\(list: concerns)) ORDER BY reading_key.person_id
      """
    ).map { try $0.id("person_id") }
  }

  /// That a concern waits for which nobody may read: those who name responders of the group and the
  /// designated institutional official are told, without a word of what it is about.
  static func waits(
    in group: HandlingGroup, in world: World, _ writer: any SQLWriter
  ) throws {
    try tell(
      try overseers(of: group, in: world, writer),
      "A concern waits that nobody of “\(group.name)” may read. Name someone else to read it.",
      path: page(of: group), in: world, writer)
  }

  /// That a concern of a group is later than promised, to those who answer for the group.
  static func late(
    in group: HandlingGroup, in world: World, _ writer: any SQLWriter
  ) throws {
    try tell(
      try overseers(of: group, in: world, writer),
      "A concern with “\(group.name)” is later than was promised.", path: page(of: group),
      in: world, writer)
  }

  private static func page(of group: HandlingGroup) -> String {
    "/concerns/groups/\(group.id.text)"
  }

  /// The designated institutional official and the officers of the group's council, without those
  /// who read concerns for it.
  private static func overseers(
    of group: HandlingGroup, in world: World, _ reader: any SQLReader
  ) throws -> [PersonID] {
    let today = world.now().day(in: try Settings(reader: reader).timeZone)
    var people = Set(
      try RoleGrant.holders(of: .dio, on: today, reader: reader).map(\.person))
    if let organization = group.organization {
      people.formUnion(
        try reader.rows(
          """
          SELECT person_id FROM officer WHERE organization_id = \(organization)
            AND \(Officership.holds(on: today))
          """
        ).map { try $0.id("person_id") })
    }
    let responders = Set(try Responder.all(in: group.id, reader).map(\.person))
    return people.subtracting(responders).sorted()
  }

  static func tell(
    _ people: [PersonID], _ sentence: String, path: String = "/concerns/desk",
    in world: World, _ writer: any SQLWriter
  ) throws {
    for person in people {
      try Notice.tell(
        person, Notice.News(.concern, sentence, path: path), in: world, writer: writer)
    }
  }
}
