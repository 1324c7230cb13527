import HTML

/// Plain text that people wrote, in paragraphs: an empty line divides them, a line stays a line.
enum Paragraphs {
  static func of(_ text: String) -> HTML {
    div(.class("prose"), .named("dir", "auto")) {
      for paragraph in parts(text) {
        p {
          for (number, line) in paragraph.enumerated() {
            if number > 0 { br() }
            line
          }
        }
      }
    }
  }

  /// The lines of each paragraph.
  static func parts(_ text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(whereSeparator: \.isEmpty).map { $0.map(String.init) }
  }
}
