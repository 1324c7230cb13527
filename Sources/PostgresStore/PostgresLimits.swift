/// Bounds of a ``PostgresStore``: no wait is without an end.
package struct PostgresLimits: Sendable {
  /// How long a transaction waits for a free connection. In a rush people rather wait than try
  /// again.
  package var waiting: Duration = .seconds(30)
  /// How long the server works on one statement; nil is without a limit, for maintenance.
  package var statement: Duration? = .seconds(60)
  /// How often a write is tried when others stand in its way.
  package var attempts = 12
  /// How long a transaction waits for a server that is gone to come back.
  package var reconnecting: Duration = .seconds(10)

  package init() {}
}
