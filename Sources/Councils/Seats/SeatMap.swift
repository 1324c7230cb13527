package import Kernel
import Roster
package import SQLStore

/// Departments by councils: who sits where, and who is missing.
package struct SeatMap: Sendable, Equatable {
  package let columns: [Column]
  package let rows: [Row]
  /// Whether cells name those who sit. A wide map of all departments tells how each seat stands:
  /// twenty columns of names nobody reads.
  package let isNaming: Bool
  /// What one may look at alone: all columns and departments, in their order.
  package let choices: Choices

  /// How the seats of a cell stand; nil where there are none.
  package func state(of row: Int, _ column: Int) -> SeatState? { rows[row].cells[column].state }

  /// The most columns that a map of all departments shows with names.
  static let columnsWithNames = 8

  /// The seats of a rule, one for each department or for each of its programs.
  package struct Column: Sendable, Equatable {
    package let rule: ID<SeatRule>
    package let title: String
    /// Whether there are seats for each program rather than for the department as a whole.
    package let isByProgram: Bool
    /// How many there are for each.
    package let seats: Int
    package let organization: OrganizationID
    package let organizationName: String
  }

  /// What a map can be narrowed to.
  package struct Choices: Sendable, Equatable {
    package let columns: [Column]
    package let departments: [Department]
  }

  /// A department with open programs.
  package struct Department: Sendable, Equatable {
    package let id: DepartmentID
    package let name: String
  }

  /// A department with its cells, in the order of the columns.
  package struct Row: Sendable, Equatable {
    package let department: Department
    package fileprivate(set) var cells: [Cell]
  }

  /// The seats of a department by one rule.
  package struct Cell: Sendable, Equatable {
    /// How many seats there are; none where the department has no program for them.
    package let seats: Int
    /// How many of them are held today.
    package fileprivate(set) var held = 0
    /// Those who hold them, where the map names them.
    package fileprivate(set) var holders: [Holder] = []
    package fileprivate(set) var awaiting = 0
    fileprivate var endsSoon = false

    /// How the seats stand; nil where there are none.
    package var state: SeatState? {
      guard seats > 0 else { return nil }
      return SeatState(seats: seats, held: held, awaiting: awaiting, endsSoon: endsSoon)
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
  /// - Parameter isNaming: whether a wide map names those who sit, too.
  package static func read(
    _ query: Query = Query(), namingAll isNaming: Bool = false, viewer: Viewer,
    reader: any SQLReader
  ) throws -> SeatMap {
    let choices = Choices(
      columns: try columns(viewer, reader), departments: try departments(viewer, reader))
    let columns = choices.columns.filter {
      query.organization == nil || $0.organization == query.organization
    }
    let departments = choices.departments.filter {
      query.department == nil || $0.id == query.department
    }
    let isNaming =
      isNaming || columns.count <= columnsWithNames || query.department != nil
    let programs = try ProgramDepartments(on: viewer.today, columns, reader)
    var rows = departments.map { department in
      Row(
        department: department,
        cells: columns.map { column in
          let units = column.isByProgram ? programs.count(in: department.id) : 1
          return Cell(seats: units * column.seats)
        })
    }
    let rules: SQLQuery = "\(list: columns.map(\.rule))"
    var places = Places(columns, departments, programs)
    let soon = viewer.today.adding(days: Seating.soon).text
    try held(rules, naming: isNaming, viewer, reader) { seat in
      guard let (row, column) = places.of(try seat.text(at: 0), try seat.text(at: 1))
      else { return }
      try rows[row].cells[column].take(seat, soon: soon, naming: isNaming)
    }
    try awaiting(rules, reader) { nomination in
      guard let (row, column) = places.of(try nomination.text(at: 0), try nomination.text(at: 1))
      else { return }
      rows[row].cells[column].awaiting += 1
    }
    return SeatMap(
      columns: columns, rows: rows.filter { $0.has(query.state) }, isNaming: isNaming,
      choices: choices)
  }

  /// The seats that are held: rule, unit and last day. Without names an index alone answers; with
  /// them, those of the viewer's directory.
  private static func held(
    _ rules: SQLQuery, naming: Bool, _ viewer: Viewer, _ reader: any SQLReader,
    _ body: (SQLRow) throws -> Void
  ) throws {
    let name: SQLQuery = naming ? ", directory_entry.name AS name" : ""
    let names: SQLQuery =
      naming
      ? """
      JOIN directory_entry ON directory_entry.person_id = seating.person_id
        AND \(Directory.visible(to: viewer))
      """ : ""
    try reader.forEach(
      """
      SELECT seating.rule_id AS rule_id, seating.unit AS unit,
        seating.ends_on AS ends_on \(name)
      FROM seating \(names)
      WHERE seating.rule_id IN (\(rules)) AND seating.place = 'holder'
        AND \(Seating.holds(on: viewer.today))
      """, body)
  }

  /// Whoever awaits a decision: rule and unit.
  private static func awaiting(
    _ rules: SQLQuery, _ reader: any SQLReader, _ body: (SQLRow) throws -> Void
  ) throws {
    try reader.forEach(
      """
      SELECT rule_id, unit FROM nomination
      WHERE state = 'awaiting' AND rule_id IN (\(rules))
      """, body)
  }

  private static func columns(
    _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [Column] {
    try reader.all(
      Column.self,
      """
      SELECT seat_rule.id AS id, seat_rule.title AS title,
        seat_rule.kind = 'each_program' AS by_program, seat_rule.seats AS seats,
        organization.id AS organization_id, organization.name AS organization_name
      FROM seat_rule JOIN organization ON organization.id = seat_rule.organization_id
      WHERE seat_rule.kind IN ('each_department', 'each_program')
        AND \(SeatRule.stands(on: viewer.today)) AND \(Organization.visible(to: viewer))
        AND (organization.closed_on IS NULL OR organization.closed_on >= \(viewer.today))
      ORDER BY organization.name_key, organization.id, seat_rule.position
      """)
  }

  private static func departments(
    _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [Department] {
    let seen: SQLQuery = viewer.person == nil ? "1 = 0" : "1 = 1"
    return try reader.all(
      Department.self,
      """
      SELECT id, name FROM department WHERE \(seen)
        AND EXISTS (SELECT 1 FROM program WHERE program.department_id = department.id
          AND (closed_on IS NULL OR closed_on >= \(viewer.today)))
      ORDER BY name_key, id
      """)
  }
}

extension SeatMap.Column: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      rule: try row.id("id"), title: try row.text("title"),
      isByProgram: try row.boolean("by_program"), seats: try row.integer("seats"),
      organization: try row.id("organization_id"),
      organizationName: try row.text("organization_name"))
  }
}

extension SeatMap.Department: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(id: try row.id("id"), name: try row.text("name"))
  }
}

extension SeatMap.Row {
  fileprivate func has(_ state: SeatState?) -> Bool {
    guard let state else { return true }
    return cells.contains { $0.state == state }
  }
}

extension SeatMap.Cell {
  /// Counts a seat that is held.
  /// - Parameter soon: the day before which it ends soon, as text: days sort as their texts do.
  fileprivate mutating func take(_ seat: SQLRow, soon: String, naming: Bool) throws {
    held += 1
    if try seat.text(at: 2) < soon { endsSoon = true }
    guard naming else { return }
    holders.append(
      SeatMap.Holder(name: try seat.text("name"), endsOn: try seat.day("ends_on")))
  }
}

/// The open programs of departments, where some column has a seat for each.
private struct ProgramDepartments {
  private var departments: [String: String] = [:]
  private var counts: [String: Int] = [:]

  init(on today: Day, _ columns: [SeatMap.Column], _ reader: any SQLReader) throws {
    guard columns.contains(where: { $0.isByProgram }) else { return }
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
///
/// Seats come rule by rule, and for each as the index has them by department: a place is looked for
/// first where the next one is expected.
private struct Places {
  /// The departments in the order of their identifiers.
  private let departments: [String]
  /// The row of each.
  private let rows: [Int]
  /// Where a department is in that order.
  private let order: [String: Int]
  private let columns: [String: Int]
  private let programs: ProgramDepartments
  /// The rule that was asked for last, and its column.
  private var last: (rule: String, column: Int)?
  /// Behind the department that was found last.
  private var next = 0

  init(
    _ columns: [SeatMap.Column], _ departments: [SeatMap.Department],
    _ programs: ProgramDepartments
  ) {
    self.columns = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($1.rule.text, $0) })
    let sorted = departments.enumerated().map { (id: $1.id.text, row: $0) }
      .sorted { $0.id < $1.id }
    self.departments = sorted.map(\.id)
    rows = sorted.map(\.row)
    order = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.id, $0) })
    self.programs = programs
  }

  mutating func of(_ rule: String, _ unit: String) -> (row: Int, column: Int)? {
    guard let column = column(rule),
      let row = row(unit) ?? programs.department(of: unit).flatMap({ row($0) })
    else { return nil }
    return (row, column)
  }

  private mutating func column(_ rule: String) -> Int? {
    if let last, last.rule == rule { return last.column }
    guard let column = columns[rule] else { return nil }
    last = (rule, column)
    next = 0
    return column
  }

  private mutating func row(_ department: String) -> Int? {
    guard let place = near(department) ?? order[department] else { return nil }
    next = place + 1
    return rows[place]
  }

  /// The place of a department that is next; one seat may be vacant between two that are held.
  private func near(_ department: String) -> Int? {
    if isDepartment(department, at: next) { return next }
    return isDepartment(department, at: next + 1) ? next + 1 : nil
  }

  private func isDepartment(_ department: String, at place: Int) -> Bool {
    place < departments.count && departments[place] == department
  }
}
