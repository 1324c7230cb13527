package import SQLStore

extension SQLRow {
  /// The identifier in a column that is never NULL.
  package func id<Entity>(
    _ column: String, _ type: ID<Entity>.Type = ID<Entity>.self
  ) throws -> ID<Entity> {
    ID(stored: try text(column))
  }

  /// The identifier in a column, or nil where it is NULL.
  package func idOrNil<Entity>(
    _ column: String, _ type: ID<Entity>.Type = ID<Entity>.self
  ) throws -> ID<Entity>? {
    guard let text = try textOrNil(column) else { return nil }
    return ID(stored: text)
  }

  /// The moment in a column that is never NULL.
  package func instant(_ column: String) throws -> Instant {
    try required(column, Instant.init(text:))
  }

  /// The moment in a column, or nil where it is NULL.
  package func instantOrNil(_ column: String) throws -> Instant? {
    try textOrNil(column) == nil ? nil : instant(column)
  }

  /// The day in a column that is never NULL.
  package func day(_ column: String) throws -> Day {
    try required(column, Day.init(text:))
  }

  /// The day in a column, or nil where it is NULL.
  package func dayOrNil(_ column: String) throws -> Day? {
    try textOrNil(column) == nil ? nil : day(column)
  }

  /// One of an enumeration's words in a column that is never NULL.
  package func word<Word: RawRepresentable<String>>(
    _ column: String, _ type: Word.Type = Word.self
  ) throws -> Word {
    guard let word = Word(rawValue: try text(column)) else {
      throw SQLError(kind: .decoding, message: "column \(column) is no \(Word.self)")
    }
    return word
  }

  private func required<Value>(_ column: String, _ read: (String) -> Value?) throws -> Value {
    guard let value = read(try text(column)) else {
      throw SQLError(kind: .decoding, message: "column \(column) is no \(Value.self)")
    }
    return value
  }
}
