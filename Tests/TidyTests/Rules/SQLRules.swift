import Foundation

/// SQL that both engines take, and understand alike.
enum SQLRules {
  static let portable = Rule(
    instead: "See the portable subset in docs/architecture.md; two engines read this statement.",
    appliesTo: isShared,
    find: { file in
      statements(in: file).flatMap { statement in
        forbidden.flatMap { word in
          word.pattern.matches(in: statement.text, firstLine: statement.line)
            .map { .init(line: $0.line, what: "'\($0.groups[0])' in SQL: \(word.why)") }
        }
      }
    })

  /// A word that may not stand in SQL, and what stands there instead.
  private struct Forbidden {
    let pattern: Pattern
    let why: String

    init(_ expression: String, _ why: String) {
      self.pattern = Pattern(expression, .caseInsensitive)
      self.why = why
    }
  }

  private static let forbidden = [
    Forbidden(#"\bCURRENT_(?:TIMESTAMP|DATE|TIME)\b|\bnow\(\)"#, "bind the World's moment"),
    Forbidden(#"\brandom\("#, "bind what the World drew"),
    Forbidden(#"\bILIKE\b"#, "compare with a column that holds folded text"),
    Forbidden(
      #"\bLIKE\b(?![^;]*\bESCAPE\b)"#,
      "on folded text, and with ESCAPE; the engines treat capitals differently"),
    Forbidden(#"\bFOR\s+UPDATE\b"#, "a write is serializable already"),
    Forbidden(#"\b(?:string_agg|group_concat)\b"#, "join the rows in Swift"),
    Forbidden(
      #"\b(?:BIG|SMALL)?SERIAL\b|\bAUTOINCREMENT\b|\bAS\s+IDENTITY\b"#,
      "the application makes ids"),
    Forbidden(#"\bINT(?:EGER)?\b"#, "BIGINT is 64 bits on both"),
    Forbidden(#"->>?|#>>?"#, "keep it in columns of its own"),
  ]

  /// An engine's own module, and sibling files named for an engine, speak to that engine alone.
  private static func isShared(_ file: TreeFile) -> Bool {
    guard file.path.hasPrefix("Sources/"), file.isSwift || file.name.hasSuffix(".sql") else {
      return false
    }
    let ownModule = ["SQLiteStore", "PostgresStore", "CPostgres"].contains(file.module ?? "")
    let ownFile = [".sqlite.", ".postgres.", "+sqlite.", "+postgres."].contains {
      file.name.lowercased().contains($0)
    }
    return !ownModule && !ownFile
  }

  /// The file without its comments, or the literals in it that are statements or parts of them.
  private static func statements(in file: TreeFile) -> [SwiftText.Piece] {
    guard file.isSwift else {
      let lines = file.lines.map { line in
        line.range(of: "--").map { line[..<$0.lowerBound] } ?? line
      }
      return [.init(line: 1, text: lines.joined(separator: "\n"))]
    }
    // Where SQL stands, whatever is longer than a name is taken for it.
    let isForSQL = file.name.hasSuffix("+SQL.swift")
    return file.swift.literals.filter { literal in
      isForSQL && literal.text.split(separator: " ").count > 2 || isSQL(literal.text)
    }
  }

  private static func isSQL(_ literal: String) -> Bool { clause.matches(literal) }

  /// How a statement, or a clause that is joined to one, begins; capitals tell it from prose.
  private static let clause = Pattern(
    [
      #"\A\s*(?:SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|CREATE|ALTER|DROP|WITH|FROM|WHERE|AND"#,
      #"|OR|ON|JOIN|LEFT|ORDER\s+BY|GROUP\s+BY|HAVING|SET|VALUES|RETURNING|UNION|LIMIT)\b"#,
      #"|\b(?:SELECT|FROM|WHERE|SET|JOIN)\s+[a-z(*$]"#,
    ].joined())
}
