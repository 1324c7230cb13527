package import Kernel

/// The terms of an agreement as typed into the form and found right in themselves.
package struct AgreementDraft: Sendable, Equatable {
  /// What the two want to reach.
  package var aims: String
  /// How many weeks lie between two meetings.
  package var meetEvery: Int
  /// What stays between the two.
  package var confidence: String
  package var endsOn: Day

  /// Terms that were read or kept.
  package init(aims: String, meetEvery: Int, confidence: String, endsOn: Day) {
    self.aims = aims
    self.meetEvery = meetEvery
    self.confidence = confidence
    self.endsOn = endsOn
  }

  /// The names of the fields.
  package enum Field {
    /// What the two want to reach.
    package static let aims = "aims"
    /// The weeks between two meetings.
    package static let meetEvery = "meet_every"
    /// What stays between the two.
    package static let confidence = "confidence"
    /// The last day.
    package static let endsOn = "ends_on"
  }

  /// Reads what was typed.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws {
    var fields = TypedFields(typed)
    let aims = fields.requiredLines(Field.aims, most: 2000, "Write what you want to reach.")
    let every = fields.number(
      Field.meetEvery, in: 1...26, "Write a number of weeks from 1 to 26.")
    let confidence = fields.requiredLines(
      Field.confidence, most: 1000, "Write what stays between the two of you.")
    let endsOn = fields.requiredDay(Field.endsOn, "Write the last day.")
    try fields.problems.throwIfAny()
    guard let aims, let every, let confidence, let endsOn else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(aims: aims, meetEvery: every, confidence: confidence, endsOn: endsOn)
  }
}
