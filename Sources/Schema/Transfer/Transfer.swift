package import SQLStore

/// Carries a whole database to a file and back, between engines and machines.
///
/// The file has one JSON value a line: a header; then for each table, in an order that keeps
/// references, a line with its columns and one line for each row in the order of the primary key;
/// then a line with the number of rows and the SHA-256 of each table and of the whole file. The
/// same data gives the same checksums on both engines.
package struct Transfer: Sendable {
  /// The database.
  let store: any Store
  /// Knows which tables there must be.
  let migrator: Migrator
  /// Told how far it got.
  let progress: @Sendable (String, Int) -> Void

  /// - Parameter progress: told the table's name and the number of its rows so far, now and then.
  package init(
    _ store: any Store, migrator: Migrator = Migrator(),
    progress: @escaping @Sendable (String, Int) -> Void = { _, _ in }
  ) {
    self.store = store
    self.migrator = migrator
    self.progress = progress
  }

  /// After how many rows progress is told.
  static let progressStep = 10_000
}
