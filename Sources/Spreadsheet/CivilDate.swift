/// A day of the Gregorian calendar, computed without a calendar library.
struct CivilDate: Equatable {
  /// The year, such as 2026.
  var year: Int
  /// The month from 1 to 12.
  var month: Int
  /// The day of the month from 1.
  var day: Int

  /// The day so many days after 1 January 1970.
  ///
  /// Years are taken to begin in March, so that the leap day is a year's last: then the month
  /// follows from the day of the year by one division (30.6 days a month on average).
  init(daysSince1970: Int) {
    // From 1 March 0000; an era is 400 years of 146,097 days.
    let days = daysSince1970 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let leapDays = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `YYYY-MM-DD`.
  var text: String { "\(Padded.text(year, 4))-\(Padded.text(month, 2))-\(Padded.text(day, 2))" }
}
