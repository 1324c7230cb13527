import Councils
import Kernel
import SQLStore

extension Election {
  /// Officers of an organization who are trainees of today: they run its elections.
  static func runners(on today: Day) -> SQLQuery {
    """
    SELECT officer.organization_id AS organization_id, officer.person_id AS person_id FROM officer
    JOIN directory_entry ON directory_entry.person_id = officer.person_id
    WHERE \(Officership.holds(on: today))
      AND directory_entry.capacity = 'trainee' AND directory_entry.presence = 'current'
    """
  }

  /// Tells those who run the election and its officer what stands in the way of the next step:
  /// once, and again only when it has changed.
  /// - Returns: whether they were told now.
  @discardableResult
  func tellObstacle(
    _ obstacle: String, saying sentence: String, in world: World, _ writer: any SQLWriter
  ) throws -> Bool {
    let changed = try writer.execute(
      """
      UPDATE election SET told_obstacle = \(obstacle)
      WHERE id = \(id) AND told_obstacle <> \(obstacle)
      """)
    guard changed == 1 else { return false }
    let today = world.now().day(in: try Settings(reader: writer).timeZone)
    let runners: [PersonID] = try writer.rows(
      """
      SELECT DISTINCT person_id FROM (\(Self.runners(on: today))) AS runner
      WHERE organization_id = \(organization)
      """
    ).map { try $0.id("person_id") }
    for person in Set(runners + [officer].compactMap(\.self)).sorted() {
      try Notice.tell(
        person, Notice.News(.approval, sentence, path: path), in: world, writer: writer)
    }
    return true
  }

  /// The program itself at a moment: it has the time, and nobody's rights.
  static func clock(at now: Instant, _ reader: any SQLReader) throws -> Viewer {
    Viewer(
      person: nil, grants: [], now: now, today: now.day(in: try Settings(reader: reader).timeZone))
  }
}
