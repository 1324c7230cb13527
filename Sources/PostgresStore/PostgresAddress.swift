import CPostgres
import SQLStore

/// An address as libpq takes it, with what we ask of every connection.
struct PostgresAddress: Sendable {
  /// The URL without the part that is ours.
  let url: String
  /// Behind PgBouncer in transaction mode statements cannot be kept: `?pgbouncer=true` says so.
  let isPooled: Bool

  /// Takes our part out of a URL.
  init(url: String) {
    guard let mark = url.firstIndex(of: "?") else {
      (self.url, isPooled) = (url, false)
      return
    }
    let options = url[url.index(after: mark)...].split(separator: "&")
    let others = options.filter { !$0.hasPrefix("pgbouncer=") }
    isPooled = options.contains("pgbouncer=true")
    self.url = url[..<mark] + (others.isEmpty ? "" : "?" + others.joined(separator: "&"))
  }

  /// Opens a connection; blocks until the server answers or the time is over.
  /// - Throws: ``SQLError`` of kind `unavailable`, with libpq's words about host, port and user.
  func connect() throws(SQLError) -> OpaquePointer {
    // What the URL says comes before the first group and after the second.
    let settings = [
      ("connect_timeout", "5"), ("keepalives_idle", "30"), ("tcp_user_timeout", "30000"),
      ("fallback_application_name", "housestaff"), ("dbname", url), ("client_encoding", "UTF8"),
    ]
    let connection = withCStrings(settings.map(\.0)) { names in
      withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
    }
    guard let connection else {
      throw SQLError(kind: .unavailable, message: "libpq has no memory for a connection")
    }
    guard PQstatus(connection) == CONNECTION_OK else {
      let message = PQerrorMessage(connection).map { String(cString: $0) } ?? "no connection"
      PQfinish(connection)
      throw SQLError(kind: .unavailable, message: message.trimmingNewlines)
    }
    // A notice may quote values, and libpq would print it.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    return connection
  }
}

/// Hands over a list of C strings that ends with a null pointer.
private func withCStrings<Answer>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer
) -> Answer {
  var characters: [CChar] = []
  let starts = strings.map { string in
    defer { characters += string.utf8CString }
    return characters.count
  }
  return characters.withUnsafeBufferPointer { buffer in
    let pointers = starts.map { buffer.baseAddress?.advanced(by: $0) } + [nil]
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}

extension String {
  /// The string without newlines at its ends; libpq ends its messages with one.
  var trimmingNewlines: String {
    let front = drop(while: \.isNewline)
    return String(front.reversed().drop(while: \.isNewline).reversed())
  }
}
