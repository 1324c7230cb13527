/// How long a line, a file, a function and a list of parameters may be.
enum LayoutRules {
  private static let budgeted = [".swift", ".sql", ".py", ".js", ".css"]

  static let columns = Rule(
    instead: "Break the line: 100 columns is the width of every window.",
    appliesTo: { file in budgeted.contains { file.path.hasSuffix($0) } },
    find: { file in
      // A picture in a stylesheet is one word.
      file.lines.enumerated().filter { $0.element.utf8.count > 100 && $0.element.count > 100 }
        .filter { !$0.element.contains("url(\"data:") }
        .map { .init(line: $0.offset + 1, what: "\($0.element.count) columns") }
    })

  static let fileLength = Rule(
    instead: "Move a second aspect to Type+Topic.swift, or a second type to its own file.",
    // The stylesheet is one file by decision; its budget is in bytes.
    appliesTo: { file in
      !file.path.hasSuffix(".css") && budgeted.contains { file.path.hasSuffix($0) }
    },
    find: { file in
      let count = file.lines.count
      return count > 400 ? [.init(line: 401, what: "\(count) lines, more than 400")] : []
    })

  static let medianFileLength = Rule(
    instead: "Files have grown together: find those with two subjects and part them."
  ) { files in
    let lengths = files.filter(\.isProductCode).map(\.lines.count).sorted()
    guard !lengths.isEmpty, lengths[lengths.count / 2] >= 100 else { return [] }
    let what = "the median file has \(lengths[lengths.count / 2]) lines, not under 100"
    return [Finding(path: "Sources", line: 0, what: what)]
  }

  static let functionLength = Rule(
    instead: "Name a step of it and make that a function of its own.",
    appliesTo: \.isSwift,
    find: { file in
      Function.all(in: file).filter { $0.length > 60 }
        .map { .init(line: $0.line, what: "'\($0.name)' has \($0.length) lines, more than 60") }
    })

  static let usualFunctionLength = Rule(
    instead: "Functions have grown: make steps of the longest ones functions of their own."
  ) { files in
    let functions = files.filter(\.isProductCode).flatMap { Function.all(in: $0) }
    let long = functions.count { $0.length >= 25 }
    guard long * 10 > functions.count else { return [] }
    let what = "\(long) of \(functions.count) functions have 25 lines or more, over a tenth"
    return [Finding(path: "Sources", line: 0, what: what)]
  }

  static let parameters = Rule(
    instead: "Give what belongs together a type; the call will read better too.",
    appliesTo: \.isSwift,
    find: { file in
      Function.all(in: file).filter { $0.parameters > 5 && !$0.isInitializer }
        .map { .init(line: $0.line, what: "'\($0.name)' takes \($0.parameters) parameters") }
    })
}
