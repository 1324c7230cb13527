/// Where something stands in a blueprint's file.
package struct Spot: Sendable, Equatable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, counted in Unicode scalars.
  package let column: Int
  /// The keys and names on the way there, as in `programs`, `Internal Medicine`, `department`.
  package let path: [String]

  package init(line: Int, column: Int, path: [String]) {
    self.line = line
    self.column = column
    self.path = path
  }
}

/// A value of a blueprint with the place where it stands.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let spot: Spot
}
