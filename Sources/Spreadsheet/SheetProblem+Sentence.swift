extension SheetProblem {
  /// What is wrong and how to fix it, for the person who sent the file.
  package var sentence: String {
    switch self {
    case .unreadable: "The file could not be read. Send it once more."
    case .empty: "The file is empty. Check that it opens on your computer, then send it again."
    case .foreign(let kind): kind.sentence
    case .passwordProtected:
      "The file is protected by a password. Remove the password, save the file and send it again."
    case .damaged:
      "The workbook is damaged or incomplete. Open it in Excel, save it as XLSX and send that."
    case .noVisibleSheet:
      "The workbook has no visible sheet. Unhide the sheet with the table and save it again."
    case .noSheet(let name, let names):
      "The workbook has no sheet “\(name)”. It has: \(Self.list(names))."
    case .unterminatedQuote, .nulByte, .undecodable: contentSentence
    default: limitSentence
    }
  }

  private var contentSentence: String {
    switch self {
    case .unterminatedQuote:
      "A quotation mark opens \(place) and is never closed. Close it, or write it twice (\"\")."
    case .nulByte:
      "There is a NUL byte in \(place), so this is not plain text. "
        + "Save the table as “CSV UTF-8” or XLSX."
    default:
      "There are characters in \(place) that cannot be read. "
        + "Save the table as “CSV UTF-8” or XLSX."
    }
  }

  private var limitSentence: String {
    switch self {
    case .tooManyBytes(let limit):
      "The file is larger than \(Self.size(limit)). Split it into smaller ones."
    case .tooManyRecords(let limit):
      "The table has more than \(Self.grouped(limit)) rows. Split it into smaller ones."
    case .tooManyColumns(_, let limit):
      "There are more than \(Self.grouped(limit)) columns in \(place). Remove those not needed."
    case .cellTooLong(_, _, let limit):
      "The text in \(place) is longer than \(Self.size(limit)). "
        + "Shorten it, or look for a quotation mark that is never closed."
    case .tooManyEntries(let limit):
      "The workbook holds more than \(Self.grouped(limit)) files. Save its table as CSV."
    case .unpacksTooLarge(let limit):
      "The workbook unpacks to more than \(Self.size(limit)). Save its table as CSV."
    default: "The workbook holds too much different text. Save its table as CSV."
    }
  }

  /// Where it is, in a spreadsheet program's own terms: "line 5, column C".
  private var place: String {
    guard let line else { return "the file" }
    guard let column else { return "line \(Self.grouped(line))" }
    return "line \(Self.grouped(line)), column \(ColumnName.letters(column))"
  }

  private static func list(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }

  private static func size(_ bytes: Int) -> String {
    if bytes >= 1_048_576 { return "\(bytes / 1_048_576) MB" }
    return bytes >= 1024 ? "\(bytes / 1024) KB" : "\(bytes) bytes"
  }

  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().reduce(into: "") { text, item in
      if item.offset > 0, (digits.count - item.offset) % 3 == 0 { text.append(",") }
      text.append(item.element)
    }
  }
}
