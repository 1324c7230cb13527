/// What the best assignment is; declared by whoever runs it, since the answers differ.
public enum Objective: String, Sendable, CaseIterable {
  /// The greatest total. It leaves people out where that pays, and never uses a negative weight.
  case total
  /// The most people with a mentor; among those assignments the greatest total.
  case most
  /// The most people with a mentor; then the fewest at the lowest weight, then at the next, and so
  /// on: nobody can be better off without someone being worse off below them.
  case fair
}
