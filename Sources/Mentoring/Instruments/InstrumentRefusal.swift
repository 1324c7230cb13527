package import Kernel

/// What the rules about questionnaires say no to.
package enum InstrumentRefusal: Refusal, Equatable {
  /// The version that is there says the same.
  case sameSheet(version: Int)
  /// It was retired, or a later version is there.
  case retired
  /// A cycle's questionnaire is chosen before its pairs meet.
  case tooLate
  /// Somebody has answered already.
  case answered
  /// The days of answering are over, or have not begun.
  case notAsked

  package var kind: RefusalKind {
    switch self {
    case .sameSheet: .invalid
    case .retired, .tooLate, .answered, .notAsked: .conflict
    }
  }

  package var code: String {
    switch self {
    case .sameSheet: "same-sheet"
    case .retired: "instrument-retired"
    case .tooLate: "instrument-too-late"
    case .answered: "instrument-answered"
    case .notAsked: "not-asked"
    }
  }

  package var sentence: String {
    switch self {
    case .sameSheet(let version):
      "Version \(version) says the same already. Nothing was loaded."
    case .retired: "This questionnaire was retired or replaced. Choose another one."
    case .tooLate:
      "A questionnaire is chosen before the pairs meet. Choose it for the next cycle."
    case .answered:
      "Someone has answered already, so this cycle stays with its questionnaire."
    case .notAsked: "There is nothing to answer now. What you answered before is kept."
    }
  }
}
