/// What is wrong with a file, and in which line.
public struct FileProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line, from 1; nil when it is the file as a whole.
  public let line: Int?
  /// A sentence that says what is wrong.
  public let reason: String

  /// A problem in a line, or of the whole file.
  public init(line: Int?, reason: String) {
    self.line = line
    self.reason = reason
  }

  /// Line and reason.
  public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
