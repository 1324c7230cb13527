/// Rewrites text: what a reader sees of it, and nothing between the letters.
///
/// Characters without a picture of their own, spaces of unusual widths and spaces at the ends of
/// lines have been used to mark copies, so that the one that got out tells to whom it was given.
enum PlainText {
  /// The text as UTF-8 with lines that end in LF, without a byte-order mark.
  static func rewritten(
    _ bytes: [UInt8], within limits: FileLimits
  ) throws(FileProblem) -> [UInt8] {
    if let foreign = ForeignFormat(beginning: bytes) { throw .foreign(foreign) }
    guard bytes.count <= limits.mostBytes else { throw .tooLarge(nil, most: limits.mostBytes) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .encoding }
    guard !bytes.contains(0) else { throw .unknown }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw looksLikeText(bytes) ? .encoding : .unknown
    }
    try limits.check(.text, bytes: bytes.count)
    let clean = Array(tidied(text).utf8)
    guard !clean.isEmpty else { throw .empty }
    // What was hidden by characters that are gone now.
    if let foreign = ForeignFormat(beginning: clean) { throw .foreign(foreign) }
    return clean
  }

  /// Whether bytes that are not UTF-8 are letters of an older encoding rather than anything else.
  private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    !bytes.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }
  }

  private static func tidied(_ text: String) -> String {
    var lines: [Substring.UnicodeScalarView] = []
    let visible = VisibleText(text).scalars
    for line in visible.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = line.lastIndex { $0 != " " && $0 != "\t" }
      lines.append(end.map { line[...$0] } ?? line.prefix(0))
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String($0) }.joined(separator: "\n")
  }
}
