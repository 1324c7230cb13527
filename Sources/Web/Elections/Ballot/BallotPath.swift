import Elections
import HTML
import Kernel

/// The addresses of voting and of what was counted.
enum BallotPath {
  /// Filling in, and the look at it before it is cast.
  static let ballot = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "ballot")
  static let cast = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "ballot", "cast")
  static let receipt = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "receipt")
  static let results = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "results")
  static let close = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "close")
  static let certify = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "certify")
  static let blt = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "ballots.blt")
  static let report = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "report.json")
  static let constraints = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "constraints.csv")
  static let receipts = SitePath<ElectionID>(
    "elections", argument: ElectionID.self, then: "receipts.txt")

  /// The way down to a page of an election.
  static func crumbs(_ election: Election) -> [Page.Breadcrumb] {
    ElectionFrame.crumbs + [.init(election.title, ElectionPath.election.location(election.id))]
  }
}
