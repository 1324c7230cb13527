/// Several tables of the same people, as one system of cells.
///
/// Cells that mean the same are one: "program A" in a table by program and level, and in one by
/// program and gender. What is protected or audited together cannot betray in pieces.
public struct LinkedTables: Sendable {
  /// The tables in the order in which they came.
  public private(set) var tables: [CountTable] = []
  /// All cells and what adds up, within tables and across.
  public private(set) var system = CellSystem(count: 0)
  /// The count of each cell of the system.
  public private(set) var values: [Int] = []
  /// Of each table, the number of each of its cells in the system.
  public private(set) var numbers: [[Int]] = []
  /// Cells that are in no table: what is left of one table when another is subtracted.
  public private(set) var unseen: Set<Int> = []
  private var numberOfName: [[String]: Int] = [:]

  /// Tables of the same people.
  ///
  /// Throws ``TableProblem/doesNotAdd(total:)`` when two tables differ in a cell that they share.
  public init(_ tables: [CountTable]) throws {
    for table in tables { try add(table, population: "") }
  }

  /// Adds a table of some of the people of another, such as all who are not on leave.
  ///
  /// Both have the same axes. Of each cell the rest, whom only the other table counts, becomes a
  /// cell that nobody publishes and that everybody can subtract.
  public mutating func add(_ part: CountTable, within whole: Int) throws {
    guard tables.indices.contains(whole), tables[whole].axes == part.axes else {
      throw TableProblem.wrongSize(expected: tables.count, found: whole)
    }
    try add(part, population: "\(tables.count)")
    for (cell, own) in numbers[numbers.count - 1].enumerated() {
      let total = numbers[whole][cell]
      guard values[own] <= values[total] else { throw TableProblem.negative(cell: total) }
      let rest = system.addCell()
      values.append(values[total] - values[own])
      unseen.insert(rest)
      try system.relate(total: total, parts: [own, rest])
    }
  }

  private mutating func add(_ table: CountTable, population: String) throws {
    var own: [Int] = []
    own.reserveCapacity(table.counts.count)
    for (cell, count) in table.counts.enumerated() {
      let name = [population] + Self.name(of: cell, in: table)
      if let known = numberOfName[name] {
        guard values[known] == count else { throw TableProblem.doesNotAdd(total: known) }
        own.append(known)
      } else {
        let number = system.addCell()
        numberOfName[name] = number
        values.append(count)
        own.append(number)
      }
    }
    let relations = table.system
    for relation in 0..<relations.relationCount {
      let members = relations.cells(of: relation).map { own[$0] }
      if Set(members).count == members.count { system.append(members) }
    }
    tables.append(table)
    numbers.append(own)
  }

  /// What a cell says of people: dimension and code, but for codes that stand for everybody.
  private static func name(of cell: Int, in table: CountTable) -> [String] {
    var parts: [[String]] = []
    for (axis, code) in zip(table.axes, table.codes(of: cell)) where code != axis.everybody {
      parts.append([axis.name, code])
    }
    return parts.sorted { $0[0] < $1[0] }.flatMap { $0 }
  }
}

extension Axis {
  /// The one code that stands above all others; nil where there is none.
  var everybody: String? {
    let tops = codes.indices.filter { parents[$0] == nil }
    guard tops.count == 1, !children[tops[0]].isEmpty else { return nil }
    return codes[tops[0]]
  }
}
