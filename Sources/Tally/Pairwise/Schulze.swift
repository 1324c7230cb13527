/// Schulze's method: whoever is beaten by nobody over a stronger path of defeats.
///
/// Markus Schulze, Social Choice and Welfare 36 (2011), 267 to 303. Equal ranks are welcome,
/// skipped ones are passed over, and who is not ranked comes last.
///
/// - Complexity: the cube of the number of candidates, and the marks times that number.
public struct Schulze: CountingMethod {
  /// What makes one defeat stronger than another.
  public enum Strength: Sendable {
    /// How many papers are for the winner of the pair.
    case winningVotes
    /// How many more papers are for the winner than against.
    case margins
  }

  /// The option that stands for no decision, and what others must have over it.
  ///
  /// Debian's constitution, appendix A: options without the quorum or the majority are dropped
  /// first; of defeats with equal votes the one with more against it is the weaker.
  public struct DefaultOption: Sendable, Hashable {
    /// The option's number.
    public let number: Int
    /// How many papers at least must prefer an option to this one.
    public let quorum: Int
    /// Of how many papers that prefer this one there must be more for an option: 3 for three to
    /// one.
    public let majority: Int

    /// A default option with its quorum and majority.
    public init(_ number: Int, quorum: Int = 0, majority: Int = 1) {
      self.number = number
      self.quorum = quorum
      self.majority = majority
    }
  }

  /// What makes one defeat stronger than another.
  public let strength: Strength
  /// The option that stands for no decision, where there is one.
  public let defaultOption: DefaultOption?

  /// The method with its options.
  public init(_ strength: Strength = .winningVotes, defaultOption: DefaultOption? = nil) {
    self.strength = strength
    self.defaultOption = defaultOption
  }

  /// `schulze`.
  public var name: String { "schulze" }
  /// The rule with its source.
  public var rule: String {
    let how = strength == .margins ? "margins" : "winning votes"
    return defaultOption == nil
      ? "Schulze's method (Social Choice and Welfare 36, 2011) by \(how)"
      : "Schulze's method with quorum and majority (Debian's constitution, appendix A)"
  }

  /// Counts all pairs and follows the paths.
  public func count(
    _ election: Election, lot: Lot, constraints: SeatConstraints
  ) throws(ElectionProblem) -> Report {
    if let number = defaultOption?.number, !(1...election.candidates.count).contains(number) {
      throw .unfit("there is no option \(number) to be the default.")
    }
    let papers = try election.papers.ranked(for: "Schulze's method")
    let counts = PairCounts(papers, candidates: election.candidates.count)
    let admission = Admission(counts, election, defaultOption)
    let paths = StrongestPaths(
      counts, among: admission.admitted, strength, breaksEquals: defaultOption != nil)
    var roll = try Roll(election, constraints)
    let lots = try LotOrder(lot, for: election)
    let ties = try Marking.elect(&roll, paths.layers, lots)
    let blank = (0..<papers.distinct).first { papers.marks($0).isEmpty }.map(papers.count) ?? 0
    let elected = roll.elected.map { $0 + 1 }
    return Report(
      method: name, rule: rule, title: election.title, seats: election.seats,
      candidates: election.candidates, papers: papers.total, valid: papers.total - blank,
      quota: nil, stages: admission.stages(elected: elected), elected: elected,
      electedRemaining: [], excluded: admission.dropped.map { $0 + 1 }, ties: ties, lots: lots,
      pairs: paths.report(counts))
  }
}
