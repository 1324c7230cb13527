package import Kernel
package import SQLStore

/// What is looked for in the list of programs.
package struct ProgramQuery: Sendable, Equatable {
  /// Words that the name must have, each as the beginning of a word, or an accreditation number.
  package var text: String
  package var department: DepartmentID?
  /// Programs to which the site contributes today, or whose people are there.
  package var site: SiteID?
  package var sponsor: SponsorID?
  /// Whether closed programs are listed as well.
  package var withClosed: Bool
  package var place: ListPlace

  package init(
    text: String = "", department: DepartmentID? = nil, site: SiteID? = nil,
    sponsor: SponsorID? = nil, withClosed: Bool = false, place: ListPlace = .start
  ) {
    self.text = text
    self.department = department
    self.site = site
    self.sponsor = sponsor
    self.withClosed = withClosed
    self.place = place
  }

  /// How many rows a page holds.
  package static let pageSize = 50
}

/// A program in a list.
package struct ProgramLine: Sendable, Equatable {
  package let program: Program
  package let departmentName: String
  package let sponsorName: String
  /// How many trainees are there today.
  package let trainees: Int
  let nameKey: String
}

extension ProgramLine: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      program: try Program(row: row), departmentName: try row.text("department_name"),
      sponsorName: try row.text("sponsor_name"), trainees: try row.integer("trainees"),
      nameKey: try row.text("name_key"))
  }
}

extension Program {
  /// One page of the programs, by name, with their counts of trainees: one query.
  package static func list(
    _ query: ProgramQuery = ProgramQuery(), viewer: Viewer, reader: any SQLReader
  ) throws -> Listed<ProgramLine> {
    let inner = NameOrder(sortKey: "name_key", id: "id")
    let outer = NameOrder(sortKey: "program.name_key", id: "program.id")
    let conditions =
      query.conditions(for: viewer) + (inner.condition(query.place).map { [$0] } ?? [])
    let lines = try reader.all(
      ProgramLine.self,
      """
      SELECT \(columns), program.name_key AS name_key, department.name AS department_name,
        sponsor.name AS sponsor_name,
        (SELECT count(*) FROM directory_entry
          WHERE directory_entry.program_id = program.id AND \(Headcount.trainees)) AS trainees
      FROM (
        SELECT * FROM program WHERE \(SQLQuery.joined(conditions, separator: " AND "))
        ORDER BY \(inner.order(query.place)) LIMIT \(ProgramQuery.pageSize + 1)
      ) AS program
      JOIN department ON department.id = program.department_id
      JOIN sponsor ON sponsor.id = program.sponsor_id
      ORDER BY \(outer.order(query.place))
      """)
    return Listed(
      fetched: lines, at: inner.condition(query.place) == nil ? .start : query.place,
      size: ProgramQuery.pageSize
    ) { NameKey(id: $0.program.id.text, sortKey: $0.nameKey).text }
  }
}

extension ProgramQuery {
  fileprivate func conditions(for viewer: Viewer) -> [SQLQuery] {
    var conditions: [SQLQuery] = [viewer.isSignedIn ? "1 = 1" : "1 = 0"]
    if !withClosed {
      conditions.append("(closed_on IS NULL OR closed_on >= \(viewer.today))")
    }
    if let department { conditions.append("department_id = \(department)") }
    if let sponsor { conditions.append("sponsor_id = \(sponsor)") }
    if let site { conditions.append(isAt(site, on: viewer.today)) }
    let words = SearchWords.conditions(text, in: "name_key")
    if !words.isEmpty {
      let named = SQLQuery.joined(words, separator: " AND ")
      conditions.append("(\(named) OR accreditation_number = \(TypedLine.tidy(text)))")
    }
    return conditions
  }

  private func isAt(_ site: SiteID, on today: Day) -> SQLQuery {
    """
    (id IN (SELECT program_id FROM program_site WHERE site_id = \(site)
        AND starts_on <= \(today) AND (ends_on IS NULL OR ends_on >= \(today)))
      OR id IN (SELECT program_id FROM directory_entry
        WHERE site_id = \(site) AND \(Headcount.trainees)))
    """
  }
}
