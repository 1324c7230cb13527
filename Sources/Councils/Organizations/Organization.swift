package import Kernel
package import Roster
package import SQLStore

/// An association, council or committee of the institution.
package struct Organization: Sendable, Equatable {
  package let id: OrganizationID
  package let name: String
  package let kind: Kind
  /// What it is for, in a sentence or two.
  package let purpose: String
  /// The year in which it was founded, where that is known.
  package let founded: Int?
  package let listing: Listing
  package let joining: Joining
  /// As what one may join; empty where people belong to it by a seat alone.
  package let capacities: [Capacity]
  /// Days after which it is forgotten that someone left.
  package let forgetDays: Int
  package let closing: Closing?

  /// What sort of organization it is.
  package enum Kind: String, Sendable, CaseIterable {
    case association, council, committee
    /// The body that runs a track.
    case trackBody = "track_body"
  }

  /// Who finds it.
  package enum Listing: String, Sendable, CaseIterable {
    /// Everybody who is signed in.
    case everyone
    /// Those who belong to it, the office and the official.
    case members
  }

  /// How people come to belong to it.
  package enum Joining: String, Sendable, CaseIterable {
    /// They join by themselves.
    case open
    /// They are seated.
    case seats
  }

  /// When and why it was closed.
  package struct Closing: Sendable, Equatable {
    /// The last day.
    package let day: Day
    package let reason: String
  }

  /// Whether it is at work on a day.
  package func isOpen(on today: Day) -> Bool { closing.map { $0.day >= today } ?? true }
}

/// The identifier of an organization.
package typealias OrganizationID = ID<Organization>

extension Organization: SQLDecodable {
  static let columns: SQLQuery =
    """
    organization.id AS id, organization.name AS name, organization.kind AS kind, purpose, founded,
    listing, joining, capacities, forget_days, organization.closed_on AS closed_on, closed_because
    """

  package init(row: SQLRow) throws {
    let closedOn = try row.dayOrNil("closed_on")
    self.init(
      id: try row.id("id"), name: try row.text("name"), kind: try row.word("kind"),
      purpose: try row.text("purpose"), founded: try row.integerOrNil("founded"),
      listing: try row.word("listing"), joining: try row.word("joining"),
      capacities: Self.capacities(try row.text("capacities")),
      forgetDays: try row.integer("forget_days"),
      closing: try closedOn.map { Closing(day: $0, reason: try row.text("closed_because")) })
  }

  static func capacities(_ text: String) -> [Capacity] {
    text.split(separator: ",").compactMap { Capacity(rawValue: String($0)) }
  }

  /// The capacities as a row keeps them.
  static func text(of capacities: [Capacity]) -> String {
    Capacity.allCases.filter(capacities.contains).map(\.rawValue).joined(separator: ",")
  }
}

extension Organization {
  /// An organization that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: OrganizationID, viewer: Viewer, reader: any SQLReader
  ) throws -> Organization {
    let organization = try reader.first(
      Organization.self,
      """
      SELECT \(columns) FROM organization
      WHERE organization.id = \(id) AND \(visible(to: viewer))
      """)
    guard let organization else { throw Absent() }
    return organization
  }

  /// Tells an act in the audit trail.
  func note(
    _ act: String, _ detail: String = "", by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: Audit.Subject(kind: "organization", id: id.text), detail: detail),
      by: viewer.person, at: viewer.now, to: writer)
  }
}
