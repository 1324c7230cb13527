import Foundation

/// Which declarations need a sentence of their own.
enum DocumentationRule {
  static let declarations = Rule(
    instead: "Say in one sentence what it is for; then, where it helps, why, units, and errors."
  ) { files in
    let product = files.filter(\.isProductCode)
    let requirements = Requirements(of: product)
    return product.flatMap { file in
      undocumented(in: file).filter { !requirements.explain($0.name, in: file) }
        .map { Finding(path: file.path, line: $0.line, what: "'\($0.name)' is not documented") }
    }
  }

  private static let declaration = Pattern(
    [
      #"^[ \t]*(?:@[\w.]+(?:\([^()]*\))?\s+)*(?:package|public|open)\s+"#,
      #"(?:(?:static|final|indirect|mutating|nonmutating|nonisolated|override|convenience"#,
      #"|required|lazy|weak|class|prefix|postfix|(?:private|internal)\(set\))\s+)*"#,
      #"(func|var|let|struct|class|enum|actor|protocol|typealias|init|subscript|case"#,
      #"|associatedtype|macro)\b\??\s*"#,
      #"(?:(`[^`]*`|[^\s(:<={]+|[-+*/=<>!&|^~%]+(?=\s*\())|<[^>]*>)?\s*(?:\(\s*(\w+))?(.*)"#,
    ].joined())

  /// The declarations for other files that no documentation comment stands before.
  private static func undocumented(in file: TreeFile) -> [(name: String, line: Int)] {
    let lines = file.swift.withoutComments.split(separator: "\n", omittingEmptySubsequences: false)
    let source = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    return declaration.matches(in: file.swift.withoutComments).compactMap { match in
      var above = match.line - 2
      // Attributes may stand between the comment and the declaration.
      while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
      let words = above >= 0 ? source[above].drop { $0 == " " } : ""
      let isDocumented = words.hasPrefix("///") || words.hasSuffix("*/")
      guard !isDocumented, !isSelfExplaining(match), !isMemberwise(lines[(match.line - 1)...])
      else {
        return nil
      }
      return (name: name(of: match), line: match.line)
    }
  }

  /// Whether this is a stored part of a value, or a mere mark: its name says all of it.
  private static func isSelfExplaining(_ match: Pattern.Match) -> Bool {
    if match.groups[1] == "enum" && match.groups[4].hasPrefix("{}") { return true }
    return ["let", "var"].contains(match.groups[1]) && match.groups[4].hasPrefix(":")
      && !match.groups[4].contains("{") && !match.groups[0].contains("static ")
  }

  /// Whether an initializer begins here that only stores its parameters: they say all of it.
  private static func isMemberwise(_ lines: ArraySlice<Substring>) -> Bool {
    guard lines.first?.contains("init(") == true else { return false }
    let declaration = lines.joined(separator: "\n")[...]
    guard let parameters = declaration.firstIndex(of: "("),
      let opening = declaration[Balanced.text(in: declaration, from: parameters).endIndex...]
        .firstIndex(of: "{")
    else { return false }
    let body = Balanced.text(in: declaration, from: opening).dropFirst().dropLast()
    return body.split(separator: "\n").allSatisfy { line in
      line.allSatisfy { $0 == " " } || storing.matches(String(line))
    }
  }

  private static let storing = Pattern(#"^\s*self\.(\w+) = \1\s*$"#)

  /// The declared name; of an initializer or subscript, its word with the first label.
  private static func name(of match: Pattern.Match) -> String {
    let (kind, name, label) = (match.groups[1], match.groups[2], match.groups[3])
    return kind == "init" || kind == "subscript" ? "\(kind)(\(label)" : name
  }
}

/// The names that protocols ask for: documented there, and the same wherever they are answered.
private struct Requirements {
  /// Of each required name, the protocols that ask for it.
  private var protocols: [String: Set<String>] = [:]

  /// What Swift and the frameworks ask for, whatever the type.
  private static let ofOthers: Set<String> = [
    "buildBlock", "buildExpression", "buildOptional", "buildEither", "buildArray",
    "buildFinalResult", "buildLimitedAvailability", "buildPartialBlock", "appendLiteral",
    "init(stringLiteral", "init(stringInterpolation", "init(literalCapacity",
    "init(arrayLiteral", "init(dictionaryLiteral", "init(integerLiteral", "init(rawValue",
    "init(from", "encode", "hash", "==", "<", "description", "debugDescription", "customMirror",
    "rawValue", "next", "makeIterator", "makeAsyncIterator", "allCases", "errorDescription",
    "configuration", "Element", "RawValue",
  ]

  private static let heading = Pattern(#"\bprotocol\s+(\w+)"#)
  private static let requirement = Pattern(
    #"\b(?:(?:func|var|associatedtype)\s+([^\s(:<]+)|(init|subscript)\s*\(\s*(\w+))"#)

  init(of files: [TreeFile]) {
    for file in files {
      let code = file.swift.code
      var rest = code[...]
      while let match = Self.heading.matches(in: String(rest)).first,
        let heading = rest.range(of: match.groups[0]),
        let opening = rest[heading.upperBound...].firstIndex(of: "{")
      {
        let body = Balanced.text(in: rest, from: opening)
        for requirement in Self.requirement.matches(in: String(body)) {
          let (name, kind, label) = (
            requirement.groups[1], requirement.groups[2], requirement.groups[3]
          )
          protocols[kind.isEmpty ? name : "\(kind)(\(label)", default: []].insert(match.groups[1])
        }
        rest = rest[body.endIndex...]
      }
    }
  }

  /// Whether a protocol that the file names asks for this name.
  func explain(_ name: String, in file: TreeFile) -> Bool {
    if Self.ofOthers.contains(name) { return true }
    return protocols[name, default: []].contains { proto in
      Pattern(#"[:,&]\s*(?:any\s+|some\s+)?"# + proto + #"\b"#).matches(file.swift.code)
    }
  }
}
