package import Kernel
import Roster
package import SQLStore

/// How many people came to an organization and went in an academic year that is over.
package struct MembershipYear: Sendable, Equatable {
  /// `2026–27`.
  package let name: String
  /// Nil where one of the two numbers is too small to be shown.
  package let numbers: Numbers?

  /// Both numbers: one of them alone would give the other away beside the number of members.
  package struct Numbers: Sendable, Equatable {
    package let joined: Int
    package let departed: Int
  }

  /// The years that are over, the latest first. The running one is not shown, because its numbers
  /// would move with each person.
  package static func all(
    of organization: Organization, viewer: Viewer, settings: Settings, reader: any SQLReader
  ) throws -> [MembershipYear] {
    let isOfficer = try Officership.isHeld(by: viewer, in: organization.id, reader: reader)
    let threshold = isOfficer ? settings.internalThreshold : settings.publicThreshold
    let this = AcademicYear(containing: viewer.today, start: settings.yearStart).startYear
    return try totals(of: organization, settings, reader).filter { $0.key < this }
      .sorted { $0.key > $1.key }
      .map { year, numbers in
        let isShown = numbers.joined >= threshold && numbers.departed >= threshold
        return MembershipYear(
          name: AcademicYear(startYear: year, start: settings.yearStart).name,
          numbers: isShown ? numbers : nil)
      }
  }

  /// What is forgotten, and what is not yet.
  private static func totals(
    of organization: Organization, _ settings: Settings, _ reader: any SQLReader
  ) throws -> [Int: Numbers] {
    var totals: [Int: Numbers] = [:]
    func add(_ year: Int, _ joined: Int, _ departed: Int) {
      let sum = totals[year] ?? Numbers(joined: 0, departed: 0)
      totals[year] = Numbers(joined: sum.joined + joined, departed: sum.departed + departed)
    }
    try reader.forEach(
      """
      SELECT year, joined, departed FROM membership_year
      WHERE organization_id = \(organization.id)
      """
    ) { add(try $0.integer("year"), try $0.integer("joined"), try $0.integer("departed")) }
    func year(_ moment: Instant) -> Int {
      AcademicYear(containing: moment.day(in: settings.timeZone), start: settings.yearStart)
        .startYear
    }
    try reader.forEach(
      "SELECT joined_at, left_at FROM membership WHERE organization_id = \(organization.id)"
    ) { row in
      add(year(try row.instant("joined_at")), 1, 0)
      if let left = try row.instantOrNil("left_at") { add(year(left), 0, 1) }
    }
    return totals
  }
}
