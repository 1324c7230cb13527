/// Who takes part in the comparison: all who stand and have quorum and majority over the default.
struct Admission {
  /// Who takes part, by place.
  private(set) var admitted: [Int]
  /// Who was dropped for want of quorum or majority.
  private(set) var dropped: [Int] = []
  /// Votes over the default option; nil where there is none.
  private var overDefault: [Amount?]
  private let defaultNumber: Int

  init(_ counts: PairCounts, _ election: Election, _ option: Schulze.DefaultOption?) {
    admitted = election.candidates.indices.filter { !election.candidates[$0].isWithdrawn }
    overDefault = []
    defaultNumber = option?.number ?? 0
    guard let option else { return }
    let standard = option.number - 1
    overDefault = election.candidates.indices.map { candidate in
      admitted.contains(candidate) && candidate != standard
        ? Amount(counts[candidate, standard]) : nil
    }
    dropped = admitted.filter { candidate in
      guard candidate != standard else { return false }
      let (votes, against) = (counts[candidate, standard], counts[standard, candidate])
      let (needed, overflow) = against.multipliedReportingOverflow(by: option.majority)
      return votes < option.quorum || overflow || votes <= needed
    }
    admitted.removeAll { dropped.contains($0) }
  }

  /// What the report tells of it: one stage with the votes over the default option.
  func stages(elected: [Int]) -> [Stage] {
    overDefault.isEmpty
      ? []
      : [
        Stage(
          number: 1, action: .overDefault(defaultNumber), votes: overDefault,
          nonTransferable: Amount(0),
          lost: Amount(0), elected: elected)
      ]
  }
}
