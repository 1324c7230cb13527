/// A table as it is handed out: figures, and a mark where something is withheld.
public struct PublishedTable: Sendable, Equatable {
  /// What the figures are divided by.
  public let axes: [Axis]
  /// Of each cell the figure; nil where it is withheld.
  public let figures: [Int?]
  /// The name of the column of figures.
  public var countName = "count"
  /// The place of the column of counts; the last where there are fewer columns.
  public var countColumn = Int.max

  /// The mark in files.
  public static let mark = "x"

  /// A table of these figures.
  public init(axes: [Axis], figures: [Int?]) {
    self.axes = axes
    self.figures = figures
  }

  /// A table of rounded or noisy counts, all of them shown.
  public init(_ table: CountTable) {
    self.init(axes: table.axes, figures: table.counts)
  }

  /// A table without the cells that are withheld.
  public init(_ table: CountTable, withholding cells: [Int]) {
    var figures: [Int?] = table.counts
    for cell in cells { figures[cell] = nil }
    self.init(axes: table.axes, figures: figures)
  }

  /// The same with the columns where a file had them.
  public func inColumns(of file: CountFile) -> PublishedTable {
    var table = self
    table.countName = file.countName
    table.countColumn = file.countColumn
    return table
  }

  /// The codes that name a cell.
  public func codes(of cell: Int) -> [String] { CountTable.codes(of: cell, axes) }

  /// A comma-separated file, a row for each cell, totals included.
  public var csv: String {
    let rows = figures.indices.map { cell in
      row(codes(of: cell), figures[cell].map(String.init) ?? Self.mark)
    }
    return CSVText.rows([row(axes.map(\.name), countName)] + rows)
  }

  /// The table as the catalog's schema `protect` has it.
  public func json(method: String, threshold: Int) -> String {
    let cells = figures.indices.map { cell in
      JSONText.object([
        ("codes", .list(codes(of: cell).map(JSONText.string))),
        ("count", figures[cell].map(JSONText.number) ?? .null),
      ])
    }
    return JSONText.object([
      ("method", .string(method)),
      ("threshold", .number(threshold)),
      ("dimensions", .list(axes.map { .string($0.name) })),
      ("withheld", .number(figures.count { $0 == nil })),
      ("cells", .list(cells)),
    ]).text
  }

  private func row(_ codes: [String], _ count: String) -> [String] {
    var fields = codes
    fields.insert(count, at: min(countColumn, codes.count))
    return fields
  }
}
