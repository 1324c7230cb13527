import CustomDump
import Testing

/// Expects two values to be the same, and shows where they differ.
func expectSame<Value: Equatable>(
  _ found: Value, _ expected: Value, at place: SourceLocation = #_sourceLocation
) {
  guard found != expected else { return }
  let difference = diff(expected, found) ?? "\(found) is not \(expected)"
  Issue.record("− expected, + found\n\(difference)", sourceLocation: place)
}
