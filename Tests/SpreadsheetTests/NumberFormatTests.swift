import Testing

@testable import Spreadsheet

@Suite("Number formats and days")
struct NumberFormatTests {
  @Test(
    "Format codes are understood by their first section",
    arguments: [
      ("yyyy-mm-dd", NumberFormat.date), ("m/d/yy h:mm;@", .date), ("mmmm", .date),
      ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date), ("D.M.YYYY", .date),
      ("h:mm:ss AM/PM", .time), ("mm:ss.0", .time), ("[h]:mm", .span), ("[MM]:ss", .span),
      ("00000", .padded(5)), ("General", .plain), ("0", .plain), ("#,##0.00", .plain),
      ("0.00E+00", .plain), ("[Red]0;[Blue]yyyy", .plain), ("0 \"days\"", .plain),
      ("\\d0", .plain), ("_d0", .plain), ("*d0", .plain), ("[Yellow]0", .plain), ("", .plain),
      ("\"unclosed d", .plain), ("[unclosed d", .plain), ("@", .plain),
      (String(repeating: "0", count: 31), .plain),
    ])
  func codes(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test("Built-in formats of days are known by number")
  func builtIn() {
    let days = (0...60).filter { NumberFormat(builtIn: $0) == .date }
    #expect(days == [14, 15, 16, 17, 22] + Array(27...36) + Array(50...58))
    #expect((0...60).filter { NumberFormat(builtIn: $0) == .time } == [18, 19, 20, 21, 45, 47])
    #expect((0...60).filter { NumberFormat(builtIn: $0) == .span } == [46])
  }

  @Test("Every day of four centuries follows the one before")
  func calendar() {
    var date = CivilDate(daysSince1970: -25_567)
    #expect(date.text == "1900-01-01")
    for day in -25_566...120_529 {
      date = Self.next(date)
      guard CivilDate(daysSince1970: day) == date else {
        Issue.record("\(day) gave \(CivilDate(daysSince1970: day).text), not \(date.text)")
        return
      }
    }
    #expect(date.text == "2299-12-31")
  }

  /// The day after, counted as one learns it at school.
  private static func next(_ date: CivilDate) -> CivilDate {
    let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var date = date
    date.day += 1
    if date.day > lengths[date.month - 1] { (date.day, date.month) = (1, date.month + 1) }
    if date.month > 12 { (date.month, date.year) = (1, date.year + 1) }
    return date
  }

  @Test(
    "The ends of what sheets can show",
    arguments: [
      (0, NumberFormat.date, nil), (0.5, .date, "12:00:00"), (0, .time, "00:00:00"),
      (1.25, .time, "1900-01-01 06:00:00"), (2_958_465, .date, "9999-12-31"),
      (2_958_465.99999999, .date, nil), (2_958_466, .date, nil), (-0.5, .time, nil),
      (.nan, .date, nil), (.infinity, .span, nil), (45, .plain, nil),
    ] as [(Double, NumberFormat, String?)])
  func ends(serial: Double, format: NumberFormat, text: String?) {
    #expect(SerialDate.text(serial, format, .year1900) == text)
  }

  @Test("The system of 1904 begins four years later and ends with the same year")
  func system1904() {
    #expect(SerialDate.text(0, .date, .year1904) == "1904-01-01")
    #expect(SerialDate.text(2_957_003, .date, .year1904) == "9999-12-31")
    #expect(SerialDate.text(2_957_004, .date, .year1904) == nil)
  }

  @Test(
    "Columns have letters and numbers",
    arguments: [
      (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16_384, "XFD"),
    ])
  func columns(number: Int, letters: String) {
    #expect(ColumnName.letters(number) == letters)
    #expect(ColumnName.number(of: letters + "12") == number)
    #expect(ColumnName.number(of: letters.lowercased()) == number)
  }

  @Test(
    "What is no column has no number",
    arguments: [
      "", "12", "XFE1", "ZZZZZZZZZZZZZZZZ", "$A$1",
    ])
  func noColumns(reference: String) {
    #expect(ColumnName.number(of: reference) == nil)
  }
}
