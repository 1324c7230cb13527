import Foundation

/// What keeps the documents true: records are numbered and listed, links lead somewhere.
enum DocumentRules {
  private static let folder = "docs/adr/"
  private static let index = "docs/adr/README.md"

  static let recordsAreNumbered = Rule(
    instead: "Name it NNNN-title.md with the next number, and begin it with '# NNNN. Title'."
  ) { files in
    records(in: files).enumerated().compactMap { place, file in
      let number = String(file.name.prefix(4))
      let expected = String(format: "%04d", place + 1)
      if !fileName.matches(file.name) || number != expected {
        return Finding(path: file.path, line: 1, what: "its name should begin with '\(expected)-'")
      }
      let isHeaded = file.lines.first?.hasPrefix("# \(expected). ") == true
      return isHeaded ? nil : Finding(path: file.path, line: 1, what: "no '# \(expected). ' on top")
    }
  }

  static let recordsAreListed = Rule(
    instead: "Add a line with a link to it to docs/adr/README.md: what was decided, in a sentence."
  ) { files in
    let list = files.first { $0.path == index }?.text ?? ""
    return records(in: files).filter { !list.contains("](\($0.name))") }
      .map { Finding(path: $0.path, line: 1, what: "a decision record that is not listed") }
  }

  static let linksLead = Rule(
    instead: "Correct the path, or write the document that was promised."
  ) { files in
    let paths = Set(files.map(\.path))
    return files.filter { $0.path.hasSuffix(".md") }.flatMap { file in
      link.matches(in: file.text).filter { !leads($0.groups[1], from: file.path, paths) }
        .map { Finding(path: file.path, line: $0.line, what: "a dead link to '\($0.groups[1])'") }
    }
  }

  private static let fileName = Pattern(#"\A\d{4}-[a-z0-9]+(?:-[a-z0-9]+)*\.md\z"#)

  /// A link to a path: not to another site, and not within the page.
  private static let link = Pattern(#"\]\((?![a-z]+:|#|<)([^)#\s]+)(?:#[^)\s]*)?\)"#)

  private static func records(in files: [TreeFile]) -> [TreeFile] {
    files.filter { $0.path.hasPrefix(folder) && $0.path != index }.sorted { $0.path < $1.path }
  }

  private static func leads(_ target: String, from path: String, _ paths: Set<String>) -> Bool {
    var parts = path.split(separator: "/").dropLast()
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..": parts = parts.dropLast()
      default: parts.append(part)
      }
    }
    let place = parts.joined(separator: "/")
    return paths.contains(place) || paths.contains { $0.hasPrefix(place + "/") }
  }
}
