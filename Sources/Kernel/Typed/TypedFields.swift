/// Reads what was typed, field by field, and gathers everything that is wrong with it.
package struct TypedFields {
  private let typed: (String) -> String
  /// What is wrong so far.
  package private(set) var problems = Problems()

  /// - Parameter typed: the raw text of a field; empty where there is none.
  package init(_ typed: @escaping (String) -> String) {
    self.typed = typed
  }

  /// Adds a problem of a field.
  package mutating func add(_ field: String?, _ sentence: String) {
    problems.add(field, sentence)
  }

  /// One line of text; nil where it was left empty.
  package mutating func line(_ field: String, most limit: Int = 200) -> String? {
    let line = TypedLine.tidy(typed(field))
    if line.unicodeScalars.count > limit {
      add(field, "This is too long. Use at most \(limit) characters.")
      return nil
    }
    return line.isEmpty ? nil : line
  }

  /// One line of text that may not be left empty.
  package mutating func required(
    _ field: String, most limit: Int = 200, _ missing: String
  ) -> String? {
    let before = problems
    let line = line(field, most: limit)
    if line == nil, problems == before { add(field, missing) }
    return line
  }

  /// Several lines of text; nil where they were left empty.
  package mutating func lines(_ field: String, most limit: Int = 20_000) -> String? {
    let lines = TypedLine.tidyLines(typed(field))
    if lines.unicodeScalars.count > limit {
      add(field, "This is too long. Use at most \(GroupedDigits.of(limit)) characters.")
      return nil
    }
    return lines.isEmpty ? nil : lines
  }

  /// Several lines of text that may not be left empty.
  package mutating func requiredLines(
    _ field: String, most limit: Int = 20_000, _ missing: String
  ) -> String? {
    let before = problems
    let lines = lines(field, most: limit)
    if lines == nil, problems == before { add(field, missing) }
    return lines
  }

  /// A calendar day; nil where it was left empty.
  package mutating func day(_ field: String) -> Day? {
    guard let line = line(field, most: 40) else { return nil }
    guard let day = Day(text: line), day >= .earliestTyped, day <= .latestTyped else {
      add(field, "Write a day of the calendar, as in 2026-07-01.")
      return nil
    }
    return day
  }

  /// A calendar day that may not be left empty.
  package mutating func requiredDay(_ field: String, _ missing: String) -> Day? {
    let before = problems
    let day = day(field)
    if day == nil, problems == before { add(field, missing) }
    return day
  }

  /// A whole number within bounds.
  package mutating func number(
    _ field: String, in bounds: ClosedRange<Int>, _ missing: String
  ) -> Int? {
    guard let number = Int(TypedLine.tidy(typed(field))), bounds.contains(number) else {
      add(field, missing)
      return nil
    }
    return number
  }

  /// A whole number within bounds; nil where it was left empty.
  package mutating func numberOrNil(
    _ field: String, in bounds: ClosedRange<Int>, _ wrong: String
  ) -> Int? {
    TypedLine.tidy(typed(field)).isEmpty ? nil : number(field, in: bounds, wrong)
  }

  /// One of an enumeration's words.
  package mutating func word<Word: RawRepresentable<String>>(
    _ field: String, _ type: Word.Type = Word.self, _ missing: String
  ) -> Word? {
    guard let word = Word(rawValue: typed(field)) else {
      add(field, missing)
      return nil
    }
    return word
  }

  /// An identifier that was chosen from a list; nil where nothing was chosen.
  package mutating func idOrNil<Entity>(
    _ field: String, _ type: ID<Entity>.Type = ID<Entity>.self
  ) -> ID<Entity>? {
    let text = typed(field)
    guard !text.isEmpty else { return nil }
    guard let id = ID<Entity>(given: text) else {
      add(field, "Choose one from the list.")
      return nil
    }
    return id
  }

  /// An identifier that has to be chosen from a list.
  package mutating func id<Entity>(
    _ field: String, _ type: ID<Entity>.Type = ID<Entity>.self, _ missing: String
  ) -> ID<Entity>? {
    let before = problems
    let id = idOrNil(field, type)
    if id == nil, problems == before { add(field, missing) }
    return id
  }
}

extension Day {
  /// The first day that anyone can mean in a form.
  package static let earliestTyped = Day(year: 1950, month: 1, day: 1) ?? Day(number: 0)
  /// The last day that anyone can mean in a form.
  package static let latestTyped = Day(year: 2150, month: 12, day: 31) ?? Day(number: 0)
  /// Later than every day that is kept: what has no last day lasts until then.
  package static let unending = Day(year: 9999, month: 12, day: 31) ?? Day(number: 0)
}
