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
    package fileprivate(set) var cells: [Cell]
  }

  /// The seats of a department by one rule.
  package struct Cell: Sendable, Equatable {
    /// How many seats there are; none where the department has no program for them.
    package let seats: Int
    /// Those who hold them today.
    package fileprivate(set) var holders: [Holder] = []
    package fileprivate(set) var awaiting = 0

    /// How the seats stand on a day; nil where there are none.
    package func state(on today: Day) -> SeatState? {
      guard seats > 0 else { return nil }
      return SeatState(
        seats: seats, held: holders.count, awaiting: awaiting,
        endsSoon: holders.contains { $0.endsOn < today.adding(days: Seating.soon) })
    }
  }

  /// Someone who holds a seat: no more than the map shows. Several are in no order.
  package struct Holder: Sendable, Equatable {
    package let name: String
    package let endsOn: Day
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
    let departments = try departments(query, viewer, reader)
    let programs = try ProgramDepartments(on: viewer.today, columns, reader)
    var rows = departments.map { id, name in
      Row(
        department: id, name: name,
        cells: columns.map { column in
          let units = column.rule.kind == .eachDepartment ? 1 : programs.count(in: id)
          return Cell(seats: units * column.rule.seats)
        })
    }
    let places = Places(columns, departments.map(\.0), programs)
    try holders(of: columns, on: viewer.today, reader) { rule, unit, holder in
      guard let (row, column) = places.of(rule, unit) else { return }
      rows[row].cells[column].holders.append(holder)
    }
    try awaiting(columns, reader) { rule, unit, people in
      guard let (row, column) = places.of(rule, unit) else { return }
      rows[row].cells[column].awaiting += people
    }
    return SeatMap(columns: columns, rows: rows.filter { $0.has(query.state, on: viewer.today) })
  }

  private static func holders(
    of columns: [Column], on today: Day, _ reader: any SQLReader,
    _ body: (String, String, Holder) throws -> Void
  ) throws {
    try reader.forEach(
      """
      SELECT seating.rule_id AS rule_id, seating.unit AS unit, directory_entry.name AS name,
        seating.ends_on AS ends_on
      FROM seating JOIN directory_entry ON directory_entry.person_id = seating.person_id
      WHERE seating.rule_id IN (\(list: columns.map(\.rule.id))) AND seating.place = 'holder'
        AND \(Seating.holds(on: today))
      """
    ) { row in
      let (rule, unit) = (try row.text("rule_id"), try row.text("unit"))
      try body(
        rule, unit, Holder(name: try row.text("name"), endsOn: try row.day("ends_on")))
    }
  }

  private static func awaiting(
    _ columns: [Column], _ reader: any SQLReader,
    _ body: (String, String, Int) throws -> Void
  ) throws {
    try reader.forEach(
      """
      SELECT rule_id, unit, count(*) AS people FROM nomination
      WHERE state = 'awaiting' AND rule_id IN (\(list: columns.map(\.rule.id)))
      GROUP BY rule_id, unit
      """
    ) { try body($0.text("rule_id"), $0.text("unit"), $0.integer("people")) }
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
  private var counts: [String: Int] = [:]

  init(on today: Day, _ columns: [SeatMap.Column], _ reader: any SQLReader) throws {
    guard columns.contains(where: { $0.rule.kind == .eachProgram }) else { return }
    try reader.forEach(
      """
      SELECT id, department_id FROM program WHERE closed_on IS NULL OR closed_on >= \(today)
      """
    ) { row in
      let department = try row.text("department_id")
      departments[try row.text("id")] = department
      counts[department, default: 0] += 1
    }
  }

  func department(of program: String) -> String? { departments[program] }

  func count(in department: DepartmentID) -> Int { counts[department.text] ?? 0 }
}

/// Where in the map a rule's seat for a department or program is.
private struct Places {
  private let rows: [String: Int]
  private let columns: [String: Int]
  private let programs: ProgramDepartments

  init(
    _ columns: [SeatMap.Column], _ departments: [DepartmentID], _ programs: ProgramDepartments
  ) {
    self.columns = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($1.rule.id.text, $0) })
    rows = Dictionary(uniqueKeysWithValues: departments.enumerated().map { ($1.text, $0) })
    self.programs = programs
  }

  func of(_ rule: String, _ unit: String) -> (row: Int, column: Int)? {
    guard let column = columns[rule],
      let row = rows[unit] ?? programs.department(of: unit).flatMap({ rows[$0] })
    else { return nil }
    return (row, column)
  }
}
