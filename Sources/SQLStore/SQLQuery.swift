/// A statement with its values: an interpolated string in which every value becomes a placeholder.
///
/// ```swift
/// let query: SQLQuery = "SELECT name FROM site WHERE id = \(id)"
/// query.text    // SELECT name FROM site WHERE id = $1
/// query.values  // [.text("…")]
/// ```
/// Text never enters a statement except as a literal of the source.
package struct SQLQuery: Sendable, Equatable {
  /// A statement is literal text and values in turn, so that parts of it can be joined.
  enum Segment: Sendable, Equatable {
    case literal(String)
    case value(SQLValue)
  }

  var segments: [Segment]

  init(segments: [Segment]) {
    self.segments = segments
  }

  /// A statement that was put together from the program's own files or the database's own names.
  ///
  /// - Parameter text: never anything that a person gave.
  package init(trusted text: String) {
    self.init(segments: [.literal(text)])
  }

  /// The statement with numbered placeholders, as PostgreSQL takes it.
  package var text: String { text(for: .postgres) }

  /// The statement with the placeholders that suit an engine.
  ///
  /// SQLite takes question marks in order. Names such as `$1` it compares with all those before
  /// them, which is much for a list of a thousand.
  package func text(for engine: Engine) -> String {
    var text = ""
    text.reserveCapacity(256)
    var number = 0
    for segment in segments {
      switch segment {
      case .literal(let literal): text += literal
      case .value:
        number += 1
        text += engine == .sqlite ? "?" : "$\(number)"
      }
    }
    return text
  }

  /// The values of the placeholders, in order.
  package var values: [SQLValue] {
    segments.compactMap { segment in
      if case .value(let value) = segment { value } else { nil }
    }
  }

  /// Joins parts into one statement.
  package static func joined(_ parts: [SQLQuery], separator: StaticString) -> SQLQuery {
    var segments: [Segment] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { segments.append(.literal("\(separator)")) }
      segments += part.segments
    }
    return SQLQuery(segments: segments)
  }

  /// One statement after the other.
  package static func + (left: SQLQuery, right: SQLQuery) -> SQLQuery {
    SQLQuery(segments: left.segments + right.segments)
  }
}

extension SQLQuery: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(segments: [.literal(value)])
  }

  package init(stringInterpolation: StringInterpolation) {
    self.init(segments: stringInterpolation.segments)
  }

  /// Collects the literal text and the bound values of an interpolated statement.
  package struct StringInterpolation: StringInterpolationProtocol {
    var segments: [Segment] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      segments.reserveCapacity(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { segments.append(.literal(literal)) }
    }

    /// Binds a value.
    package mutating func appendInterpolation(_ value: some SQLBindable) {
      segments.append(.value(value.sqlValue))
    }

    /// Binds a value, or NULL.
    ///
    /// Without it the compiler takes an optional for a mistake, as it would be in text.
    package mutating func appendInterpolation(_ value: (some SQLBindable)?) {
      segments.append(.value(value.sqlValue))
    }

    /// Inserts another statement, with its values, as a part of this one.
    package mutating func appendInterpolation(_ part: SQLQuery) {
      segments += part.segments
    }

    /// Binds the values of a list, as in `IN (\(list: ids))`; an empty list matches nothing.
    package mutating func appendInterpolation(list values: [some SQLBindable]) {
      guard !values.isEmpty else { return segments.append(.literal("NULL")) }
      // By place: of any type, pairs of number and value take longer than all the rest.
      for index in values.indices {
        if index > 0 { segments.append(.literal(", ")) }
        segments.append(.value(values[index].sqlValue))
      }
    }

    /// Inserts text of the source as it stands: a column or a direction, never something given.
    package mutating func appendInterpolation(literal: StaticString) {
      segments.append(.literal("\(literal)"))
    }
  }
}
