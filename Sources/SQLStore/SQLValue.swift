/// A value as both engines keep it: what is bound to a statement and what a row gives back.
package enum SQLValue: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int64)
  case real(Double)
  case boolean(Bool)
  case bytes([UInt8])
}

/// A type that can be bound to a statement.
package protocol SQLBindable {
  /// The value as the engines keep it.
  var sqlValue: SQLValue { get }
}

extension String: SQLBindable {
  package var sqlValue: SQLValue { .text(self) }
}

extension Int: SQLBindable {
  package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
  package var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLBindable {
  package var sqlValue: SQLValue { .real(self) }
}

extension Bool: SQLBindable {
  package var sqlValue: SQLValue { .boolean(self) }
}

extension [UInt8]: SQLBindable {
  package var sqlValue: SQLValue { .bytes(self) }
}

extension SQLValue: SQLBindable {
  package var sqlValue: SQLValue { self }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
  package var sqlValue: SQLValue {
    // No key path: instantiating a generic one costs more than the rest of a row.
    switch self {
    case .some(let value): value.sqlValue
    case .none: .null
    }
  }
}
