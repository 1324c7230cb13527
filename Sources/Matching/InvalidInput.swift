/// Why an input cannot be used, and where it is wrong.
///
/// Whatever a file or a caller hands in, the answer is a result or this error, never a trap.
public struct InvalidInput: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line of the text, from 1; nil where no line is to blame.
  public let line: Int?
  /// What is wrong, as a clause without a full stop.
  public let reason: String

  /// An error at a line, or of the whole.
  public init(line: Int? = nil, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  /// The line, if known, and the reason.
  public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
