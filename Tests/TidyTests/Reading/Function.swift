/// A function, initializer or computed property with a body, found by counting braces.
struct Function: Equatable {
  let name: String
  /// The line of its first word.
  let line: Int
  /// Lines from the first word to the closing brace, both counted.
  let length: Int
  /// How many parameters it takes.
  let parameters: Int
  /// Whether it is an initializer, whose parameters are the parts of a value.
  let isInitializer: Bool
}

extension Function {
  /// Every function of the file that has a body; those inside another one too.
  static func all(in file: TreeFile) -> [Function] {
    let code = Array(file.swift.code.unicodeScalars)
    var functions: [Function] = []
    var (line, index) = (1, 0)
    while index < code.count {
      let word = word(in: code, at: index)
      if isDeclaration(word, in: code, at: index),
        let function = function(in: code, at: index, line: line, word: word)
      {
        functions.append(function)
      }
      for scalar in code[index..<index + max(1, word.count)] where scalar == "\n" { line += 1 }
      index += max(1, word.count)
    }
    return functions
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isXIDContinue
  }

  /// The word that begins here; empty inside of a word and elsewhere.
  private static func word(in code: [Unicode.Scalar], at index: Int) -> String {
    var word = String.UnicodeScalarView()
    for scalar in code[index...] {
      guard isWordPart(scalar) else { break }
      word.append(scalar)
    }
    return String(word)
  }

  private static func isDeclaration(
    _ word: String, in code: [Unicode.Scalar], at index: Int
  ) -> Bool {
    guard ["func", "init", "deinit", "subscript", "var"].contains(word) else { return false }
    return index == 0 || code[index - 1] != "."
  }

  private static func function(
    in code: [Unicode.Scalar], at start: Int, line: Int, word: String
  ) -> Function? {
    guard let opening = bodyStart(in: code, from: start + word.count, isVariable: word == "var"),
      let closing = end(of: opening, in: code)
    else { return nil }
    let head = code[(start + word.count)..<opening]
    let isNamed = word == "func" || word == "var"
    let name = head.drop { $0 == " " }.prefix { !" (<:".unicodeScalars.contains($0) }
    return Function(
      name: isNamed ? String(String.UnicodeScalarView(name)) : word, line: line,
      length: code[start...closing].count { $0 == "\n" } + 1,
      parameters: word == "var" ? 0 : parameters(in: head), isInitializer: word == "init")
  }

  /// Where the body's brace stands; nil for a requirement, a call, or a stored property.
  private static func bodyStart(
    in code: [Unicode.Scalar], from start: Int, isVariable: Bool
  ) -> Int? {
    var depth = 0
    var index = start
    while index < code.count {
      switch code[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return index
      case "}" where depth == 0: return nil
      case "=" where depth == 0 && isVariable: return nil
      case "\n" where depth == 0:
        let next = code[index...].firstIndex { $0 != " " && $0 != "\n" } ?? code.count
        guard !isVariable, next < code.count else { return nil }
        let goesOn = ["async", "throws", "rethrows", "where"].contains(word(in: code, at: next))
        if !goesOn && code[next] != "{" && code[next] != "-" { return nil }
        index = next - 1
      default: break
      }
      if depth < 0 { return nil }
      index += 1
    }
    return nil
  }

  private static func end(of opening: Int, in code: [Unicode.Scalar]) -> Int? {
    var depth = 0
    for index in opening..<code.count {
      if code[index] == "{" { depth += 1 }
      if code[index] == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Counts the commas between the parameters, not those inside of a type or default value.
  private static func parameters(in head: ArraySlice<Unicode.Scalar>) -> Int {
    var (depth, commas, isEmpty) = (0, 0, true)
    var previous: Unicode.Scalar = " "
    for scalar in head.drop(while: { $0 != "(" }) {
      switch scalar {
      case "(", "[", "{", "<": depth += 1
      case ")", "]", "}": depth -= 1
      case ">" where previous != "-": depth -= 1
      case "," where depth == 1: commas += 1
      case " ", "\n": break
      default: isEmpty = false
      }
      if depth == 0 { break }
      previous = scalar
    }
    return isEmpty ? 0 : commas + 1
  }
}
