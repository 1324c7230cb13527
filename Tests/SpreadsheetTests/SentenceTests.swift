import Spreadsheet
import Testing

@Suite("What people are told")
struct SentenceTests {
  @Test(
    "Each problem says what is wrong and what to do",
    arguments: [
      (
        SheetProblem.unterminatedQuote(line: 1_234, column: 28),
        "A quotation mark opens line 1,234, column AB and is never closed. "
          + "Close it, or write it twice (\"\")."
      ),
      (
        .nulByte(line: 1, column: 1),
        "There is a NUL byte in line 1, column A, so this is not plain text. "
          + "Save the table as “CSV UTF-8” or XLSX."
      ),
      (
        .undecodable(line: 12),
        "There are characters in line 12 that cannot be read. "
          + "Save the table as “CSV UTF-8” or XLSX."
      ),
      (
        .cellTooLong(line: 5, column: 26, limit: 65_536),
        "The text in line 5, column Z is longer than 64 KB. "
          + "Shorten it, or look for a quotation mark that is never closed."
      ),
      (
        .tooManyColumns(line: 3, limit: 256),
        "There are more than 256 columns in line 3. Remove those not needed."
      ),
      (
        .tooManyRecords(limit: 500_000),
        "The table has more than 500,000 rows. Split it into smaller ones."
      ),
      (
        .tooManyBytes(limit: 104_857_600),
        "The file is larger than 100 MB. Split it into smaller ones."
      ),
      (
        .tooManyEntries(limit: 2000),
        "The workbook holds more than 2,000 files. Save its table as CSV."
      ),
      (
        .unpacksTooLarge(limit: 1000),
        "The workbook unpacks to more than 1000 bytes. Save its table as CSV."
      ),
      (
        .tooManySharedStrings,
        "The workbook holds too much different text. Save its table as CSV."
      ),
      (
        .noSheet(named: "July", among: ["June", "August"]),
        "The workbook has no sheet “July”. It has: “June”, “August”."
      ),
      (
        .noVisibleSheet,
        "The workbook has no visible sheet. Unhide the sheet with the table and save it again."
      ),
      (
        .passwordProtected,
        "The file is protected by a password. Remove the password, save the file and send it again."
      ),
      (
        .damaged(part: "xl/styles.xml"),
        "The workbook is damaged or incomplete. "
          + "Open it in Excel, save it as XLSX and send that."
      ),
      (
        .empty, "The file is empty. Check that it opens on your computer, then send it again."
      ),
      (.unreadable(code: 2), "The file could not be read. Send it once more."),
    ])
  func sentences(problem: SheetProblem, sentence: String) {
    #expect(problem.sentence == sentence)
  }

  @Test("Only problems of a place have a line and a column")
  func places() {
    let problems: [SheetProblem] = [
      .empty, .undecodable(line: 4), .tooManyColumns(line: 5, limit: 2),
      .cellTooLong(line: 6, column: 7, limit: 2), .unterminatedQuote(line: 8, column: 9),
      .nulByte(line: 10, column: 11),
    ]
    #expect(problems.map(\.line) == [nil, 4, 5, 6, 8, 10])
    #expect(problems.map(\.column) == [nil, nil, nil, 7, 9, 11])
  }
}
