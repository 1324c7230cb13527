package import Kernel
import Roster
package import SQLStore

/// Departments by councils: who sits where, and who is missing.
package struct SeatMap: Sendable, Equatable {
  package let columns: [Column]
  package let rows: [Row]

  /// The seats of a rule, one for each department or for each of its programs.
  package struct Column: Sendable, Equatable {
    package let rule: SeatRule
    package let organizationName: String
  }

  /// A department with its cells, in the order of the columns.
  package struct Row: Sendable, Equatable {
    package let department: DepartmentID
    package let name: String
    package let cells: [Cell]
  }

  /// The seats of a department by one rule.
  package struct Cell: Sendable, Equatable {
    /// How many seats there are; none where the department has no program for them.
    package let seats: Int
    /// Those who hold them today.
    package let holders: [Occupant]
    package let awaiting: Int

    /// How the seats stand on a day; nil where there are none.
    package func state(on today: Day) -> SeatState? {
      guard seats > 0 else { return nil }
      return SeatState(
        seats: seats, held: holders.count, awaiting: awaiting,
        endsSoon: holders.contains { $0.endsSoon(on: today) })
    }
  }

  /// What of the map is looked at.
  package struct Query: Sendable, Equatable {
    package var organization: OrganizationID?
    package var department: DepartmentID?
    /// Only departments in which some seat stands so.
    package var state: SeatState?

    package init(
      organization: OrganizationID? = nil, department: DepartmentID? = nil,
      state: SeatState? = nil
    ) {
      self.organization = organization
      self.department = department
      self.state = state
    }
  }
}

extension SeatMap {
  /// The map as the viewer may see it: five queries, however large it is.
  package static func read(
    _ query: Query = Query(), viewer: Viewer, reader: any SQLReader
  ) throws -> SeatMap {
    let columns = try columns(query, viewer, reader)
    let rules = columns.map(\.rule.id)
    let departments = try departments(query, viewer, reader)
    let programs = try ProgramDepartments(on: viewer.today, columns, reader)
    var holders: [String: [Occupant]] = [:]
    for occupant in try Occupant.of(rules, on: viewer.today, reader: reader)
    where occupant.place == .holder && occupant.startsOn <= viewer.today {
      let department = programs.department(of: occupant.unit) ?? occupant.unit
      holders[occupant.rule.text + department, default: []].append(occupant)
    }
    let awaiting = try AwaitingCounts(rules, reader: reader)
    let rows = departments.map { id, name in
      Row(
        department: id, name: name,
        cells: columns.map { column in
          let rule = column.rule
          let isEach = rule.kind == .eachDepartment
          let units = isEach ? [id.text] : programs.of(id)
          return Cell(
            seats: units.count * rule.seats, holders: holders[rule.id.text + id.text] ?? [],
            awaiting: units.reduce(0) { $0 + awaiting.of(rule.id, $1) })
        })
    }
    return SeatMap(columns: columns, rows: rows.filter { $0.has(query.state, on: viewer.today) })
  }

  private static func columns(
    _ query: Query, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [Column] {
    let chosen: SQLQuery = query.organization.map { "organization.id = \($0)" } ?? "1 = 1"
    return try reader.rows(
      """
      SELECT \(SeatRule.columns), organization.name AS organization_name
      FROM seat_rule JOIN organization ON organization.id = seat_rule.organization_id
      WHERE seat_rule.kind IN ('each_department', 'each_program') AND \(chosen)
        AND \(SeatRule.stands(on: viewer.today)) AND \(Organization.visible(to: viewer))
        AND (organization.closed_on IS NULL OR organization.closed_on >= \(viewer.today))
      ORDER BY organization.name_key, organization.id, seat_rule.position
      """
    ).map {
      Column(rule: try SeatRule(row: $0), organizationName: try $0.text("organization_name"))
    }
  }

  private static func departments(
    _ query: Query, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [(DepartmentID, String)] {
    let chosen: SQLQuery = query.department.map { "id = \($0)" } ?? "1 = 1"
    let seen: SQLQuery = viewer.person == nil ? "1 = 0" : "1 = 1"
    return try reader.rows(
      """
      SELECT id, name FROM department WHERE \(chosen) AND \(seen)
        AND id IN (SELECT department_id FROM program
          WHERE closed_on IS NULL OR closed_on >= \(viewer.today))
      ORDER BY name_key, id
      """
    ).map { (try $0.id("id"), try $0.text("name")) }
  }
}

extension SeatMap.Row {
  fileprivate func has(_ state: SeatState?, on today: Day) -> Bool {
    guard let state else { return true }
    return cells.contains { $0.state(on: today) == state }
  }
}

/// The open programs of departments, where some column has a seat for each.
private struct ProgramDepartments {
  private var departments: [String: String] = [:]
  private var programs: [String: [String]] = [:]

  init(on today: Day, _ columns: [SeatMap.Column], _ reader: any SQLReader) throws {
    guard columns.contains(where: { $0.rule.kind == .eachProgram }) else { return }
    try reader.forEach(
      """
      SELECT id, department_id FROM program WHERE closed_on IS NULL OR closed_on >= \(today)
      """
    ) { row in
      let (program, department) = (try row.text("id"), try row.text("department_id"))
      departments[program] = department
      programs[department, default: []].append(program)
    }
  }

  func department(of program: String) -> String? { departments[program] }

  func of(_ department: DepartmentID) -> [String] { programs[department.text] ?? [] }
}
