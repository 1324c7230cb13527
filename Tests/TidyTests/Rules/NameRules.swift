/// What types and files may not be called.
enum NameRules {
  /// Words that name nothing: any type could bear them.
  private static let banned: Set<String> = [
    "Manager", "Service", "Helper", "Util", "Utility", "Utilities", "Handler", "Processor",
    "Info", "Base", "Common", "Misc",
  ]

  static let names = Rule(
    instead: "Say what it is in the field's words (docs/glossary.md), or what it does as a verb.",
    appliesTo: { $0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Tests/") },
    find: { file in
      let name = file.name.prefix { $0 != "." }
      let inName = bannedWords(in: name).map { word in
        Rule.Place(line: 1, what: "the file name '\(file.name)' says '\(word)'")
      }
      let inTypes = declarations.matches(in: file.swift.code).flatMap { match in
        bannedWords(in: match.groups[1][...]).map { word in
          Rule.Place(line: match.line, what: "the type name '\(match.groups[1])' says '\(word)'")
        }
      }
      return inName + inTypes
    })

  private static let declarations = Pattern(
    #"\b(?:struct|class|enum|actor|protocol|typealias|associatedtype)\s+([A-Z]\w*)"#)

  private static func bannedWords(in name: Substring) -> [String] {
    words(of: name).filter { word in
      let one = word.hasSuffix("s") ? String(word.dropLast()) : word
      return banned.contains(word) || banned.contains(one)
    }
  }

  /// The words of a name such as `HTTPServiceInfo`: HTTP, Service, Info; of `Base32` it is one.
  static func words(of name: Substring) -> [String] {
    word.matches(in: String(name)).map { $0.groups[0] }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  private static let word = Pattern("[A-Z]+(?![a-z])|[A-Z]?[a-z]+[0-9]*|[0-9]+")
}
