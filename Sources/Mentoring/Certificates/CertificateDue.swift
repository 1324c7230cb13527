package import Kernel
package import SQLStore

/// What a mentor of a cycle has earned a certificate with: a pair that was completed, or that went
/// on until the cycle's end.
package struct CertificateDue: Sendable, Equatable {
  package let person: PersonID
  /// The first and the last day of mentoring.
  package let begins, ends: Day
  /// In all pairs of the cycle; 0 where too few meetings were noted to tell.
  package let halfHours: Int
  package let mentees: Int
  /// Whether they were ever given one for this cycle, also one that was revoked since.
  package let wasIssued: Bool
}

extension CertificateDue {
  /// All mentors of a cycle who have earned one, for whoever runs mentoring; none among peers, who
  /// both give and take.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(
    in cycle: MentoringCycle, viewer: Viewer, reader: any SQLReader
  ) throws -> [CertificateDue] {
    try viewer.refuseUnlessRunsMentoring()
    guard cycle.plan.shape != .peers else { return [] }
    let hours = try halfHours(in: cycle.id, reader)
    let zone = try Settings(reader: reader).timeZone
    let last = cycle.plan.endsOn
    return try reader.rows(
      """
      SELECT mentor_id, count(DISTINCT mentee_id) AS mentees, min(paired_at) AS paired_at,
        max(coalesce(ended_on, \(viewer.today))) AS ended_on,
        (SELECT count(*) FROM mentor_certificate
          WHERE mentor_certificate.cycle_id = \(cycle.id)
            AND mentor_certificate.person_id = mentoring_pair.mentor_id) AS issued
      FROM mentoring_pair WHERE cycle_id = \(cycle.id) AND state <> 'declined'
      GROUP BY mentor_id
      HAVING max(CASE WHEN state = 'completed' OR coalesce(ended_on, \(viewer.today)) >= \(last)
        THEN 1 ELSE 0 END) = 1
      ORDER BY mentor_id
      """
    ).map { row in
      let mentor: PersonID = try row.id("mentor_id")
      let ends = min(last, try row.day("ended_on"))
      let paired = try row.instant("paired_at").day(in: zone)
      return CertificateDue(
        person: mentor, begins: min(ends, max(cycle.plan.beginsOn, paired)), ends: ends,
        halfHours: hours[mentor] ?? 0, mentees: try row.integer("mentees"),
        wasIssued: try row.integer("issued") > 0)
    }
  }

  private static func halfHours(
    in cycle: ID<MentoringCycle>, _ reader: any SQLReader
  ) throws -> [PersonID: Int] {
    var hours: [PersonID: Int] = [:]
    try reader.forEach(
      """
      SELECT met.mentor_id AS mentor_id, \(MentorHours.halfHours) AS half_hours
      FROM \(MentorHours.meetings(where: "mentoring_pair.cycle_id = \(cycle)"))
      GROUP BY met.mentor_id
      """
    ) { hours[try $0.id("mentor_id")] = try $0.integer("half_hours") }
    return hours
  }
}
