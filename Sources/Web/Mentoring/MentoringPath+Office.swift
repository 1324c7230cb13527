import Kernel
import Mentoring

/// The addresses of what the office looks at, and of the certificates that it gives.
extension MentoringPath {
  static let overview = SitePath<ID<MentoringCycle>>(
    "mentoring", "cycles", argument: ID<MentoringCycle>.self, then: "overview")
  static let funnelFile = SitePath<ID<MentoringCycle>>(
    "mentoring", "cycles", argument: ID<MentoringCycle>.self, then: "funnel", "export")
  /// All pairs of a cycle.
  static let pairs = SitePath<ID<MentoringCycle>>(
    "mentoring", "cycles", argument: ID<MentoringCycle>.self, then: "pairs")
  static let pairsFile = SitePath<ID<MentoringCycle>>(
    "mentoring", "cycles", argument: ID<MentoringCycle>.self, then: "pairs", "export")
  static let loadFile = SitePath<NoArgument>("mentoring", "load", "export")

  /// The certificates of a cycle.
  static let certificates = SitePath<ID<MentoringCycle>>(
    "mentoring", "cycles", argument: ID<MentoringCycle>.self, then: "certificates")
  static let revoke = SitePath<ID<MentorCertificate>>(
    "mentoring", "certificates", argument: ID<MentorCertificate>.self, then: "revoke")
  static let issueAnew = SitePath<ID<MentorCertificate>>(
    "mentoring", "certificates", argument: ID<MentorCertificate>.self, then: "anew")
  static let certificateFile = SitePath<ID<MentorCertificate>>(
    "mentoring", "certificates", argument: ID<MentorCertificate>.self, then: "export")
  /// Where anyone checks one: the code is all that is needed.
  static let check = SitePath<PathWord>("certificates", argument: PathWord.self)
}
