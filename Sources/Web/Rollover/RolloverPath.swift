import HTML
import Kernel
import Roster
import SQLStore

/// The calendar year in which an academic year begins, in an address.
struct RolloverYear: PathArgument, Equatable {
  let startYear: Int

  init(_ year: AcademicYear) {
    startYear = year.startYear
  }

  /// Reads a year of four digits.
  init?(segment: String) {
    guard segment.utf8.count == 4, let year = Int(segment), (1950...2150).contains(year) else {
      return nil
    }
    startYear = year
  }

  var segment: String { String(startYear) }

  /// The academic year, by the institution's own first day.
  func year(in settings: Settings) -> AcademicYear {
    AcademicYear(startYear: startYear, start: settings.yearStart)
  }

  /// The rollover to the year: of the present or the coming one, or one that was done.
  /// - Throws: ``Absent`` for any other year.
  func rollover(_ visit: Visit, _ reader: any SQLReader) throws -> Rollover {
    let year = year(in: visit.settings)
    let rollover = try Rollover.to(year, viewer: visit.viewer, reader: reader)
    let present = AcademicYear(containing: visit.viewer.today, start: visit.settings.yearStart)
    guard rollover.state == .done || year == present || year == present.next else {
      throw Absent()
    }
    return rollover
  }
}

/// The addresses of rollovers.
enum RolloverPath {
  static let start = SitePath<NoArgument>("rollover")
  static let year = SitePath<RolloverYear>("rollover", argument: RolloverYear.self)
  static let people = SitePath<RolloverYear>(
    "rollover", argument: RolloverYear.self, then: "people")
  static let group = SitePath<RolloverYear>(
    "rollover", argument: RolloverYear.self, then: "group")
  static let lists = SitePath<RolloverYear>(
    "rollover", argument: RolloverYear.self, then: "people.csv")
  static let confirm = SitePath<RolloverYear>(
    "rollover", argument: RolloverYear.self, then: "confirm")
  static let undo = SitePath<RolloverYear>(
    "rollover", argument: RolloverYear.self, then: "undo")
}
