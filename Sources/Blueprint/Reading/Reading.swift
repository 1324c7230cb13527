/// Gathers what is wrong with a blueprint while it is read.
final class Reading {
  private(set) var problems: [BlueprintProblems.Problem] = []

  /// Notes a problem; reading goes on, so that all of them are told at once.
  func add(_ sentence: String, at spot: Spot?) {
    problems.append(BlueprintProblems.Problem(sentence, at: spot))
  }
}
