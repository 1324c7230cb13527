import Kernel

extension Day {
  /// Reads a day as exports and spreadsheets write it; a time behind it is left aside.
  ///
  /// Taken are `2026-07-01`, `2026/7/1`, `20260701`, the American `7/1/2026`, `7-1-2026` and
  /// `7/1/26`, days with the month's name in any order, and Excel's day numbers. A month above 12
  /// is never taken for a day.
  init?(cell: String) {
    let words = Self.words(cell)
    if let day = Self.numeric(words) ?? Self.named(words) { self = day } else { return nil }
  }

  /// The parts of the cell before a time of day; a weekday's name in front is left out.
  private static func words(_ cell: String) -> [Substring] {
    var words = cell.split { $0 == " " || $0 == "," }
    if words.count > 1, let first = words.first, weekdays.contains(first.prefix(3).lowercased()),
      first.allSatisfy(\.isLetter)
    {
      words.removeFirst()
    }
    if let time = words.firstIndex(where: { $0.contains(":") }) {
      // `2026-07-01T08:30:00Z` holds both.
      let date = words[time].prefix { $0 != "T" }
      words = Array(words[..<time]) + (date.contains(":") ? [] : [date])
    }
    return words
  }

  private static func numeric(_ words: [Substring]) -> Day? {
    guard words.count == 1, let word = words.first else { return nil }
    let date = word.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    // `2026-07-01T00`: what stands behind the T is a time.
    let text = date.count == 2 && date[0].count == 10 ? date[0] : word
    for separator: Character in ["-", "/"] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      if parts.count == 3 { return day(parts) }
    }
    return text.contains(where: { $0 == "-" || $0 == "/" }) ? nil : counted(text)
  }

  /// Three parts between separators: year first, month first, or the month's name within.
  private static func day(_ parts: [Substring]) -> Day? {
    if let middle = month(parts[1]) {
      return day(year: parts[2], month: middle, day: parts[0])
        ?? day(year: parts[0], month: middle, day: parts[2])
    }
    guard let middle = number(parts[1], digits: 1...2) else { return nil }
    if parts[0].utf8.count == 4 {
      return number(parts[2], digits: 1...2).flatMap { last in
        number(parts[0], digits: 4...4).flatMap { sensible(year: $0, month: middle, day: last) }
      }
    }
    guard let month = number(parts[0], digits: 1...2) else { return nil }
    return year(parts[2]).flatMap { sensible(year: $0, month: month, day: middle) }
  }

  /// A day without separators: eight digits from the year on, or the number that Excel counts.
  private static func counted(_ text: Substring) -> Day? {
    if text.utf8.count == 8, let date = number(text, digits: 8...8) {
      return sensible(year: date / 10_000, month: date / 100 % 100, day: date % 100)
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count <= 2, let serial = number(parts[0], digits: 5...5), serial >= 18_264,
      parts.count == 1 || parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      // Day 25,569 is 1 January 1970; below 1950 a number is no day of a training appointment.
      return Day(number: serial - 25_569)
    }
    return compactNamed(text)
  }

  /// `01JUL2026`.
  private static func compactNamed(_ text: Substring) -> Day? {
    let letters = text.drop { $0.isNumber }.prefix { $0.isLetter }
    guard !letters.isEmpty, let month = month(letters) else { return nil }
    return day(year: text[letters.endIndex...], month: month, day: text[..<letters.startIndex])
  }

  /// `Jul 1 2026`, `1 July 2026`.
  private static func named(_ words: [Substring]) -> Day? {
    guard words.count == 3 else { return nil }
    if let month = month(words[0]) { return day(year: words[2], month: month, day: words[1]) }
    if let month = month(words[1]) { return day(year: words[2], month: month, day: words[0]) }
    return nil
  }

  private static func day(year: Substring, month: Int, day: Substring) -> Day? {
    let ordinal = ["st", "nd", "rd", "th"].first { day.hasSuffix($0) }
    guard let number = number(day.dropLast(ordinal?.count ?? 0), digits: 1...2) else { return nil }
    return Self.year(year).flatMap { sensible(year: $0, month: month, day: number) }
  }

  /// A year of four digits, or of two: 70 to 99 are of the last century.
  private static func year(_ text: Substring) -> Int? {
    if let year = number(text, digits: 4...4) { return year }
    return number(text, digits: 2...2).map { $0 < 70 ? 2000 + $0 : 1900 + $0 }
  }

  private static func sensible(year: Int, month: Int, day: Int) -> Day? {
    year < 1900 ? nil : Day(year: year, month: month, day: day)
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count) else { return nil }
    var number = 0
    for byte in text.utf8 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// The number of a month by its English name or the first three or four letters of it.
  private static func month(_ text: Substring) -> Int? {
    let name = (text.last == "." ? text.dropLast() : text).lowercased()
    guard name.count >= 3 else { return nil }
    return months.firstIndex { $0 == name || $0.prefix(3) == name || $0.prefix(4) == name }
      .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let weekdays: Set = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
}
