package import Kernel
package import SQLStore

/// What one mentor carries, in all mentoring programs together. Peers do not mentor in it.
package struct MentorLoad: Sendable, Equatable {
  package let person: PersonID
  package let name: String
  /// How many people they take at most.
  package let places: Int
  /// How many pairs go on.
  package let pairs: Int
  /// How often they met with mentees in the academic year.
  package let meetings: Int
  /// What that took, in half hours; 0 where too few meetings were noted to tell.
  package let halfHours: Int

  /// Whether the hours are told: what a single meeting took is between the two.
  package var isTold: Bool { meetings == 0 || meetings >= MentorHours.fewestMeetings }
}

extension MentorLoad {
  /// Everyone who offers places or mentors someone, the most loaded first, for whoever runs
  /// mentoring, in one query.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(
    in year: AcademicYear, viewer: Viewer, reader: any SQLReader
  ) throws -> [MentorLoad] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      MentorLoad.self,
      """
      SELECT directory_entry.person_id AS person_id, directory_entry.name AS name,
        coalesce(mentor_capacity.places, 0) AS places, coalesce(going.pairs, 0) AS pairs,
        coalesce(given.meetings, 0) AS meetings, coalesce(given.half_hours, 0) AS half_hours
      FROM directory_entry
      LEFT JOIN mentor_capacity ON mentor_capacity.person_id = directory_entry.person_id
      LEFT JOIN (
        SELECT mentor_id, count(*) AS pairs FROM mentoring_pair
        WHERE state = 'active' AND \(MentorCapacity.takesPlace) GROUP BY mentor_id
      ) AS going ON going.mentor_id = directory_entry.person_id
      LEFT JOIN (
        SELECT met.mentor_id AS mentor_id, count(*) AS meetings,
          \(MentorHours.halfHours) AS half_hours
        FROM \(MentorHours.meetings(where: within(year))) GROUP BY met.mentor_id
      ) AS given ON given.mentor_id = directory_entry.person_id
      WHERE (mentor_capacity.places > 0 AND directory_entry.presence = 'current')
        OR going.pairs > 0 OR given.meetings > 0
      ORDER BY pairs DESC, half_hours DESC, directory_entry.sort_key, directory_entry.person_id
      """)
  }
}

extension MentorLoad {
  private static func within(_ year: AcademicYear) -> SQLQuery {
    """
    mentoring_check_in.met_on >= \(year.firstDay) AND mentoring_check_in.met_on <= \(year.lastDay)
    """
  }
}

extension MentorLoad: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      person: try row.id("person_id"), name: try row.text("name"),
      places: try row.integer("places"), pairs: try row.integer("pairs"),
      meetings: try row.integer("meetings"), halfHours: try row.integer("half_hours"))
  }
}
