package import Kernel
package import SQLStore

/// How many trainees there are today by site or by sponsor, without counting anyone twice.
///
/// A program may have one sponsor and many sites, and a person one appointment that leads today:
/// each person stands in one line, and the lines add up to the total.
package struct Headcount: Sendable, Equatable {
  package let lines: [Line]

  /// The trainees of all lines.
  package var total: Int { lines.reduce(0) { $0 + $1.people } }

  /// One site or sponsor.
  package struct Line: Sendable, Equatable {
    /// The site's or sponsor's identifier; nil for people without a site.
    package let id: String?
    /// The name; nil for people without a site.
    package let name: String?
    package let people: Int
    /// The programs in which these people train; one program may stand in several lines.
    package let programs: Int
  }

  /// Trainees by the site of their own appointment.
  package static func bySite(
    viewer: Viewer, reader: any SQLReader
  ) throws -> Headcount {
    try Headcount(
      """
      SELECT site.id AS id, site.name AS name, site.name_key AS name_key, count(*) AS people,
        count(DISTINCT directory_entry.program_id) AS programs
      FROM directory_entry LEFT JOIN site ON site.id = directory_entry.site_id
      WHERE \(trainees) AND \(Directory.visible(to: viewer))
      GROUP BY site.id, site.name, site.name_key
      """, reader)
  }

  /// Trainees by the sponsor of record of their program.
  package static func bySponsor(
    viewer: Viewer, reader: any SQLReader
  ) throws -> Headcount {
    try Headcount(
      """
      SELECT sponsor.id AS id, sponsor.name AS name, sponsor.name_key AS name_key,
        CAST(sum(there.people) AS BIGINT) AS people, count(there.program_id) AS programs
      FROM (\(perProgram(Directory.visible(to: viewer)))) AS there
      LEFT JOIN program ON program.id = there.program_id
      LEFT JOIN sponsor ON sponsor.id = program.sponsor_id
      GROUP BY sponsor.id, sponsor.name, sponsor.name_key
      """, reader)
  }

  private init(_ query: SQLQuery, _ reader: any SQLReader) throws {
    var lines: [(key: String, line: Line)] = []
    try reader.forEach(query) { row in
      let line = Line(
        id: try row.textOrNil("id"), name: try row.textOrNil("name"),
        people: try row.integer("people"), programs: try row.integer("programs"))
      lines.append((try row.textOrNil("name_key") ?? "\u{10FFFF}", line))
    }
    self.lines = lines.sorted { $0.key < $1.key }.map(\.line)
  }
}

extension Headcount {
  /// The trainees who are here today.
  static let trainees: SQLQuery =
    "directory_entry.presence = 'current' AND directory_entry.capacity = 'trainee'"

  /// Open programs and their trainees by a column of the program.
  static func byProgram(_ column: StaticString, on today: Day) -> SQLQuery {
    """
    SELECT \(literal: column) AS place_id, count(*) AS programs,
      CAST(coalesce(sum(there.people), 0) AS BIGINT) AS trainees
    FROM program LEFT JOIN (\(perProgram())) AS there ON there.program_id = program.id
    WHERE program.closed_on IS NULL OR program.closed_on >= \(today)
    GROUP BY \(literal: column)
    """
  }

  /// Trainees by program: an index alone answers it where everybody is counted.
  private static func perProgram(_ visible: SQLQuery = "1 = 1") -> SQLQuery {
    """
    SELECT directory_entry.program_id AS program_id, count(*) AS people FROM directory_entry
    WHERE \(trainees) AND \(visible) GROUP BY directory_entry.program_id
    """
  }

  /// Trainees by their own site; programs where they are there or the site contributes today.
  static func bySiteAndProgram(on today: Day) -> SQLQuery {
    """
    SELECT place_id, count(DISTINCT program_id) AS programs,
      CAST(sum(trainees) AS BIGINT) AS trainees
    FROM (
      SELECT site_id AS place_id, program_id, count(*) AS trainees FROM directory_entry
      WHERE \(trainees) AND site_id IS NOT NULL GROUP BY site_id, program_id
      UNION ALL
      SELECT site_id AS place_id, program_id, 0 AS trainees FROM program_site
      WHERE starts_on <= \(today) AND (ends_on IS NULL OR ends_on >= \(today))
    ) AS there GROUP BY place_id
    """
  }
}
