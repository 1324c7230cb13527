import ArgumentParser
import Tally

/// The rule to count by, with what can be said of it.
struct MethodOptions: ParsableArguments {
  @Option(help: "The rule to count by.")
  var method: MethodName

  @Flag(help: "Schulze: let margins make defeats strong, not winning votes.")
  var margins = false

  @Option(help: "Schulze: the number of the option that stands for no decision.")
  var defaultOption: Int?

  @Option(help: "Schulze: how many papers must prefer an option to the default.")
  var quorum = 0

  @Option(help: "Schulze: 3 if three times as many papers must be for an option as against.")
  var majority = 1

  @Flag(help: "Score: compare the means of scores given; a missing score is not zero.")
  var means = false

  func validate() throws {
    if method != .schulze, margins || defaultOption != nil || quorum != 0 || majority != 1 {
      throw ValidationError("Margins, default option, quorum and majority belong to schulze.")
    }
    if method != .score, means { throw ValidationError("Means belong to score.") }
    if defaultOption == nil, quorum != 0 || majority != 1 {
      throw ValidationError("A quorum or a majority needs --default-option to be compared with.")
    }
    if quorum < 0 || majority < 1 {
      throw ValidationError("The quorum is from 0, the majority from 1.")
    }
  }

  /// The rule itself.
  var rule: any CountingMethod {
    switch method {
    case .scottishSTV: ScottishSTV()
    case .meek: MeekSTV(.reference)
    case .meekHWW: MeekSTV(.hillWichmannWoodall)
    case .irv: InstantRunoff()
    case .plurality: Plurality()
    case .approval: Approval()
    case .score: Scoring(missing: means ? .isIgnored : .isZero)
    case .schulze:
      Schulze(
        margins ? .margins : .winningVotes,
        defaultOption: defaultOption.map { .init($0, quorum: quorum, majority: majority) })
    }
  }
}
