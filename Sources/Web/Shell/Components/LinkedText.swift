import HTML

/// Plain text that people wrote for each other, in which addresses of the web become links.
///
/// Only `http` and `https` lead anywhere, each link shows the whole address, and the site that it
/// leads to learns nothing of this one.
enum LinkedText {
  static func of(_ text: String) -> HTML {
    div(.class("prose"), .named("dir", "auto")) {
      for paragraph in Paragraphs.parts(text) {
        p {
          for (number, line) in paragraph.enumerated() {
            if number > 0 { br() }
            linked(line)
          }
        }
      }
    }
  }

  /// One line, among other words.
  static func linked(_ line: String) -> HTML {
    .group(
      line.split(separator: " ", omittingEmptySubsequences: false).enumerated().map {
        number, word in
        .group([number > 0 ? " " : .nothing, piece(word)])
      })
  }

  private static func piece(_ word: Substring) -> HTML {
    guard let address = address(in: word) else { return .text(String(word)) }
    return .group([
      HTML.element(
        "a",
        [
          .named("href", String(address)), .named("rel", "noopener noreferrer nofollow"),
        ], [.text(String(address))]),
      .text(String(word[address.endIndex...])),
    ])
  }

  /// The address at the beginning of a word, without the points and brackets that end a sentence.
  static func address(in word: Substring) -> Substring? {
    let start = word.hasPrefix("https://") ? 8 : word.hasPrefix("http://") ? 7 : 0
    guard start > 0 else { return nil }
    var address = word.prefix { $0.isASCII && !"\"'<>\\^`{|}".contains($0) }
    while let last = address.last, ".,;:!?)]*_".contains(last) { address.removeLast() }
    let host = address.dropFirst(start).prefix { !"/?#".contains($0) }
    // A name before the host would make one site look like another.
    guard host.contains("."), !host.contains("@"), host.first != "." else { return nil }
    return address
  }
}
