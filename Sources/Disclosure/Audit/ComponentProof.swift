/// The exact intervals of a component's cells, and tables that reach their ends.
struct ComponentProof: Sendable {
  let cells: [Int]
  private(set) var intervals: [Interval]
  /// Tables that agree, each in the order of ``cells``.
  private(set) var tables: [[Int]] = []
  /// Of each cell the number of a table where it is least, and greatest; nil when unbounded.
  private(set) var lowest: [Int?]
  private(set) var highest: [Int?]
  /// Why no table goes beyond the ends, if that is to be certified.
  private(set) var steps: [AuditCertificate.Step] = []

  /// Solves only for ends that no table has reached yet: one table widens many intervals.
  init(_ component: Component, at start: [Int]?, certifies: Bool) throws {
    cells = component.cells
    var solver = try ComponentSolver(component, at: start, certifies: certifies)
    intervals = solver.table.map { Interval(exactly: $0) }
    lowest = .init(repeating: 0, count: cells.count)
    highest = lowest
    tables = [solver.table]
    for cell in cells.indices {
      if intervals[cell].low > component.bounds[cell].low {
        _ = try solver.extreme(cell, -1)
        widen(by: solver.table)
        if certifies { steps += [solver.step(for: cell, -1)].compactMap(\.self) }
      }
      if intervals[cell].top < component.bounds[cell].top {
        let greatest = try solver.extreme(cell, 1)
        widen(by: solver.table)
        if greatest == nil {
          intervals[cell].high = nil
          highest[cell] = nil
        } else if certifies {
          steps += [solver.step(for: cell, 1)].compactMap(\.self)
        }
      }
    }
  }

  private mutating func widen(by table: [Int]) {
    var isNew = false
    for (cell, value) in table.enumerated() {
      if value < intervals[cell].low {
        intervals[cell].low = value
        lowest[cell] = tables.count
        isNew = true
      }
      if value > intervals[cell].top {
        intervals[cell].high = value
        highest[cell] = tables.count
        isNew = true
      }
    }
    if isNew { tables.append(table) }
  }
}
