/// A sheet of paper that lies on its side.
package enum PageSize: String, Hashable, Sendable, CaseIterable {
  case letter
  case a4

  /// Points from the left to the right edge; 72 are an inch.
  package var width: Double {
    switch self {
    case .letter: 792
    case .a4: 841.89
    }
  }

  /// Points from the upper to the lower edge.
  package var height: Double {
    switch self {
    case .letter: 612
    case .a4: 595.28
    }
  }
}
