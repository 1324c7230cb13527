extension Day {
  /// The same day so many months later, or earlier for a negative number; the last day of a month
  /// that is too short for it.
  package func adding(months: Int) -> Day {
    let (year, month, dayOfMonth) = parts
    let number = year * 12 + month - 1 + months
    let (newYear, newMonth) = (number.quotient(12), number.remainder(12) + 1)
    for day in stride(from: dayOfMonth, to: 27, by: -1) {
      if let found = Day(year: newYear, month: newMonth, day: day) { return found }
    }
    return Day(year: newYear, month: newMonth, day: min(dayOfMonth, 28)) ?? self
  }
}

extension Int {
  fileprivate func quotient(_ divisor: Int) -> Int { (self - remainder(divisor)) / divisor }
  fileprivate func remainder(_ divisor: Int) -> Int { (self % divisor + divisor) % divisor }
}
