/// All rules on who may be elected together.
///
/// At every change of the count each candidate still in it is tried against all ways of filling the
/// seats that keep the rules. Who is in every one of them is *guarded* and is not excluded; who
/// is in none is *doomed* and is excluded at once (I. D. Hill, "STV with constraints", Voting
/// matters 9, 1998). The rules therefore always hold in the end, however the papers fall.
public struct SeatConstraints: Sendable, Hashable {
  /// The rules, none of which may be broken.
  public let rules: [SeatRule]

  /// Constraints of these rules; without any, anybody may be elected.
  public init(_ rules: [SeatRule] = []) {
    self.rules = rules
  }

  /// What the rules say of a state of the count.
  public struct Verdict: Sendable, Hashable {
    /// Whether the seats can still be filled within the rules.
    public let isFeasible: Bool
    /// The continuing candidates without whom no way is left.
    public let guarded: Set<Int>
    /// The continuing candidates with whom no way is left; all where there is none at all.
    public let doomed: Set<Int>

    /// A verdict as it was found.
    public init(isFeasible: Bool, guarded: Set<Int>, doomed: Set<Int>) {
      self.isFeasible = isFeasible
      self.guarded = guarded
      self.doomed = doomed
    }
  }

  /// The verdict on a state: who is elected already, and who can still be, by number.
  ///
  /// If fewer continue than seats are left, all of them must be elected.
  ///
  /// - Throws: ``ElectionProblem/entangled`` where groups overlap in too many ways.
  /// - Complexity: with the departments of one council as groups, linear in candidates and seats;
  ///   exponential only in the number of attributes that cross one another.
  public func verdict(
    seats: Int, elected: Set<Int>, continuing: Set<Int>
  ) throws(ElectionProblem) -> Verdict {
    let open = min(seats - elected.count, continuing.count)
    guard open >= 0, !rules.isEmpty else {
      return Verdict(isFeasible: open >= 0, guarded: [], doomed: open < 0 ? continuing : [])
    }
    var completions = Completions(
      open: open, kinds: kinds(of: continuing), needs: needs(elected: elected))
    guard try completions.search() else {
      return Verdict(isFeasible: false, guarded: [], doomed: continuing)
    }
    let (guarded, doomed) = (completions.alwaysTaken, completions.neverTaken)
    return Verdict(isFeasible: true, guarded: guarded, doomed: doomed)
  }

  /// The candidates by which groups they belong to: within a kind one is as good as another.
  private func kinds(of candidates: Set<Int>) -> [Completions.Kind] {
    let byGroups = Dictionary(grouping: candidates.sorted()) { candidate in
      rules.indices.filter { rules[$0].members.contains(candidate) }
    }
    return byGroups.map { Completions.Kind(groups: $0.key, members: $0.value) }
      .sorted { $0.groups.lexicographicallyPrecedes($1.groups) }
  }

  /// What each group still needs, and still may have.
  private func needs(elected: Set<Int>) -> [Completions.Need] {
    rules.map { rule in
      let have = rule.members.intersection(elected).count
      return .init(least: rule.minimum - have, most: rule.maximum - have)
    }
  }
}
