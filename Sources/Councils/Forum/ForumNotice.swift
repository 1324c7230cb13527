import Kernel
import Roster
import SQLStore

/// Tells people that there is something new: never what, nor in which organization, because the
/// mail of it would say to whoever sees it to what they belong.
struct ForumNotice {
  private let organization: Organization
  private let viewer: Viewer
  private let world: World
  private let writer: any SQLWriter

  private static let sentence = "There is something new in the organizations you belong to."

  init(
    _ organization: Organization, _ viewer: Viewer, _ world: World, _ writer: any SQLWriter
  ) {
    self.organization = organization
    self.viewer = viewer
    self.world = world
    self.writer = writer
  }

  /// Tells everybody who belongs to it, guests left out.
  func tellAll() throws {
    let today = viewer.today
    try tell(
      """
      SELECT person_id FROM membership
        WHERE organization_id = \(organization.id) AND left_at IS NULL
      UNION SELECT person_id FROM officer
        WHERE organization_id = \(organization.id) AND \(Officership.holds(on: today))
      UNION SELECT person_id FROM seating
        WHERE organization_id = \(organization.id) AND \(Seating.holds(on: today))
      """)
  }

  /// Tells those who wrote in a thread and still belong to it.
  func tellWriters(in thread: ID<ForumPost>) throws {
    let stays = Belonging.stays(
      "forum_post.author_id", in: organization.id, on: viewer.today)
    try tell(
      """
      SELECT DISTINCT author_id AS person_id FROM forum_post
      WHERE (id = \(thread) OR thread_id = \(thread)) AND author_id IS NOT NULL
        AND withdrawn_at IS NULL AND \(stays)
      """)
  }

  /// Each of them once, until they have read it or it was mailed.
  private func tell(_ people: SQLQuery) throws {
    let told: [PersonID] = try writer.rows(
      """
      SELECT people.person_id AS person_id FROM (\(people)) AS people
      WHERE people.person_id <> \(viewer.person)
        AND NOT EXISTS (SELECT notice.id FROM notice WHERE notice.person = people.person_id
          AND notice.sentence = \(Self.sentence) AND notice.read_at IS NULL
          AND notice.mailed_at IS NULL)
      ORDER BY people.person_id
      """
    ).map { try $0.id("person_id") }
    for person in told {
      try Notice.tell(
        person, Notice.News(.council, Self.sentence, path: Officership.ownPath), in: world,
        writer: writer)
    }
  }
}
