/// Where a database is: what `--database` names.
package enum StoreLocation: Sendable, Equatable {
  /// A file; it is made when it is missing.
  case sqlite(path: String)
  /// An address as libpq takes it.
  case postgres(url: String)

  /// Reads `PATH`, `sqlite:PATH`, `postgres://…` or `postgresql://…`.
  /// - Throws: ``StoreLocationProblem`` in words for the person who typed it.
  package init(_ argument: String) throws(StoreLocationProblem) {
    let scheme = argument.split(separator: ":", maxSplits: 1).first.map { $0.lowercased() } ?? ""
    switch scheme {
    case "" where argument.isEmpty:
      throw StoreLocationProblem(
        description: "Name the database: the path of a file, or postgres://user@host/name.")
    case "postgres", "postgresql":
      guard argument.dropFirst(scheme.count).hasPrefix("://") else {
        throw StoreLocationProblem(
          description: "A PostgreSQL address looks like postgres://user:password@host/name.")
      }
      self = .postgres(url: argument)
    case "sqlite":
      let path = argument.dropFirst("sqlite:".count)
      let file = path.hasPrefix("//") ? path.dropFirst(2) : path
      guard !file.isEmpty else {
        throw StoreLocationProblem(description: "Name a file after sqlite:, as in sqlite:data.db.")
      }
      self = .sqlite(path: String(file))
    default:
      guard !argument.contains("://") else {
        throw StoreLocationProblem(
          description: "Housestaff keeps its data in SQLite or PostgreSQL; \(scheme) is neither.")
      }
      self = .sqlite(path: argument)
    }
  }

  /// The engine that opens it.
  package var engine: Engine {
    switch self {
    case .sqlite: .sqlite
    case .postgres: .postgres
    }
  }
}

extension StoreLocation: CustomStringConvertible {
  /// The location for logs and messages: a password in it is left out.
  package var description: String {
    switch self {
    case .sqlite(let path): path
    case .postgres(let url): Self.withoutPassword(url)
    }
  }

  private static func withoutPassword(_ url: String) -> String {
    let rest = url.drop { $0 != ":" }.dropFirst("://".count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let user = authority.lastIndex(of: "@").map { authority[..<$0].prefix { $0 != ":" } }
    let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
    // What follows a question mark may hold a password as well.
    let path = rest[authority.endIndex...].prefix { $0 != "?" }
    return "postgres://" + (user.map { "\($0)@" } ?? "") + (host ?? authority) + path
  }
}

/// Why a location cannot be read, in words.
package struct StoreLocationProblem: Error, Equatable, CustomStringConvertible {
  package let description: String
}
