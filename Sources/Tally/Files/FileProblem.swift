/// Where a file cannot be read, and why.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1; 0 where the file as a whole is meant.
  public let line: Int
  /// What is wrong there, in a sentence that says how to mend it.
  public let reason: String

  /// A problem at a line.
  public init(line: Int, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  /// `12: there is no candidate 9; they are numbered 1 to 8.`
  public var description: String { line > 0 ? "\(line): \(reason)" : reason }
}
