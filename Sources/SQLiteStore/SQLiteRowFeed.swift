import GRDBSQLite

/// A table that is in no database: rows of the program's, for `INSERT … SELECT … FROM` it.
///
/// One statement for many rows opens each index once and not once a row, which saves a third of
/// the time. It is an eponymous virtual table of SQLite's and takes the rows as its argument.
enum SQLiteRowFeed {
  /// The name of the table.
  static let name = "housestaff_rows"
  /// The most columns that it has, named `c0`, `c1` and so on.
  static let width = 32
  /// What the argument points at, in SQLite's words: others are not taken.
  ///
  /// SQLite keeps the address of these words and compares them when the statement runs, so they
  /// must stay where they are: those of a `String` are gone as soon as the rows are bound.
  static var argument: UnsafePointer<CChar> {
    UnsafeRawPointer(words.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  private static let words: StaticString = "housestaff_row_source"

  /// Makes the table known to a connection.
  static func register(on connection: OpaquePointer) {
    sqlite3_create_module_v2(connection, name, module, nil, nil)
  }

  /// Where a statement stands in its rows, behind what SQLite keeps of a cursor.
  private struct Cursor {
    var kept = sqlite3_vtab_cursor()
    var source: UnsafePointer<SQLiteRowSource>?
    var row = 0
  }

  private static func cursor(
    _ pointer: UnsafeMutablePointer<sqlite3_vtab_cursor>?
  ) -> UnsafeMutablePointer<Cursor> {
    // SQLite gives back what xOpen made.
    UnsafeMutableRawPointer(pointer.unsafelyUnwrapped).assumingMemoryBound(to: Cursor.self)
  }

  // SQLite keeps the pointer for as long as any connection lives, and nobody writes there.
  private nonisolated(unsafe) static let module: UnsafeMutablePointer<sqlite3_module> = {
    var module = sqlite3_module()
    module.xConnect = { connection, _, _, _, table, _ in
      let columns = (0..<width).map { "c\($0)" }.joined(separator: ", ")
      let code = sqlite3_declare_vtab(connection, "CREATE TABLE x(\(columns), source HIDDEN)")
      guard code == SQLITE_OK else { return code }
      table?.pointee = .allocate(capacity: 1)
      table?.pointee?.initialize(to: sqlite3_vtab())
      return SQLITE_OK
    }
    module.xDisconnect = { table in
      table?.deallocate()
      return SQLITE_OK
    }
    module.xBestIndex = { _, plan in bestIndex(plan) }
    module.xOpen = { _, opened in
      let cursor = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
      cursor.initialize(to: Cursor())
      opened?.pointee = UnsafeMutableRawPointer(cursor).assumingMemoryBound(
        to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }
    module.xClose = { closed in
      cursor(closed).deallocate()
      return SQLITE_OK
    }
    module.xFilter = { filtered, _, _, count, arguments in
      // Without its rows a statement must fail: nobody would see that none were added.
      guard count == 1, let given = sqlite3_value_pointer(arguments?[0], argument) else {
        return SQLITE_MISUSE
      }
      cursor(filtered).pointee.source = UnsafePointer(
        given.assumingMemoryBound(to: SQLiteRowSource.self))
      cursor(filtered).pointee.row = 0
      return SQLITE_OK
    }
    module.xNext = { moved in
      cursor(moved).pointee.row += 1
      return SQLITE_OK
    }
    module.xEof = { asked in
      let count = cursor(asked).pointee.source?.pointee.count ?? 0
      return cursor(asked).pointee.row >= count ? 1 : 0
    }
    module.xColumn = { asked, context, column in
      let row = cursor(asked).pointee.row
      if let source = cursor(asked).pointee.source, let context, column < source.pointee.width {
        source.pointee.give(Int(column), of: row, to: context)
      }
      return SQLITE_OK
    }
    module.xRowid = { asked, number in
      number?.pointee = Int64(cursor(asked).pointee.row)
      return SQLITE_OK
    }
    let kept = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    kept.initialize(to: module)
    return kept
  }()

  /// Takes the rows from the table's argument; without one there are no rows.
  private static func bestIndex(_ plan: UnsafeMutablePointer<sqlite3_index_info>?) -> Int32 {
    guard let plan else { return SQLITE_OK }
    for index in 0..<Int(plan.pointee.nConstraint) {
      let constraint = plan.pointee.aConstraint[index]
      guard constraint.iColumn == width, constraint.usable != 0,
        Int32(constraint.op) == SQLITE_INDEX_CONSTRAINT_EQ
      else { continue }
      plan.pointee.aConstraintUsage[index].argvIndex = 1
      plan.pointee.aConstraintUsage[index].omit = 1
    }
    plan.pointee.estimatedCost = 1
    return SQLITE_OK
  }
}
