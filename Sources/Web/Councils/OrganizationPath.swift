import Councils
import HTML
import Kernel

/// The addresses of organizations.
enum OrganizationPath {
  static let list = SitePath<NoArgument>("organizations")
  static let export = SitePath<NoArgument>("organizations", "export")
  static let found = SitePath<NoArgument>("organizations", "found")
  static let organization = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self)
  static let edit = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "edit")
  static let close = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "close")
  static let reopen = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "reopen")
  static let charter = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "charter")
  static let keepCharter = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "charter", "edit")
  static let seats = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "seats")
  static let addSeats = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "seats", "add")
  static let composition = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "composition")
  static let addRequirement = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "composition", "add")
  static let endRequirement = SitePath<ID<CompositionRule>>(
    "requirements", argument: ID<CompositionRule>.self, then: "end")
}

/// The addresses of seats and of those who sit there.
enum SeatPath {
  static let map = SitePath<NoArgument>("seat-map")
  static let mapExport = SitePath<NoArgument>("seat-map", "export")
  static let editRule = SitePath<ID<SeatRule>>(
    "seats", argument: ID<SeatRule>.self, then: "edit")
  static let closeRule = SitePath<ID<SeatRule>>(
    "seats", argument: ID<SeatRule>.self, then: "close")
  static let appoint = SitePath<ID<SeatRule>>(
    "seats", argument: ID<SeatRule>.self, then: "appoint")
  static let nominate = SitePath<SeatAddress>(
    "seats", argument: SeatAddress.self, then: "nominate")
  static let leave = SitePath<ID<Seating>>(
    "seatings", argument: ID<Seating>.self, then: "leave")
  /// Someone's seat: who sits in for them, and leaving it.
  static let seating = SitePath<ID<Seating>>("seatings", argument: ID<Seating>.self)
}

/// The addresses of nominations.
enum NominationPath {
  static let own = SitePath<NoArgument>("nominations")
  static let nomination = SitePath<ID<Nomination>>(
    "nominations", argument: ID<Nomination>.self)
  static let approve = SitePath<ID<Nomination>>(
    "nominations", argument: ID<Nomination>.self, then: "approve")
  static let decline = SitePath<ID<Nomination>>(
    "nominations", argument: ID<Nomination>.self, then: "decline")
  static let withdraw = SitePath<ID<Nomination>>(
    "nominations", argument: ID<Nomination>.self, then: "withdraw")
  static let approvals = SitePath<NoArgument>("approvals")
  static let silent = SitePath<NoArgument>("approvals", "silent")
}

/// A seat in an address: its rule and, behind a point, the department, program or site.
struct SeatAddress: PathArgument, Equatable {
  let rule: ID<SeatRule>
  /// The identifier of the place; empty where the seat is for all together.
  let unit: String

  init(_ seat: Seat) {
    rule = seat.rule
    unit = seat.unitID
  }

  init(rule: ID<SeatRule>, unit: String) {
    self.rule = rule
    self.unit = unit
  }

  init?(segment: String) {
    let parts = segment.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let rule = ID<SeatRule>(given: parts[0]) else { return nil }
    if parts.count == 2, ID<Seat>(given: parts[1]) == nil { return nil }
    self.rule = rule
    unit = parts.count == 2 ? parts[1] : ""
  }

  var segment: String { unit.isEmpty ? rule.text : Self.beginning(of: rule) + unit }

  /// What stands before the place in the addresses of a rule's seats.
  static func beginning(of rule: ID<SeatRule>) -> String { rule.text + "." }
}
