import Kernel
import SQLStore

extension OrganizationDraft {
  /// What is to be questioned in the purpose, by some rules: what a charter would be asked, too.
  package func findings(by rules: [WordingRule]) -> [WordingFinding] {
    Wording(rules).findings(in: purpose, .charter)
  }

  /// Refuses a purpose that makes a protected trait a condition. Unlike a charter it has no
  /// versions that could wait for a decision, so a condition belongs there.
  func refuseQuestioned(on today: Day, _ reader: any SQLReader) throws {
    var problems = Problems()
    for finding in findings(by: try WordingRule.holding(on: today, reader: reader)) {
      problems.add(Field.purpose, finding.purposeSentence)
    }
    try problems.throwIfAny()
  }
}

extension WordingFinding {
  /// What is wrong with a purpose, and how to mend it.
  package var purposeSentence: String {
    "“\(words)” makes a protected trait (\(trait)) a condition. \(suggestion)"
      + " Who may join is a matter of the charter: there its wording can be decided about."
  }
}
