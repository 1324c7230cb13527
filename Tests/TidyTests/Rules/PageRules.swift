/// What keeps pages light and the content security policy strict.
enum PageRules {
  /// The most bytes that all stylesheets together may have.
  static let stylesheetBudget = 24 * 1024

  static let stylesheetSize = Rule(
    instead: "Take out what no component uses; a ward computer loads this on a slow network."
  ) { files in
    let sheets = files.filter(isStylesheet)
    let bytes = sheets.map(\.text.utf8.count).reduce(0, +)
    guard let sheet = sheets.first, bytes > stylesheetBudget else { return [] }
    let what = "the stylesheets have \(bytes) bytes, more than \(stylesheetBudget)"
    return [Finding(path: sheet.path, line: 1, what: what)]
  }

  static let important = Rule(
    instead: "Order the rules or lower a selector; only print and reduced motion may overrule all.",
    appliesTo: isStylesheet,
    find: { file in
      var (line, text, preludes): (Int, String, [String]) = (1, "", [])
      var places: [Rule.Place] = []
      for character in withoutComments(file.text) {
        switch character {
        case "{":
          preludes.append(text)
          text = ""
        case "}", ";":
          if text.contains("!important"), !preludes.contains(where: mayOverrule) {
            places.append(.init(line: line, what: "'!important'"))
          }
          if character == "}" { _ = preludes.popLast() }
          text = ""
        default: text.append(character)
        }
        if character == "\n" { line += 1 }
      }
      return places
    })

  static let inlineCode = Rule(
    instead: "Use a class of the stylesheet or a module in its own file; the policy blocks inline.",
    appliesTo: { $0.isSwift && ["HTML", "Web", "Housestaff"].contains($0.module) },
    find: { file in
      let inLiterals = file.swift.literals.flatMap { literal in
        inlineMarkup.matches(in: literal.text, firstLine: literal.line)
      }
      return (inLiterals + inlineAttribute.matches(in: file.swift.withoutComments))
        .map { .init(line: $0.line, what: "inline style or script: \($0.groups[0])") }
    })

  private static let inlineMarkup = Pattern(
    #"<style\b|<script\b(?![^>]*\bsrc\b)|\bstyle\s*=|<[^>]*\son[a-z]+\s*=|javascript:"#)

  private static let inlineAttribute = Pattern(
    [
      #"(?:\.named|\.optional|\.flag|\bAttribute|\.element|\.void)\(\s*"#,
      #""(?:style|on(?:click|change|input|submit|load|error|focus|blur|key\w+|mouse\w+))""#,
    ].joined())

  private static func isStylesheet(_ file: TreeFile) -> Bool {
    file.path.hasSuffix(".css") && !file.path.hasPrefix("Tests/")
  }

  private static func mayOverrule(_ prelude: String) -> Bool {
    prelude.contains("@media")
      && (prelude.contains("print") || prelude.contains("prefers-reduced-motion"))
  }

  /// The sheet with its comments blanked; line ends stay.
  private static func withoutComments(_ sheet: String) -> String {
    var text = sheet
    while let start = text.firstRange(of: "/*") {
      let end = text[start.upperBound...].firstRange(of: "*/")?.upperBound ?? text.endIndex
      let lineEnds = text[start.lowerBound..<end].filter { $0 == "\n" }
      text.replaceSubrange(start.lowerBound..<end, with: lineEnds)
    }
    return text
  }
}
