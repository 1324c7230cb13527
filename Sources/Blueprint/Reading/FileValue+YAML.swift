import Yams

extension FileValue {
  /// Reads a file's text.
  /// - Returns: nil where nothing but comments stands in it.
  /// - Throws: one problem where the text is no YAML, or uses what blueprints do without.
  init?(yaml text: String) throws(BlueprintProblems.Problem) {
    do {
      let parser = try Parser(yaml: text)
      guard let root = try parser.singleRoot() else { return nil }
      // Nodes know their anchors only while the parser lives.
      let value = try withExtendedLifetime(parser) { try FileValue(root) }
      if case .empty = value.content { return nil }
      self = value
    } catch let problem as BlueprintProblems.Problem {
      throw problem
    } catch let error as YamlError {
      throw .init(error, in: text)
    } catch {
      throw .init("This file cannot be read: \(error).", at: nil)
    }
  }

  private init(_ node: Node) throws {
    self.line = node.mark?.line ?? 0
    self.column = node.mark?.column ?? 0
    if node.anchor != nil {
      throw BlueprintProblems.Problem(
        "Blueprints do without anchors and aliases (& and *). Write the value out.",
        at: Spot(line: line, column: column, path: []))
    }
    switch node {
    case .scalar(let scalar): self.content = Self.content(scalar)
    case .sequence(let items): self.content = .list(try items.map(FileValue.init))
    case .mapping(let mapping): self.content = .keys(try mapping.map(Self.pair))
    case .alias: self.content = .empty
    }
  }

  private static func content(_ scalar: Node.Scalar) -> Content {
    let isEmpty =
      scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    return isEmpty ? .empty : .text(scalar.string)
  }

  private static func pair(_ entry: Node.Mapping.Element) throws -> Pair {
    let mark = entry.key.mark
    guard let key = entry.key.scalar?.string, entry.key.anchor == nil else {
      throw BlueprintProblems.Problem(
        "A key is one line of text. Quote it, or write it without brackets.",
        at: Spot(line: mark?.line ?? 0, column: mark?.column ?? 0, path: []))
    }
    return Pair(
      key: key, line: mark?.line ?? 0, column: mark?.column ?? 0,
      value: try FileValue(entry.value))
  }
}

extension BlueprintProblems.Problem: Error {
  /// What the YAML reader stumbled over.
  fileprivate init(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(Self.sentence(problem, mark, text), at: Self.spot(mark, []))
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        "This key stands twice in the same place. Keep one of the two.",
        at: Self.spot(context.mark, Array(keys.prefix(1))))
    case .reader(let problem, _, _, _):
      self.init("This file is no UTF-8 text: \(problem). Save it as UTF-8.", at: nil)
    default:
      self.init("This file cannot be read: \(error).", at: nil)
    }
  }

  private static func spot(_ mark: Mark, _ path: [String]) -> Spot {
    Spot(line: mark.line, column: mark.column, path: path)
  }

  private static func sentence(_ problem: String, _ mark: Mark, _ text: String) -> String {
    let line =
      text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst(mark.line - 1).first ?? ""
    if line.prefix(while: \.isWhitespace).contains("\t") {
      return "A tab stands before the text. YAML is indented with spaces."
    }
    return "This is not YAML: \(problem). Look at the indentation and the quotes around here."
  }
}
