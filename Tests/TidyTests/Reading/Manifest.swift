import Foundation

/// The targets of `Package.swift` with those of our own that each one depends on.
///
/// Read as text: asking the package manager takes seconds, and this is written in one plain way.
struct Manifest {
  /// A target as declared.
  struct Target: Equatable {
    let kind: String
    let name: String
    /// The names of our own targets among the dependencies, in the order written.
    let dependencies: [String]
  }

  let targets: [Target]

  private static let heading = Pattern(
    #"\.(target|executableTarget|testTarget|systemLibrary|macro|plugin)\("#)
  private static let name = Pattern(#"name:\s*"([^"]+)""#)
  private static let constant = Pattern(#"^let\s+(\w+)\s*:\s*\[?Target\.Dependency\]?\s*="#)

  init(_ source: String) {
    let text = SwiftText(source).withoutComments
    let constants = Self.constants(in: text)
    var targets: [Target] = []
    var rest = text[(text.range(of: "Package(")?.upperBound ?? text.startIndex)...]
    while let match = Self.heading.matches(in: String(rest)).first,
      let heading = rest.range(of: match.groups[0])
    {
      let opening = rest.index(before: heading.upperBound)
      let declaration = Balanced.text(in: rest, from: opening)
      if let name = Self.name.matches(in: String(declaration)).first {
        let dependencies = Self.dependencies(in: declaration)
        targets.append(
          Target(
            kind: match.groups[1], name: name.groups[1],
            dependencies: Self.ownTargets(in: dependencies, constants: constants)))
      }
      rest = rest[declaration.endIndex...]
    }
    self.targets = targets
  }

  /// The constants that stand for dependencies, each with its expression.
  private static func constants(in text: String) -> [String: Substring] {
    var constants: [String: Substring] = [:]
    for match in constant.matches(in: text) {
      guard let range = text.range(of: match.groups[0]) else { continue }
      let rest = text[range.upperBound...]
      let ends = ["\nlet ", "\n\n"].compactMap { rest.range(of: $0)?.lowerBound }
      constants[match.groups[1]] = rest[..<(ends.min() ?? rest.endIndex)]
    }
    return constants
  }

  /// The expression behind `dependencies:`, up to the comma or parenthesis that ends it.
  private static func dependencies(in declaration: Substring) -> Substring {
    guard let label = declaration.range(of: "dependencies:") else { return "" }
    let rest = declaration[label.upperBound...]
    var index = rest.startIndex
    while index < rest.endIndex, rest[index] != ",", rest[index] != ")" {
      let isBracket = "([{".contains(rest[index])
      index =
        isBracket
        ? Balanced.text(in: rest, from: index).endIndex : rest.index(after: index)
    }
    return rest[..<index]
  }

  /// The names in quotes that are no products of packages, those behind constants included.
  private static func ownTargets(
    in expression: Substring, constants: [String: Substring]
  ) -> [String] {
    var text = String(expression)
    while let product = text.range(of: ".product(") {
      let opening = text.index(before: product.upperBound)
      let arguments = Balanced.text(in: text[...], from: opening)
      text.replaceSubrange(product.lowerBound..<arguments.endIndex, with: "")
    }
    let named = Pattern(#""([^"]+)"|([A-Za-z_]\w*)"#).matches(in: text)
    return named.flatMap { match in
      if !match.groups[1].isEmpty { return [match.groups[1]] }
      let others = constants.filter { $0.key != match.groups[2] }
      return constants[match.groups[2]].map { ownTargets(in: $0, constants: others) } ?? []
    }
  }
}
