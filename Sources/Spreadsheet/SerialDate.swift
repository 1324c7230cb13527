/// Days as spreadsheets store them: a number of days since an epoch, the time of day as fraction.
enum SerialDate {
  /// Where a workbook begins to count.
  enum Epoch {
    /// Day 1 is 1 January 1900, and day 60 a 29 February 1900 that never was (kept since Lotus
    /// 1-2-3).
    case year1900
    /// Day 0 is 1 January 1904, as on old Macs.
    case year1904
  }

  private static let secondsPerDay = 86_400

  /// `YYYY-MM-DD`, with ` HH:MM:SS` behind it unless it is midnight, or `HH:MM:SS` alone where
  /// there is no day; nil for a number that no spreadsheet shows as a date.
  static func text(_ serial: Double, _ format: NumberFormat, _ epoch: Epoch) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let total = Int((serial * Double(secondsPerDay)).rounded())
    let (day, second) = total.quotientAndRemainder(dividingBy: secondsPerDay)
    switch format {
    case .plain, .padded: return nil
    case .span: return clock(total)
    case .time where day == 0: return clock(second)
    case .date where day == 0 && epoch == .year1900: return second == 0 ? nil : clock(second)
    case .date, .time:
      guard let date = date(day, epoch) else { return nil }
      return second == 0 ? date : "\(date) \(clock(second))"
    }
  }

  /// The date of a whole day number; the day that never was is told as sheets show it.
  private static func date(_ day: Int, _ epoch: Epoch) -> String? {
    let days: Int
    switch epoch {
    case .year1904: days = day + 1462
    case .year1900 where day == 60: return "1900-02-29"
    case .year1900: days = day < 60 ? day + 1 : day
    }
    // Day 25,569 of the 1900 system is 1 January 1970.
    let date = CivilDate(daysSince1970: days - 25_569)
    return date.year < 10_000 ? date.text : nil
  }

  private static func clock(_ seconds: Int) -> String {
    let minutes = seconds / 60
    return [minutes / 60, minutes % 60, seconds % 60].map { Padded.text($0, 2) }
      .joined(separator: ":")
  }
}
