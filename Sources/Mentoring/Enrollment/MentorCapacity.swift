package import Kernel
package import SQLStore

/// How many people someone mentors at most, in all programs together.
package enum MentorCapacity {
  /// How many people one person mentors at most, in all programs together.
  package static let most = 20

  /// The places that the viewer offers; 0 for those who offer none.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> Int {
    try offered(viewer: viewer, reader: reader) ?? 0
  }

  /// The places that the viewer offers; nil for whoever never enrolled as a mentor.
  package static func offered(viewer: Viewer, reader: any SQLReader) throws -> Int? {
    try viewer.person.flatMap { try offered(by: $0, reader) }
  }

  /// Offers more places or fewer, at any time and without the office. No pair ends with it; where
  /// no place is left now, requests that wait lapse.
  /// - Parameter typed: the number as it was typed.
  /// - Throws: ``Absent`` for whoever never enrolled as a mentor.
  package static func offer(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    guard let person = viewer.person, try offered(by: person, writer) != nil else {
      throw Absent()
    }
    var fields = TypedFields { _ in typed }
    let places = self.typed(&fields)
    try fields.problems.throwIfAny()
    guard let places else { return }
    try set(places, of: person, at: viewer.now, writer)
    try MentoringRequest.lapseWhereFull(of: [person], at: viewer.now, world, writer)
    // As with what people enroll with, the trail names nobody.
    try Audit.append(
      Audit.Act("mentoring.places_changed", of: .institution), by: nil, at: viewer.now,
      to: writer)
  }

  /// The number that was typed into the form.
  static func typed(_ fields: inout TypedFields) -> Int? {
    fields.number(
      EnrollmentDraft.Field.places, in: 0...most, "Write a number of people from 0 to \(most).")
  }

  private static func offered(by person: PersonID, _ reader: any SQLReader) throws -> Int? {
    try reader.first("SELECT places FROM mentor_capacity WHERE person_id = \(person)")?
      .integer("places")
  }

  /// The places that someone who enrolled offers, for whoever runs mentoring.
  package static func of(
    _ enrollment: Enrollment, viewer: Viewer, reader: any SQLReader
  ) throws -> Int {
    try viewer.refuseUnlessRunsMentoring()
    return try offered(by: enrollment.person, reader) ?? 0
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

  /// Whether the enrollment of a mentor in `mentoring_cycle` has a place left, as ``free(in:_:)``
  /// counts.
  /// - Parameter enrollment: its alias in the query.
  static func hasPlace(_ enrollment: SQLQuery) -> SQLQuery {
    """
    (coalesce((SELECT places FROM mentor_capacity
        WHERE mentor_capacity.person_id = \(enrollment).person_id), 0)
      > (SELECT count(*) FROM mentoring_pair
        WHERE mentoring_pair.mentor_id = \(enrollment).person_id
          AND mentoring_pair.state = 'active' AND \(takesPlace))
    AND mentoring_cycle.most_mentees
      > (SELECT count(*) FROM mentoring_pair
        WHERE mentoring_pair.mentor_id = \(enrollment).person_id
          AND mentoring_pair.cycle_id = \(enrollment).cycle_id
          AND mentoring_pair.state = 'active'))
    """
  }

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
