import Kernel
import SQLStore

extension KeptProgram {
  /// All programs of a database, by name and department: two queries.
  static func all(_ planning: Planning) throws -> [KeptProgram] {
    var sites: [String: [String]] = [:]
    for row in try planning.rows(
      """
      SELECT program_id, site.name AS site_name FROM program_site
      JOIN site ON site.id = program_site.site_id
      WHERE ends_on IS NULL OR ends_on >= \(planning.today)
      GROUP BY program_id, site.name, site.name_key ORDER BY program_id, site.name_key
      """)
    {
      sites[try row.text("program_id"), default: []].append(try row.text("site_name"))
    }
    return try planning.rows(
      """
      SELECT program.id AS id, program.name AS name, department.name AS department_name,
        sponsor.name AS sponsor_name, accreditation_number, director_address,
        final_level, closed_on
      FROM program JOIN department ON department.id = program.department_id
      JOIN sponsor ON sponsor.id = program.sponsor_id
      ORDER BY program.name_key, department.name_key
      """
    ).map { row in try KeptProgram(row, sites: sites[row.text("id"), default: []]) }
  }

  private init(_ row: SQLRow, sites: [String]) throws {
    self.init(
      id: try row.id("id"), name: try row.text("name"),
      department: try row.text("department_name"), sponsor: try row.text("sponsor_name"),
      accreditationNumber: try row.textOrNil("accreditation_number"),
      directorAddress: try row.textOrNil("director_address"),
      finalLevel: try row.integerOrNil("final_level"),
      closedOn: try row.dayOrNil("closed_on"), sites: sites)
  }
}
