import SQLStore

/// Puts the rows of an export into a database's tables, and compares what the tables then hold.
struct TransferLoad {
  /// How many rows, and how many bytes of lines, are gathered before they are written.
  private static let batch = (rows: 500, bytes: 1 << 22)

  private let source: TransferSource
  private let catalog: Catalog
  private let writer: any SQLWriter
  private let progress: (String, Int) -> Void
  private var table: CatalogTable?
  private var rows: [[SQLValue]] = []
  private var gathered = 0
  private var written = 0

  /// - Parameter catalog: the tables of the database behind `writer`.
  init(
    source: TransferSource, catalog: Catalog, writer: any SQLWriter,
    progress: @escaping (String, Int) -> Void
  ) {
    self.source = source
    self.catalog = catalog
    self.writer = writer
    self.progress = progress
  }

  /// Reads the file to its end.
  /// - Throws: ``TransferProblem`` when it is damaged, or the database differs from it.
  mutating func run() throws -> TransferSummary {
    while true {
      switch try source.next() {
      case .row(let values, let size):
        rows.append(values)
        gathered += size
        if rows.count >= Self.batch.rows || gathered >= Self.batch.bytes { try flush() }
      case .table(let next):
        try verify(source.finished.last)
        try begin(next)
      case .end(let summary):
        try verify(source.finished.last)
        guard summary.tables.map(\.table) == catalog.tables.map(\.name) else {
          throw source.damaged("it has other tables than the database")
        }
        return summary
      }
    }
  }

  private mutating func begin(_ start: TransferTableStart) throws {
    let own = catalog.tables.first { $0.name == start.table }
    guard let own, own.columns == start.columns else {
      throw source.damaged("the database has no table \(start.table) with these columns")
    }
    table = own
    written = 0
  }

  private mutating func flush() throws {
    guard let table, !rows.isEmpty else { return }
    try writer.executeMany(trusted: table.insertion, rows)
    let before = written
    written += rows.count
    rows.removeAll(keepingCapacity: true)
    gathered = 0
    if written / Transfer.progressStep > before / Transfer.progressStep {
      progress(table.name, written)
    }
  }

  private mutating func verify(_ expected: TransferredTable?) throws {
    try flush()
    guard let table, let expected else { return }
    guard try table.sum(writer) == expected else {
      throw TransferProblem.differs(table: table.name)
    }
    progress(table.name, written)
  }
}
