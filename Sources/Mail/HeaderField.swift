/// One header, written and folded.
///
/// Lines end at 76 octets where there is a place to fold; a longer word stands on a line alone.
struct HeaderField {
  private static let width = 76
  /// The longest word of a text that is not encoded; longer ones could not be folded.
  private static let longestWord = 60

  /// The lines without their ends; all but the first begin with a space.
  let lines: [String]

  /// Writes words that may be parted by a line end and a space.
  init(_ name: String, words: [String]) {
    var lines: [String] = []
    var line = "\(name):"
    for (place, word) in words.enumerated() {
      if place > 0, line.utf8.count + 1 + word.utf8.count > Self.width {
        lines.append(line)
        line = ""
      }
      line += " \(word)"
    }
    self.lines = lines + [line]
  }

  /// Writes text for people, encoded where it must be.
  init(_ name: String, text: String) throws(MailProblem) {
    try Self.checkNoControl(text, of: name)
    self.init(name, words: Self.words(of: text, after: name) { ASCII.isPrintable($0) })
  }

  /// Writes a header that the caller named.
  init(_ header: MailMessage.Header) throws(MailProblem) {
    let own = [
      "from", "to", "cc", "bcc", "sender", "reply-to", "date", "subject", "message-id",
      "mime-version", "auto-submitted", "list-unsubscribe", "list-unsubscribe-post", "return-path",
      "received",
    ]
    let name = header.name.lowercased()
    guard (1...60).contains(name.utf8.count), !own.contains(name), !name.hasPrefix("content-"),
      name.utf8.allSatisfy({ ASCII.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") })
    else { throw .headerName(header.name) }
    try self.init(header.name, text: header.value)
  }

  /// Writes an address with its name: as it is, in quotes, or encoded.
  init(_ name: String, mailbox: Mailbox) throws(MailProblem) {
    let address = mailbox.address.description
    guard let person = mailbox.name, !person.isEmpty else {
      self.init(name, words: [address])
      return
    }
    try Self.checkNoControl(person, of: name)
    var words = Self.words(of: person, after: name) { ASCII.isAtom($0) || $0 == 0x20 }
    if person.utf8.count <= Self.longestWord, person.utf8.allSatisfy(ASCII.isPrintable),
      !person.utf8.allSatisfy({ ASCII.isAtom($0) || $0 == 0x20 }), !person.contains("=?")
    {
      let escaped = person.map { "\\\"".contains($0) ? "\\\($0)" : String($0) }.joined()
      words = ["\"\(escaped)\""]
    }
    self.init(name, words: words + ["<\(address)>"])
  }

  /// Writes a message identifier in angle brackets.
  init(_ name: String, messageID: String) throws(MailProblem) {
    let parts = messageID.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, messageID.utf8.count <= 250,
      parts.allSatisfy({ part in
        !part.isEmpty && part.allSatisfy { ASCII.isAtom($0) || $0 == UInt8(ascii: ".") }
      })
    else { throw .messageID(messageID) }
    self.init(name, words: ["<\(messageID)>"])
  }

  /// Writes an address of the web or of mail in angle brackets.
  init(_ name: String, url: String) throws(MailProblem) {
    let scheme = url.prefix { $0 != ":" }.lowercased()
    guard ["https", "http", "mailto"].contains(scheme), url.utf8.count <= 900,
      url.utf8.allSatisfy({ ASCII.isVisible($0) && !"<>".utf8.contains($0) })
    else { throw .unsubscribeURL(url) }
    self.init(name, words: ["<\(url)>"])
  }

  private static func checkNoControl(_ text: String, of name: String) throws(MailProblem) {
    guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw .controlCharacter(header: name)
    }
  }

  /// The words of a text as they are, or as encoded words when folding them would change it.
  private static func words(
    of text: String, after name: String, whenPlain isPlain: (UInt8) -> Bool
  ) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let fits = words.allSatisfy { !$0.isEmpty && $0.utf8.count <= longestWord }
    return fits && text.utf8.allSatisfy(isPlain) && !text.contains("=?")
      ? words : EncodedWord.words(text, room: width - name.utf8.count - 2)
  }
}
