package import Kernel
package import SQLStore

/// What an organization was called when: records of an old day keep the name of that day.
package struct OrganizationNames: Sendable, Equatable {
  /// The names before the present one, the oldest first.
  package let former: [Former]
  /// The present name.
  package let present: String

  /// A name that was given up.
  package struct Former: Sendable, Equatable {
    package let name: String
    /// The last day on which it was used.
    package let lastDay: Day
  }

  /// The name that was used on a day.
  package func name(on day: Day) -> String {
    former.first { $0.lastDay >= day }?.name ?? present
  }

  /// The names of an organization that the viewer may see.
  package static func of(
    _ organization: Organization, reader: any SQLReader
  ) throws -> OrganizationNames {
    let former = try reader.rows(
      """
      SELECT name, until_day FROM organization_name
      WHERE organization_id = \(organization.id) ORDER BY number
      """
    ).map { Former(name: try $0.text("name"), lastDay: try $0.day("until_day")) }
    return OrganizationNames(former: former, present: organization.name)
  }
}
