import Councils
import Kernel

/// Who must at least sit in a body, as the file has it. It is known by its category and first day.
struct RequirementEntry: Sendable {
  let draft: CompositionRuleDraft
  let spot: Spot

  /// The keys, as the file has them.
  enum Key {
    static let category = "category"
    static let atLeast = "at least"
    static let source = "source"
    static let from = "from"
    static let to = "to"

    static let all = [category, atLeast, source, from, to]
  }

  /// - Returns: nil, with problems, unless all but the last day is there.
  init?(_ found: Found) {
    guard let keys = Keys(found, known: Key.all) else { return nil }
    let category = keys.required(
      Key.category, "Write as what the seats must count, with the key “\(Key.category)”.")?
      .choice(CompositionRule.categories.map { ($0.fileWord, $0) })
    let atLeast = keys.required(Key.atLeast, "Write how many, with the key “\(Key.atLeast)”.")?
      .number(1...50)
    let source = keys.required(
      Key.source, "Write where it is written, so that anyone can look it up: “\(Key.source)”.")?
      .line(most: 300)
    let from = keys.required(Key.from, "Write the first day, with the key “\(Key.from)”.")?.day()
    let to = keys[Key.to]?.day()
    if let from, let to, to.value < from.value {
      found.reading.add(
        "The last day is before the first day. Correct one of them.", at: to.spot)
    }
    guard let category, let atLeast, let source, let from else { return nil }
    spot = category.spot
    draft = CompositionRuleDraft(
      category: category.value, atLeast: atLeast.value, source: source.value,
      effectiveFrom: from.value, effectiveTo: to?.value)
  }

  /// Category and first day: what no two requirements of an organization share.
  var key: String { CompositionRule.key(draft.category, draft.effectiveFrom) }
}

extension CompositionRule {
  /// Category and first day: what no two requirements of an organization share.
  static func key(_ category: SeatCategory, _ from: Day) -> String {
    "\(category.rawValue) \(from.text)"
  }

  /// The same requirement as a draft.
  var draft: CompositionRuleDraft {
    CompositionRuleDraft(
      category: category, atLeast: atLeast, source: source, effectiveFrom: effectiveFrom,
      effectiveTo: effectiveTo)
  }
}

extension CompositionRuleDraft {
  /// The requirement in one line of a plan.
  var words: String {
    let until = effectiveTo.map { " to \($0.text)" } ?? ""
    return "at least \(atLeast), from \(effectiveFrom.text)\(until), \(source)"
  }
}
