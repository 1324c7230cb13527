import Foundation
import Kernel
import Roster

/// A value of the file with the way to it: each question answers with a value, or notes what is
/// wrong and answers nil.
struct Found {
  let value: FileValue
  let path: [String]
  let reading: Reading

  /// Where the value stands.
  var spot: Spot { Spot(line: value.line, column: value.column, path: path) }

  /// Notes a problem of this value.
  func complain(_ sentence: String) { reading.add(sentence, at: spot) }

  /// One line of text, tidy.
  func line(most limit: Int = 200) -> Located<String>? {
    guard let text = text() else { return nil }
    let line = TypedLine.tidy(text)
    if line.isEmpty { return missing() }
    if line.unicodeScalars.count > limit {
      complain("This is too long. Use at most \(GroupedDigits.of(limit)) characters.")
      return nil
    }
    return Located(value: line, spot: spot)
  }

  /// Text of one or more lines, tidy.
  func text(most limit: Int) -> Located<String>? {
    guard let text = text() else { return nil }
    let tidy = TypedLine.tidyLines(text)
    if tidy.isEmpty { return missing() }
    if tidy.unicodeScalars.count > limit {
      complain("This is too long. Use at most \(GroupedDigits.of(limit)) characters.")
      return nil
    }
    return Located(value: tidy, spot: spot)
  }

  /// A whole number within bounds.
  func number(_ bounds: ClosedRange<Int>) -> Located<Int>? {
    guard let text = text() else { return nil }
    guard let number = Int(text.trimmingCharacters(in: .whitespaces)), bounds.contains(number)
    else {
      complain(
        "Write a whole number from \(bounds.lowerBound) to \(bounds.upperBound).")
      return nil
    }
    return Located(value: number, spot: spot)
  }

  /// `yes` or `no`.
  func yesOrNo() -> Located<Bool>? {
    guard let text = text() else { return nil }
    switch text.lowercased() {
    case "yes", "true": return Located(value: true, spot: spot)
    case "no", "false": return Located(value: false, spot: spot)
    default:
      complain("Write yes or no.")
      return nil
    }
  }

  /// A day of the calendar.
  func day() -> Located<Day>? {
    guard let text = text() else { return nil }
    guard let day = Day(text: TypedLine.tidy(text)) else {
      complain("Write a day of the calendar, as in 2026-07-01.")
      return nil
    }
    return Located(value: day, spot: spot)
  }

  /// One of some words.
  func choice<Choice: Sendable>(_ words: [(word: String, value: Choice)]) -> Located<Choice>? {
    guard let text = text() else { return nil }
    let key = FoldedText.key(text)
    if let found = words.first(where: { $0.word == key }) {
      return Located(value: found.value, spot: spot)
    }
    let all = words.map(\.word)
    let hint = Nearest.hint(to: key, among: all)
    complain("“\(text)” is none of: \(all.joined(separator: ", ")).\(hint)")
    return nil
  }

  /// The members of a list, each with its name, or else its number, on the way.
  func items() -> [Found]? {
    guard case .list(let items) = value.content else {
      complain("Write a list here: one entry a line, each after a dash.")
      return nil
    }
    return items.enumerated().map { index, item in
      Found(value: item, path: path + [item.name ?? "\(index + 1)"], reading: reading)
    }
  }

  private func text() -> String? {
    switch value.content {
    case .text(let text): return text
    case .empty: return missing()
    case .list, .keys:
      complain("Write one value here, without dashes or keys below it.")
      return nil
    }
  }

  private func missing<Value>() -> Value? {
    complain("Nothing stands here. Write a value, or leave the key out.")
    return nil
  }
}
