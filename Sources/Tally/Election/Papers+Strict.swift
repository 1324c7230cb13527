/// What a rule that knows only strict orders makes of a paper from an irregular rank on.
public enum IrregularRank: Sendable, Hashable {
  /// The paper ends there; at its first rank it is void (SSI 2007/42, rules 44 and 48).
  case endsPaper
  /// Such papers cannot be counted.
  case isRefused
  /// The rank is passed over.
  case isPassedOver
}

extension Papers {
  /// The papers as strict orders of the candidates who stand.
  ///
  /// - Throws: ``ElectionProblem/unfit(_:)`` where papers have what the rule refuses.
  func strict(
    equal: IrregularRank, skipped: IrregularRank, method: String
  ) throws(ElectionProblem) -> Papers {
    guard kind == .ranks else {
      throw .unfit("\(method) counts ranks, and these papers have scores.")
    }
    if hasEqualRanks, equal == .isRefused {
      throw .unfit("\(method) has no rule for equal ranks, and some papers have them.")
    }
    guard hasEqualRanks || hasSkippedRanks else { return self }
    var stack = PaperStack(candidates: Election.mostCandidates)
    for place in 0..<distinct {
      copyStrict(place, into: &stack, equal: equal, skipped: skipped)
      _ = stack.close(weight: count(place))
    }
    return stack.grouped()
  }

  private func copyStrict(
    _ place: Int, into stack: inout PaperStack, equal: IrregularRank, skipped: IrregularRank
  ) {
    var isShared = false
    for mark in marks(place) {
      let sharesNext = mark & Mark.equal != 0
      let irregular: IrregularRank? =
        mark == Mark.skipped ? skipped : isShared || sharesNext ? equal : nil
      isShared = sharesNext
      switch irregular {
      case nil: stack.marks.append(mark)
      case .isPassedOver: continue
      case .endsPaper, .isRefused: return
      }
    }
  }
}
