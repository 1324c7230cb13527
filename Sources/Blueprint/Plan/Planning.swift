import Councils
import Kernel
import SQLStore

/// The work of comparing a blueprint with a database: it gathers steps, and what is wrong.
final class Planning {
  /// The database; nil stands for an empty one that is not made yet.
  let reader: (any SQLReader)?
  /// The institution's calendar day.
  let today: Day
  /// The names that entries may refer to.
  var names = PlaceNames()
  private(set) var steps: [Step] = []
  private(set) var problems: [BlueprintProblems.Problem] = []
  private(set) var leftAlone: [BlueprintPlan.LeftAlone] = []
  private(set) var waiting: [BlueprintPlan.Waiting] = []
  private var hints: [String: String] = [:]

  /// One thing to do, with what the plan says of it.
  struct Step {
    /// nil for what only makes way for another step.
    let change: PlanChange?
    /// Where the file asks for it.
    let spot: Spot?
    let act: (Applying) throws -> Void
  }

  init(_ reader: (any SQLReader)?, today: Day) {
    self.reader = reader
    self.today = today
  }

  /// The rows of an answer; none of a database that is not made yet.
  func rows(_ query: SQLQuery) throws -> [SQLRow] { try reader?.rows(query) ?? [] }

  /// Notes a step of the plan.
  func add(
    _ change: PlanChange?, at spot: Spot?, act: @escaping (Applying) throws -> Void
  ) {
    steps.append(Step(change: change, spot: spot, act: act))
  }

  /// Notes a step that makes way for others, before all of them.
  func addFirst(at spot: Spot?, act: @escaping (Applying) throws -> Void) {
    steps.insert(Step(change: nil, spot: spot, act: act), at: 0)
  }

  /// Notes what is wrong.
  func complain(_ sentence: String, at spot: Spot?) {
    problems.append(BlueprintProblems.Problem(sentence, at: spot))
  }

  /// Notes how many of a kind the file does not have.
  func leave(_ count: Int, _ one: String, _ many: String) {
    guard count > 0 else { return }
    leftAlone.append(BlueprintPlan.LeftAlone(count: count, one: one, many: many))
  }

  /// Notes what is kept and waits for a decision.
  func wait(_ sentence: String, at spot: Spot) {
    waiting.append(BlueprintPlan.Waiting(spot: spot, sentence: sentence))
  }

  /// The rules of wording that hold: of a database that is not made yet, those that come with it.
  func wordingRules() throws -> [WordingRule] {
    guard let reader else { return WordingRule.embedded.filter { $0.holds(on: today) } }
    return try WordingRule.holding(on: today, reader: reader)
  }

  /// Whether something of this name is known; a problem where not.
  @discardableResult
  func expect(_ name: Located<String>, as kind: PlaceNames.Kind) -> Bool {
    if names.entry(name.value, as: kind) != nil { return true }
    complain(
      "There is no \(kind.words) named “\(name.value)”, here or in the database."
        + hint(name.value, kind) + " Add it to the file, or correct the name.",
      at: name.spot)
    return false
  }

  /// Looked for once for each name: a file may say it a thousand times.
  private func hint(_ name: String, _ kind: PlaceNames.Kind) -> String {
    let key = FoldedText.key(name)
    if let known = hints[kind.words + key] { return known }
    let hint = Nearest.hint(to: key, among: names.names(of: kind))
    hints[kind.words + key] = hint
    return hint
  }

  /// The plan as a value.
  var plan: BlueprintPlan {
    BlueprintPlan(
      changes: steps.compactMap(\.change), leftAlone: leftAlone, waiting: waiting)
  }
}
