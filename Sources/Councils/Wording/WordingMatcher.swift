/// Looks for phrases in a clause.
struct WordingMatcher {
  let clause: WordingClause
  let traits: WordingPhrases

  /// Where a phrase was found.
  struct Match {
    /// The word behind it.
    let end: Int
    /// The phrase of a trait that stands in it.
    let trait: WordingPattern?
  }

  /// The phrase at a place, with whatever words of no weight stand around its trait.
  func match(_ pattern: WordingPattern, at start: Int) -> Match? {
    match(pattern.elements[...], at: start, trait: nil)
  }

  /// The trait that limits what was said before a place, as in “open to all *women*”.
  func trait(behind place: Int) -> WordingPattern? {
    clause.isParted(at: place) ? nil : trait(from: place)?.pattern
  }

  private func match(
    _ elements: ArraySlice<WordingPattern.Element>, at place: Int, trait: WordingPattern?
  ) -> Match? {
    guard let element = elements.first else { return Match(end: place, trait: trait) }
    let rest = elements.dropFirst()
    switch element {
    case .start:
      return place == 0 ? match(rest, at: place, trait: trait) : nil
    case .trait:
      // A comma before the trait parts it from the phrase.
      if elements.startIndex > 0, clause.isParted(at: place) { return nil }
      guard let found = self.trait(from: place) else { return nil }
      if rest.isEmpty {
        return Match(end: clause.people(behind: found.end), trait: found.pattern)
      }
      // “women residents only”: people may stand behind the trait.
      return (found.end...clause.people(behind: found.end)).lazy
        .compactMap { match(rest, at: $0, trait: found.pattern) }.first
    default:
      guard clause.has(element, at: place) else { return nil }
      return match(rest, at: place + 1, trait: trait)
    }
  }

  /// The first trait from a place on, behind words of no weight.
  private func trait(from place: Int) -> (pattern: WordingPattern, end: Int)? {
    var place = place
    for _ in 0..<8 where place < clause.words.count {
      for pattern in traits.beginning(with: clause.words[place].text) {
        if let end = literal(pattern.elements, at: place) { return (pattern, end) }
      }
      guard clause.isWeightless(at: place) else { return nil }
      place += 1
      if clause.isParted(at: place) { return nil }
    }
    return nil
  }

  private func literal(_ elements: [WordingPattern.Element], at place: Int) -> Int? {
    for (offset, element) in elements.enumerated() {
      guard clause.has(element, at: place + offset) else { return nil }
    }
    return place + elements.count
  }
}
