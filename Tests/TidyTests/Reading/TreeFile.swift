/// A file of the package as the rules read it.
struct TreeFile: Sendable {
  /// The path from the package's root, as in `Sources/HTML/HTML.swift`.
  let path: String
  /// What the file holds.
  let text: String
  /// The text taken apart, where it is Swift.
  let swift: SwiftText

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
    self.swift = path.hasSuffix(".swift") ? SwiftText(text) : SwiftText("")
  }

  /// The lines without their line ends; a line end at the end begins no further line.
  var lines: [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.last == "" ? lines.dropLast() : lines
  }

  /// The file's name without folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The target that a file below `Sources` belongs to.
  var module: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }

  /// Whether the file is Swift.
  var isSwift: Bool { path.hasSuffix(".swift") }

  /// Whether the file is Swift that ships.
  var isProductCode: Bool { isSwift && path.hasPrefix("Sources/") }
}
