import FoundationEssentials

/// One body in the transfer encoding that suits it, in lines of at most 76 octets.
struct MailBody {
  private static let width = 76

  /// The headers that describe the body.
  let headerLines: [String]
  /// The encoded lines without their ends.
  let lines: [String]

  /// Encodes text: as it is when every relay passes that on, else quoted, else packed when quoting
  /// would make it half as long again.
  init(_ text: String, type: String) {
    let ends: Set<Character> = ["\n", "\r", "\r\n"]
    var textLines = text.split(omittingEmptySubsequences: false) { ends.contains($0) }
      .map(String.init)
    if textLines.last?.isEmpty == true { textLines.removeLast() }
    let encoding: String
    if textLines.allSatisfy(Self.isPlain) {
      (encoding, lines) = ("7bit", textLines)
    } else {
      let quoted = textLines.flatMap(Self.quotedPrintable)
      let packed = Self.base64(textLines)
      let isReadable = Self.octets(quoted) <= Self.octets(packed) * 3 / 2
      (encoding, lines) = isReadable ? ("quoted-printable", quoted) : ("base64", packed)
    }
    headerLines = [
      "Content-Type: \(type); charset=utf-8",
      "Content-Transfer-Encoding: \(encoding)",
    ]
  }

  /// Whether a line survives as it is: short, printable, no space at its end, no mailbox's `From `.
  private static func isPlain(_ line: String) -> Bool {
    line.utf8.count <= width && line.utf8.allSatisfy(ASCII.isPrintable)
      && line.utf8.last != 0x20 && !line.hasPrefix("From ")
  }

  /// The quoted-printable lines of one line, with `=` where they go on.
  private static func quotedPrintable(_ line: String) -> [String] {
    let octets = Array(line.utf8)
    var lines: [String] = []
    var current = ""
    for (place, octet) in octets.enumerated() {
      let isLast = place == octets.count - 1
      let token = quoted(octet, first: current.isEmpty, last: isLast)
      if current.utf8.count + token.utf8.count > width - (isLast ? 0 : 1) {
        lines.append(current + "=")
        current = quoted(octet, first: true, last: isLast)
      } else {
        current += token
      }
    }
    return lines + [current]
  }

  /// An octet as it is, or as `=` and two digits; `F` and `.` at a line's start are quoted, because
  /// mailboxes and careless relays take them for their own.
  private static func quoted(_ octet: UInt8, first: Bool, last: Bool) -> String {
    let isSpace = octet == 0x20 || octet == 0x09
    let isPlain =
      (ASCII.isPrintable(octet) && octet != UInt8(ascii: "=") || isSpace) && !(isSpace && last)
      && !(first && "F.".utf8.contains(octet))
    let digits = String(octet, radix: 16, uppercase: true)
    return isPlain ? String(UnicodeScalar(octet)) : (octet < 16 ? "=0" : "=") + digits
  }

  private static func base64(_ lines: [String]) -> [String] {
    let octets = Array(lines.map { $0 + "\r\n" }.joined().utf8)
    let text = Array(Data(octets).base64EncodedString().utf8)
    return stride(from: 0, to: text.count, by: width).map {
      String(decoding: text[$0..<min($0 + width, text.count)], as: UTF8.self)
    }
  }

  private static func octets(_ lines: [String]) -> Int {
    lines.reduce(0) { $0 + $1.utf8.count + 2 }
  }
}
