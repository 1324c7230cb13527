/// Which codes are totals of which others, as a file says: columns `dimension,code,parent`.
public struct HierarchyFile: Sendable {
  /// Of each dimension the parent of each code.
  public private(set) var parents: [String: [String: String]] = [:]
  /// Of each dimension all codes that the file names, in order.
  private(set) var codes: [String: [String]] = [:]

  /// Reads the file.
  ///
  /// Throws ``FileProblem`` for other columns, a code with two parents, and a cycle.
  public init(parsing bytes: [UInt8]) throws {
    let records = try CSVRecords(bytes)
    guard records.header.fields == ["dimension", "code", "parent"] else {
      throw FileProblem(
        line: records.header.line, reason: "The columns must be: dimension,code,parent.")
    }
    var lines: [String: [String: Int]] = [:]
    for row in records.rows {
      let (axis, code, parent) = (row.fields[0], row.fields[1], row.fields[2])
      guard parents[axis, default: [:]].updateValue(parent, forKey: code) == nil else {
        throw FileProblem(line: row.line, reason: "'\(code)' has two parents.")
      }
      for named in [code, parent] {
        let isNew = lines[axis, default: [:]].updateValue(row.line, forKey: named) == nil
        if isNew { codes[axis, default: []].append(named) }
      }
    }
    for (axis, named) in codes.sorted(by: { $0.key < $1.key }) {
      do {
        _ = try Axis(name: axis, codes: named, parents: parents[axis] ?? [:])
      } catch TableProblem.cycle(let code, _) {
        throw FileProblem(
          line: lines[axis]?[code], reason: "'\(code)' is its own ancestor.")
      }
    }
  }

  /// An axis of the codes that a table has, of what stands above them, and of a total above all.
  ///
  /// The total is added where `total` is among the codes or `adding` it is wanted. Totals that have
  /// no code of the table below them are left out.
  static func axis(
    _ name: String, codes: [String], below total: String, adding: Bool, _ file: HierarchyFile?
  ) throws -> Axis {
    let above = file?.parents[name] ?? [:]
    var (order, known) = (codes.filter { $0 != total }, Set(codes))
    var next = 0
    while next < order.count {
      if let parent = above[order[next]], parent != total, known.insert(parent).inserted {
        order.append(parent)
      }
      next += 1
    }
    var parents = above.filter { known.contains($0.key) && $0.key != total }
    if adding || known.contains(total) || parents.values.contains(total) {
      for code in order where parents[code] == nil { parents[code] = total }
      order.append(total)
    }
    return try Axis(name: name, codes: order, parents: parents)
  }
}
