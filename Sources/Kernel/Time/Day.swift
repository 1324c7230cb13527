/// A calendar day without a clock or zone: terms, appointments and deadlines are plain days.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// A day of the Gregorian calendar.
  /// - Returns: nil where the calendar has no such day, such as 31 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.number = Self.number(year: year, month: month, day: day)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day so many days later, or earlier where negative.
  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// Year, month and day of the month.
  package var parts: (year: Int, month: Int, day: Int) {
    // Days are counted from 1 March of year 0, so that a leap day ends its year.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day {
  /// `2026-11-21`: sorts as days do.
  package var text: String {
    let (year, month, day) = parts
    if (0...9999).contains(year) { return Self.text(year, month, day) }
    return Decimal.padded(year, 4) + "-" + Decimal.padded(month, 2) + "-"
      + Decimal.padded(day, 2)
  }

  /// The text of a year of four digits, without parts to put together.
  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    String(unsafeUninitializedCapacity: 10) { text in
      var rest = (year * 100 + month) * 100 + day
      for place in (0..<10).reversed() {
        if place == 4 || place == 7 {
          text[place] = UInt8(ascii: "-")
        } else {
          text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      return 10
    }
  }

  /// Reads what ``text`` wrote.
  package init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Decimal.number(bytes[0..<4]), let month = Decimal.number(bytes[5..<7]),
      let day = Decimal.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
