package import Kernel

/// The one list of all parts.
package enum Parts {
  /// Every part of the site.
  package static let all: [any Part] = [
    HomePart(), CouncilsPart(), ElectionsPart(), VotingPart(), ConcernsPart(), MentoringPart(),
    PeoplePart(), ProgramsPart(), DepartmentsPart(), SitesPart(), ImportsPart(), RolloverPart(),
    NoticesPart(), SearchPart(), AuditPart(), OperationsPart(), SettingsPart(), AccountsPart(),
    OwnDataPart(), HelpPart(), DesignPart(),
  ]

  /// The routes of all parts.
  package static func routes() -> Routes {
    var routes = Routes()
    for part in all { part.register(in: &routes) }
    return routes
  }

  /// What the parts add to the navigation.
  static let places: [Place] = all.flatMap(\.places)

  /// The kinds of job of all parts.
  package static var jobs: [JobKind] { all.flatMap(\.jobs) }

  /// What a kind of job does, in plain words; of one that is not known any more, its name.
  static func title(ofJob kind: String) -> String {
    jobs.first { $0.name == kind }?.title ?? kind
  }
}
