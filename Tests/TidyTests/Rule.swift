import Testing

/// A place in the package that breaks a rule.
struct Finding: Sendable, Equatable, CustomStringConvertible {
  let path: String
  let line: Int
  /// What is there, as short as it can be said.
  let what: String

  var description: String { "\(path):\(line): \(what)" }
}

/// A rule of the house: what it finds in files, and what to write instead.
struct Rule: Sendable {
  /// What to do instead, told with every finding.
  let instead: String
  private let find: @Sendable ([TreeFile]) -> [Finding]

  /// A rule over all files together.
  init(instead: String, inAll find: @escaping @Sendable ([TreeFile]) -> [Finding]) {
    self.instead = instead
    self.find = find
  }

  /// A rule over each file that it applies to.
  init(
    instead: String,
    appliesTo: @escaping @Sendable (TreeFile) -> Bool,
    find: @escaping @Sendable (TreeFile) -> [Place]
  ) {
    self.init(instead: instead) { files in
      files.filter(appliesTo).flatMap { file in
        find(file).map { Finding(path: file.path, line: $0.line, what: $0.what) }
      }
    }
  }

  /// A line of a file with what is there.
  struct Place {
    let line: Int
    let what: String
  }

  /// What the rule finds in these files.
  func findings(in files: [TreeFile]) -> [Finding] { find(files) }

  /// What the rule finds in one planted file: the lines.
  func lines(in path: String, _ text: String) -> [Int] {
    find([TreeFile(path, text)]).map(\.line)
  }
}

/// Records each place of this package that breaks the rule, with what to do instead.
func expectTidy(_ rule: Rule, sourceLocation: SourceLocation = #_sourceLocation) {
  let findings = rule.findings(in: PackageTree.files)
  expectNone(findings, instead: rule.instead, sourceLocation: sourceLocation)
}

/// Records each finding with what to do instead.
func expectNone(
  _ findings: [Finding], instead: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  for finding in findings {
    Issue.record("\(finding). \(instead)", sourceLocation: sourceLocation)
  }
}
