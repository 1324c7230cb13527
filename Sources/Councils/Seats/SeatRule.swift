package import Kernel
package import SQLStore

/// A rule that gives an organization seats: so many for each department, program or site, or for
/// all together.
package struct SeatRule: Sendable, Equatable {
  package let id: ID<SeatRule>
  package let organization: OrganizationID
  /// What the seat is called, as in “Representative”.
  package let title: String
  package let kind: Kind
  /// How many seats the rule gives each time.
  package let seats: Int
  /// How many academic years a term lasts.
  package let years: Int
  /// How many may wait for each place as alternates.
  package let alternates: Int
  /// The role whose holders sit here.
  package let role: Role?
  /// As what the seat counts where the composition is prescribed.
  package let category: SeatCategory
  /// Whether its holder votes.
  package let votes: Bool
  /// The last day of a rule that was given up.
  package let closedOn: Day?

  /// How a rule fills its seats.
  package enum Kind: String, Sendable, CaseIterable {
    case eachDepartment = "each_department"
    case eachProgram = "each_program"
    case eachSite = "each_site"
    /// For trainees of any program.
    case atLarge = "at_large"
    /// Whoever holds a role.
    case exOfficio = "ex_officio"
    /// Whom the office appoints, mostly faculty and staff.
    case appointed
    /// Whom the trainees choose themselves: nobody can place a person here.
    case peerSelected = "peer_selected"
  }

  /// Whether trainees are put forward for it and released by their program's director.
  package var needsRelease: Bool { kind.needsRelease }

  /// The academic years of a term, and the seats of a rule.
  package static let bounds = 1...50
  /// The academic years of a term.
  package static let yearBounds = 1...6
  /// The alternates of a seat.
  package static let alternateBounds = 0...5
}

extension SeatRule.Kind {
  /// Whether trainees are put forward for it and released by their program's director.
  package var needsRelease: Bool {
    switch self {
    case .eachDepartment, .eachProgram, .eachSite, .atLarge: true
    case .exOfficio, .appointed, .peerSelected: false
    }
  }

  /// Whether only trainees sit there.
  package var isForTrainees: Bool { needsRelease || self == .peerSelected }

  /// The place of a seat by its identifier, as a row keeps it.
  /// - Returns: nil where the rule has no such places.
  package func unit(_ id: String) -> Scope? {
    switch self {
    case .eachDepartment: DepartmentID(given: id).map(Scope.department)
    case .eachProgram: ProgramID(given: id).map(Scope.program)
    case .eachSite: SiteID(given: id).map(Scope.site)
    case .atLarge, .exOfficio, .appointed, .peerSelected: id.isEmpty ? .institution : nil
    }
  }
}

/// As what a seat counts in a body whose composition is prescribed.
package enum SeatCategory: String, Sendable, CaseIterable {
  case dio
  case programDirector = "program_director"
  case peerSelectedTrainee = "peer_selected_trainee"
  case qualityOfficer = "quality_officer"
  /// A seat that no requirement asks for.
  case other
}

extension SeatRule: SQLDecodable {
  static let columns: SQLQuery =
    """
    seat_rule.id AS id, seat_rule.organization_id AS organization_id, seat_rule.title AS title,
    seat_rule.kind AS kind, seat_rule.seats AS seats, seat_rule.years AS years,
    seat_rule.alternates AS alternates, seat_rule.role AS role, seat_rule.category AS category,
    seat_rule.votes AS votes, seat_rule.closed_on AS closed_on
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), organization: try row.id("organization_id"),
      title: try row.text("title"), kind: try row.word("kind"), seats: try row.integer("seats"),
      years: try row.integer("years"), alternates: try row.integer("alternates"),
      role: try row.textOrNil("role").flatMap(Role.init(rawValue:)),
      category: try row.word("category"), votes: try row.boolean("votes"),
      closedOn: try row.dayOrNil("closed_on"))
  }

  /// The rules of an organization that give seats today, in their order.
  package static func all(
    of organization: Organization, on today: Day, reader: any SQLReader
  ) throws -> [SeatRule] {
    try reader.all(
      SeatRule.self,
      """
      SELECT \(columns) FROM seat_rule WHERE organization_id = \(organization.id)
        AND \(stands(on: today)) ORDER BY position, id
      """)
  }

  /// A rule of an organization that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ID<SeatRule>, viewer: Viewer, reader: any SQLReader
  ) throws -> (rule: SeatRule, organization: Organization) {
    let rule = try reader.first(
      SeatRule.self, "SELECT \(columns) FROM seat_rule WHERE id = \(id)")
    guard let rule else { throw Absent() }
    return (rule, try Organization.find(rule.organization, viewer: viewer, reader: reader))
  }

  /// The rows of `seat_rule` that give seats on a day.
  static func stands(on today: Day) -> SQLQuery {
    "(seat_rule.closed_on IS NULL OR seat_rule.closed_on >= \(today))"
  }

  /// The rows of `seat_rule` whose seat the viewer has by a role today.
  static func comesWithRole(of viewer: Viewer) -> SQLQuery {
    let roles = Set(viewer.grants.map(\.role.rawValue)).sorted()
    return """
      seat_rule.kind = 'ex_officio' AND seat_rule.role IN (\(list: roles))
        AND \(stands(on: viewer.today))
      """
  }
}
