extension Standing {
  /// Reads a status as record systems and offices write it; case, spaces and hyphens do not count.
  ///
  /// "Inactive" and "separated" are not among them: they may be a leave, an end or a mistake.
  init?(cell: String) {
    guard let standing = Self.byWord[HeaderKey.key(cell)] else { return nil }
    self = standing
  }

  /// The words that a person should use, for messages.
  static let advice =
    "not a known status: use Active, Leave, Remediation, Probation, Withdrawn, Dismissed, "
    + "Graduated or Transferred"

  private static let byWord: [String: Standing] = {
    var byWord: [String: Standing] = [:]
    for standing in allCases {
      for word in standing.words.split(separator: ",") {
        byWord[HeaderKey.key(String(word))] = standing
      }
    }
    return byWord
  }()

  private var words: String {
    switch self {
    case .active:
      """
      active,current,currently active,active trainee,active resident,active fellow,enrolled,
      in training,training,in good standing,good standing,employed,hired,incoming,matched,accepted,
      onboarding,pending,pending start,future,promoted,reappointed,reinstated,continuing
      """
    case .leave:
      """
      leave,loa,on loa,on leave,leave of absence,on leave of absence,active loa,active on leave,
      medical leave,medical loa,parental leave,maternity leave,paternity leave,family leave,fmla,
      fmla leave,personal leave,military leave,sabbatical,educational leave,administrative leave,
      paid leave,unpaid leave,leave without pay,leave with pay,short work break
      """
    case .remediation:
      """
      remediation,in remediation,on remediation,academic remediation,remediating,
      performance improvement plan,pip
      """
    case .probation:
      "probation,on probation,academic probation,probationary,probationary status"
    case .withdrawn:
      """
      withdrawn,withdrew,withdrawal,voluntary withdrawal,voluntarily withdrew,resigned,resignation,
      left,left program,left training,quit,dropped out,deceased
      """
    case .dismissed:
      """
      dismissed,dismissal,terminated,termination,involuntary termination,discharged,non renewed,
      nonrenewal,not renewed,contract not renewed
      """
    case .graduated:
      """
      graduated,graduate,completed,complete,completed training,completed program,training completed,
      program completed,training complete,successfully completed,finished,alumni,alumnus,alumna
      """
    case .transferred:
      "transferred,transfer,transferred out,transferred to another program,transfer out"
    }
  }
}
