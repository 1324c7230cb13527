package import Kernel
import Roster
package import SQLStore

/// What an organization gave in an academic year.
package struct ActivityYear: Sendable, Equatable {
  /// `2026–27`.
  package let name: String
  package let kind: Activity.Kind
  package let activities: Int
  /// Nil where too few people gave them to be shown.
  package let hours: Quarters?

  /// The sums of each year and kind, the latest first, canceled ones left out.
  ///
  /// The running year is for the officers, who see every line of it; its sum would tell others
  /// of each person who writes their hours down.
  package static func all(
    of organization: Organization, viewer: Viewer, settings: Settings, reader: any SQLReader
  ) throws -> [ActivityYear] {
    let isOfficer = try Officership.isHeld(by: viewer, in: organization.id, reader: reader)
    let last = AcademicYear(containing: viewer.today, start: settings.yearStart).startYear
    let sums = try sums(of: organization, settings, reader)
    return sums.filter { isOfficer || $0.key.year < last }
      .sorted { ($1.key.year, $0.key.kind.rawValue) < ($0.key.year, $1.key.kind.rawValue) }
      .map { key, sum in
        let isShown = isOfficer || sum.people.count >= settings.publicThreshold
        return ActivityYear(
          name: AcademicYear(startYear: key.year, start: settings.yearStart).name, kind: key.kind,
          activities: sum.activities.count, hours: isShown ? Quarters(count: sum.quarters) : nil)
      }
  }

  private struct Key: Hashable {
    let year: Int
    let kind: Activity.Kind
  }

  private struct Sum {
    var activities: Set<String> = []
    var people: Set<String> = []
    var quarters = 0
  }

  private static func sums(
    of organization: Organization, _ settings: Settings, _ reader: any SQLReader
  ) throws -> [Key: Sum] {
    var sums: [Key: Sum] = [:]
    try reader.forEach(
      """
      SELECT activity.id AS id, activity.kind AS kind, activity.held_on AS held_on,
        activity_hours.quarters AS quarters,
        activity_hours.person_id AS person
      FROM activity LEFT JOIN activity_hours ON activity_hours.activity_id = activity.id
      WHERE activity.organization_id = \(organization.id) AND activity.canceled_at IS NULL
      """
    ) { row in
      let year = AcademicYear(
        containing: try row.day("held_on"), start: settings.yearStart)
      let key = Key(year: year.startYear, kind: try row.word("kind"))
      sums[key, default: Sum()].activities.insert(try row.text("id"))
      sums[key, default: Sum()].quarters += try row.integerOrNil("quarters") ?? 0
      // Who is forgotten counts for hours alone: two rows may be the same person's.
      if let person = try row.textOrNil("person") {
        sums[key, default: Sum()].people.insert(person)
      }
    }
    return sums
  }
}
