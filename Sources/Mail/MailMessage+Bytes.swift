import FoundationEssentials

extension MailMessage {
  /// The message of RFC 5322 and MIME: CRLF, ASCII only, no line over 998 octets.
  ///
  /// The same value gives the same octets. Throws rather than write a header that breaks out.
  package func bytes() throws(MailProblem) -> [UInt8] {
    var lines = try headerLines()
    let plain = MailBody(text, type: "text/plain")
    if let html {
      let rich = MailBody(html, type: "text/html")
      let boundary = Self.boundary(outside: [plain, rich])
      lines.append("Content-Type: multipart/alternative; boundary=\"\(boundary)\"")
      lines.append("")
      for part in [plain, rich] {
        lines.append("--\(boundary)")
        lines += part.headerLines + [""] + part.lines
      }
      lines.append("--\(boundary)--")
    } else {
      lines += plain.headerLines + [""] + plain.lines
    }
    return Array(lines.joined(separator: "\r\n").utf8) + [0x0d, 0x0a]
  }

  private func headerLines() throws(MailProblem) -> [String] {
    var fields: [HeaderField] = [
      HeaderField("Date", words: [Self.dateText(stamp.date)]),
      try HeaderField("From", mailbox: from),
      try HeaderField("To", mailbox: to),
    ]
    if let replyTo { fields.append(try HeaderField("Reply-To", mailbox: replyTo)) }
    fields.append(try HeaderField("Message-ID", messageID: stamp.messageID))
    fields.append(try HeaderField("Subject", text: subject))
    if isAutomatic { fields.append(HeaderField("Auto-Submitted", words: ["auto-generated"])) }
    if let unsubscribeURL {
      fields.append(try HeaderField("List-Unsubscribe", url: unsubscribeURL))
      if unsubscribeURL.lowercased().hasPrefix("https:") {
        fields.append(
          HeaderField("List-Unsubscribe-Post", words: ["List-Unsubscribe=One-Click"]))
      }
    }
    for header in headers { fields.append(try HeaderField(header)) }
    fields.append(HeaderField("MIME-Version", words: ["1.0"]))
    return fields.flatMap(\.lines)
  }

  /// A line that stands in no part: the same for the same message.
  private static func boundary(outside parts: [MailBody]) -> String {
    var number = 1
    while parts.contains(where: { $0.lines.contains { $0.hasPrefix("--=_part_\(number)") } }) {
      number += 1
    }
    return "=_part_\(number)"
  }

  /// Such as `Sat, 21 Nov 2026 21:54:00 +0000`; always in universal time.
  private static func dateText(_ milliseconds: Int64) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = Date(timeIntervalSince1970: Double(milliseconds / 1_000))
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
    let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][(parts.weekday ?? 1) - 1]
    let month = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][(parts.month ?? 1) - 1]
    let time = [parts.hour, parts.minute, parts.second].map { part in
      let digits = String(part ?? 0)
      return digits.count < 2 ? "0" + digits : digits
    }.joined(separator: ":")
    return "\(day), \(parts.day ?? 1) \(month) \(parts.year ?? 1970) \(time) +0000"
  }
}
