/// A fault of the database, without the values of the statement: they may be personal.
package struct SQLError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What callers can react to.
  package enum Kind: Sendable, Equatable {
    /// A constraint refused the change; verbs check first, so this is a fault of the program.
    case constraint
    /// Two transactions stood in each other's way; the same work may succeed when repeated.
    case conflict
    /// The database cannot be reached, is locked, or its disk is full.
    case unavailable
    /// A row did not have the expected column or type.
    case decoding
    /// Anything else.
    case other
  }

  /// What callers can react to.
  package var kind: Kind
  /// The engine's own words.
  package var message: String
  /// The statement's text, with placeholders, where one was at fault.
  package var statement: String?

  package init(kind: Kind, message: String, statement: String? = nil) {
    self.kind = kind
    self.message = message
    self.statement = statement
  }

  package var description: String {
    "\(kind): \(message)" + (statement.map { " in: \($0)" } ?? "")
  }
}
