import CPostgres
import SQLStore

extension SQLError {
  /// The server's error, without its detail: that quotes values.
  init(result: OpaquePointer?, statement: String?) {
    let state = Self.field(postgres_field_state, of: result) ?? ""
    let primary = Self.field(postgres_field_primary, of: result)
    let message = primary ?? PQresultErrorMessage(result).map { String(cString: $0) } ?? ""
    self.init(
      kind: Self.kind(state), message: Self.words(state, message.trimmingNewlines),
      statement: statement)
  }

  /// libpq's own complaint about a connection.
  init(connection: OpaquePointer, statement: String?) {
    let message = PQerrorMessage(connection).map { String(cString: $0) } ?? "no connection"
    self.init(
      kind: PQstatus(connection) == CONNECTION_OK ? .other : .unavailable,
      message: message.trimmingNewlines, statement: statement)
  }

  /// Whether a statement was kept whose table has changed since: it has to be prepared anew.
  static func isStalePlan(_ result: OpaquePointer?) -> Bool {
    field(postgres_field_state, of: result) == "0A000"
      && field(postgres_field_function, of: result) == "RevalidateCachedQuery"
  }

  /// Whether a unique index refused a row.
  var isDuplicate: Bool { kind == .constraint && message.hasSuffix("(\(Self.uniqueViolation))") }

  /// The SQLSTATE of a row that a unique index refuses.
  private static let uniqueViolation = "23505"

  private static func field(_ code: Int, of result: OpaquePointer?) -> String? {
    PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
  }

  /// - Parameter state: the SQLSTATE; empty when libpq itself gave up.
  private static func kind(_ state: String) -> Kind {
    switch (state, state.prefix(2)) {
    case ("40001", _), ("40P01", _), ("55P03", _): .conflict
    case (_, "23"): .constraint
    // What two who share one connection do to each other: a wrong address, not a lost server.
    case ("08P01", _): .other
    // Refused in a read-only transaction, as SQLite's readers refuse it.
    case ("25006", _): .unavailable
    // A time limit, a shutdown, a server without room or means, a lost connection.
    case ("57014", _), ("57P01", _), ("57P02", _), ("57P03", _): .unavailable
    case (_, "53"), (_, "58"), (_, "08"), ("", _): .unavailable
    default: .other
    }
  }

  private static func words(_ state: String, _ message: String) -> String {
    switch (state, state.prefix(2)) {
    case ("22P02", _): "a value cannot be read as its column's type (22P02)"
    case ("22003", _): "a number is out of its column's range (22003)"
    // The other complaints of this class may quote the value as well.
    case (_, "22"): "a value is refused (\(state))"
    case ("26000", _), ("42P05", _), ("08P01", _):
      "\(message) (\(state)); behind PgBouncer, add pgbouncer=true to the address"
    default: state.isEmpty ? message : "\(message) (\(state))"
    }
  }
}
