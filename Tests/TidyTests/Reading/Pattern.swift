import Foundation

/// A regular expression that tells the lines of what it finds.
struct Pattern: Sendable {
  /// A match: the line on which it begins and the text of each group, the whole match first.
  struct Match: Equatable {
    let line: Int
    let groups: [String]
  }

  private let expression: NSRegularExpression

  /// `^` and `$` stand at the ends of lines.
  init(_ expression: String, _ options: NSRegularExpression.Options = []) {
    do {
      self.expression = try NSRegularExpression(
        pattern: expression, options: options.union(.anchorsMatchLines))
    } catch {
      preconditionFailure("'\(expression)' is no regular expression: \(error)")
    }
  }

  /// Every match in the text, in order; `firstLine` is the number of the text's first line.
  func matches(in text: String, firstLine: Int = 1) -> [Match] {
    let whole = text as NSString
    var (line, position) = (firstLine, 0)
    let found = expression.matches(in: text, range: NSRange(location: 0, length: whole.length))
    return found.map { match in
      let skipped = NSRange(location: position, length: match.range.location - position)
      line += whole.substring(with: skipped).utf8.count { $0 == UInt8(ascii: "\n") }
      position = match.range.location
      let groups = (0..<match.numberOfRanges).map { match.range(at: $0) }
      return Match(
        line: line,
        groups: groups.map { $0.location == NSNotFound ? "" : whole.substring(with: $0) })
    }
  }

  /// Whether the text holds a match.
  func matches(_ text: String) -> Bool { !matches(in: text).isEmpty }
}
