import Councils

extension OrganizationEntry {
  /// Notes a purpose that cannot be, and a charter that will wait for a decision.
  func checkWording(
    over kept: KeptOrganization?, by rules: [WordingRule], _ planning: Planning
  ) {
    if let purpose, let draft = draft(over: kept), draft.purpose != kept?.draft.purpose {
      for finding in draft.findings(by: rules) {
        planning.complain(finding.purposeSentence, at: purpose.spot)
      }
    }
    guard let draft = charterDraft(over: kept), draft != kept?.charter else { return }
    for finding in draft.findings(by: rules) {
      planning.wait(
        "“\(finding.words)” makes a protected trait (\(finding.trait)) a condition. This version"
          + " of the charter of \(name.value) is kept, and not published until the"
          + " institutional official decides.",
        at: spot(of: finding, in: draft))
    }
  }

  /// Where the file says what was found: in the criteria, or else in the charter.
  private func spot(of finding: WordingFinding, in draft: CharterDraft) -> Spot {
    let isInCriteria = draft.criteria.contains(finding.words)
    return (isInCriteria ? criteria?.spot : charter?.spot) ?? name.spot
  }
}
