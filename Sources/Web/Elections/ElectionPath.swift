import Councils
import Elections
import HTML
import Kernel

/// The addresses of elections as they are set up and run.
enum ElectionPath {
  static let list = SitePath<NoArgument>("elections")
  static let ofOrganization = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "elections")
  static let begin = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "elections", "begin")
  static let election = SitePath<ElectionID>("elections", argument: ElectionID.self)
  static let edit = below("edit")
  static let announce = below("announce")
  static let open = below("open")
  static let discard = below("discard")
  static let callOff = below("call-off")
  static let declare = below("declare")
  static let electorate = below("electorate")
  static let stand = below("stand")
  static let decline = below("decline")
  static let withdraw = below("withdraw")
  static let propose = below("propose")
  static let portrait = below("portrait")
  static let removePortrait = below("remove-portrait")
  static let correction = below("correction")
  static let corrections = below("corrections")
  static let ruling = SitePath<ID<RollCorrection>>(
    "corrections", argument: ID<RollCorrection>.self)
  /// The picture of a candidate.
  static let picture = SitePath<ID<Candidate>>(
    "candidates", argument: ID<Candidate>.self, then: "portrait")

  private static func below(_ word: String) -> SitePath<ElectionID> {
    SitePath("elections", argument: ElectionID.self, then: word)
  }
}
