import Glibc

/// Turns what a workbook stores for a cell into the text that a reader of tables wants.
struct CellText {
  /// The workbook's shared strings.
  var strings: [String]

  /// The number format of each cell style.
  var formats: [NumberFormat]

  /// Where the workbook's day numbers begin.
  var epoch: SerialDate.Epoch

  /// The text of a cell; nil where it refers to a shared string that does not exist.
  func text(of cell: StoredCell) -> String? {
    let value = cell.stored
    switch cell.type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { return nil }
      return strings[index]
    case "inlineStr", "str", "e": return EscapedText.plain(value)
    case "b": return value == "1" || value == "true" ? "TRUE" : value.isEmpty ? "" : "FALSE"
    case "d": return Self.day(value)
    default: return number(value, style: cell.style)
    }
  }

  /// An ISO 8601 moment in the shape that `SerialDate` gives.
  private static func day(_ value: String) -> String {
    let parts = value.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return value }
    let time = parts[1].prefix(8)
    return time == "00:00:00" ? String(parts[0]) : "\(parts[0]) \(time)"
  }

  private func number(_ value: String, style: Int?) -> String {
    let format = style.flatMap { formats.indices.contains($0) ? formats[$0] : nil } ?? .plain
    switch format {
    case .plain: return Self.plain(value)
    case .padded(let digits):
      let plain = Self.plain(value)
      return Int(plain).map { Padded.text($0, digits) } ?? plain
    case .date, .time, .span:
      return Double(value).flatMap { SerialDate.text($0, format, epoch) } ?? Self.plain(value)
    }
  }

  /// A number as a sheet shows it: integers without a fraction, others with the 15 digits that
  /// spreadsheets keep (so that 0.1 + 0.2 is 0.3).
  private static func plain(_ value: String) -> String {
    let isInteger = value.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    guard !isInteger, let number = Double(value), number.isFinite else { return value }
    if let integer = Int(exactly: number) { return String(integer) }
    return rounded(number)
  }

  private static func rounded(_ number: Double) -> String {
    var text = [CChar](repeating: 0, count: 32)
    let length = withVaList([number]) { vsnprintf(&text, text.count, "%.15g", $0) }
    let bytes = text.prefix(Int(length)).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
