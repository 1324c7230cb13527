/// Which columns of a file divide what is counted, and which holds the counts.
struct Columns {
  let names: [String]
  /// The columns that are axes, in order.
  let axes: [Int]
  let count: Int

  /// The column of a given name, else the one that is called "count", else the last.
  init(_ header: CSVRecords.Record, count name: String?) throws {
    names = header.fields
    guard Set(names).count == names.count else {
      throw FileProblem(line: header.line, reason: "A column name stands twice.")
    }
    guard names.count > 1 else {
      throw FileProblem(line: header.line, reason: "There must be at least two columns.")
    }
    let wanted = name ?? "count"
    if let found = names.firstIndex(of: wanted) {
      count = found
    } else if let name {
      throw FileProblem(line: header.line, reason: "There is no column '\(name)'.")
    } else {
      count = names.count - 1
    }
    let chosen = count
    axes = names.indices.filter { $0 != chosen }
  }
}
