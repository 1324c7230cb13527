/// What comments may not be.
enum CommentRules {
  static let unfinishedMarks = Rule(
    instead: "Finish it now, or write an issue and take the mark away.",
    appliesTo: { file in
      ["Sources/", "Tests/", "scripts/", "Makefile"].contains { file.path.hasPrefix($0) }
        && !file.path.hasSuffix(".md")
    },
    find: { file in
      let comments = file.isSwift ? file.swift.comments : hashComments(of: file)
      return comments.flatMap { comment in
        marks.matches(in: comment.text, firstLine: comment.line)
      }
      .map { .init(line: $0.line, what: "the mark '\($0.groups[0])'") }
    })

  private static let marks = Pattern(#"\b(?:TODO|FIXME|XXX|HACK)\b"#)

  /// The comments of files in other languages: after `#`, `--`, `//` or `/*` to the line's end.
  private static func hashComments(of file: TreeFile) -> [SwiftText.Piece] {
    Pattern(#"(?:#|--|//|/\*|^\s*\*).*$"#).matches(in: file.text)
      .map { .init(line: $0.line, text: $0.groups[0]) }
  }

  static let commentedOutCode = Rule(
    instead: "Delete it: the history keeps it.",
    appliesTo: { $0.isSwift || $0.path.hasSuffix(".sql") },
    find: { file in
      guard file.isSwift else {
        return sqlStatement.matches(in: file.text)
          .map { .init(line: $0.line, what: "a statement in a comment") }
      }
      return file.swift.comments.filter { $0.text.hasPrefix("//") && !$0.text.hasPrefix("///") }
        .filter { swiftStatement.matches(String($0.text.dropFirst(2))) }
        .map { .init(line: $0.line, what: "code in a comment") }
    })

  private static let sqlStatement = Pattern(
    #"--\s*(?:(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP)\b.*[;(]|\w+ (?:TEXT|BIGINT)\b)"#)

  /// What a line of code looks like and a sentence does not.
  private static let swiftStatement = Pattern(
    [
      #"^\s*(?:(?:private|package|public|static|@\w+)\s+)*(?:let|var)\s+\w+\s*[:=]"#,
      #"^\s*(?:(?:private|package|public|static|@\w+)\s+)*func\s+\w+.*\("#,
      #"^\s*(?:struct|class|enum|actor|extension|protocol)\s+\w+.*\{\s*\}?\s*$"#,
      #"^\s*(?:if|guard|for|while|switch|do|catch|else)\b.*\{\s*$"#,
      #"^\s*(?:package\s+|public\s+)?import\s+[A-Z]\w*\s*$"#,
      #"^\s*(?:try|await|return)\s+[\w.]+[(.].*\)\s*$"#,
      #"^\s*[\w.]+\([^ )]*(?:: .*)?\)\s*\{?\s*$"#,
      #"^\s*[a-z]\w*(?:\.\w+)*\s*[-+*]?=\s*[^=]*[^.=]$"#,
      #"^\s*[})\]]+[,;]?\s*$"#,
      #"\);\s*$"#,
    ].joined(separator: "|"))
}
