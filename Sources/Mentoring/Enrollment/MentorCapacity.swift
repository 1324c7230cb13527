package import Kernel
package import SQLStore

/// How many people someone mentors at most, in all programs together.
package enum MentorCapacity {
  /// The places that the viewer offers; 0 for those who offer none.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> Int {
    guard let person = viewer.person else { return 0 }
    return try of(person, reader)
  }

  /// The places that someone who enrolled offers, for whoever runs mentoring.
  package static func of(
    _ enrollment: Enrollment, viewer: Viewer, reader: any SQLReader
  ) throws -> Int {
    try viewer.refuseUnlessRunsMentoring()
    return try of(enrollment.person, reader)
  }

  private static func of(_ person: PersonID, _ reader: any SQLReader) throws -> Int {
    try reader.first("SELECT places FROM mentor_capacity WHERE person_id = \(person)")?
      .integer("places") ?? 0
  }

  static func set(
    _ places: Int, of person: PersonID, at now: Instant, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO mentor_capacity (person_id, places, changed_at)
      VALUES (\(person), \(places), \(now))
      ON CONFLICT (person_id) DO UPDATE SET places = excluded.places,
        changed_at = excluded.changed_at
      """)
  }

  /// Whether a row of `mentoring_pair` takes one of the mentor's places.
  static let takesPlace: SQLQuery =
    """
    mentoring_pair.cycle_id NOT IN (SELECT id FROM mentoring_cycle WHERE shape = 'peers')
    """

  /// Of each mentor of a cycle, the places that no pair of any program takes: not more than the
  /// cycle gives, of which its own pairs are taken. Peers take no place.
  static func free(
    in cycle: MentoringCycle, _ reader: any SQLReader
  ) throws -> [PersonID: Int] {
    var free: [PersonID: Int] = [:]
    try reader.forEach(
      """
      SELECT mentor_capacity.person_id AS person_id, mentor_capacity.places - (
          SELECT count(*) FROM mentoring_pair
          WHERE mentoring_pair.mentor_id = mentor_capacity.person_id
            AND mentoring_pair.state = 'active' AND \(takesPlace)) AS free,
        (SELECT count(*) FROM mentoring_pair
          WHERE mentoring_pair.mentor_id = mentor_capacity.person_id
            AND mentoring_pair.cycle_id = \(cycle.id)
            AND mentoring_pair.state = 'active') AS taken
      FROM mentor_capacity
      JOIN mentoring_enrollment ON mentoring_enrollment.person_id = mentor_capacity.person_id
        AND mentoring_enrollment.cycle_id = \(cycle.id)
        AND mentoring_enrollment.state = 'approved'
      """
    ) { row in
      let left = try cycle.plan.mostMentees - row.integer("taken")
      free[try row.id("person_id")] = max(0, min(left, try row.integer("free")))
    }
    return free
  }
}
