/// Comma-separated text.
enum CSVText {
  /// Rows, each with a line end.
  static func rows(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
  }

  /// A field, in quotes where it needs them.
  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [34, 44, 10, 13].contains($0) }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
