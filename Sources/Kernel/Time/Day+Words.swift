extension Day {
  /// The names of the months.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The day as people read it: `July 1, 2026`.
  package var words: String {
    let (year, month, dayOfMonth) = parts
    return "\(Self.months[month - 1]) \(dayOfMonth), \(year)"
  }
}
