/// One way of dividing what is counted: its codes, and which of them are totals of others.
///
/// A code with children is the total of its children, at any depth: level within program within
/// department. Codes without a parent are not added up. The order of codes is the order of cells.
public struct Axis: Sendable, Equatable {
  /// What is divided, such as "program".
  public let name: String
  /// The parts and totals, in the order of cells.
  public let codes: [String]
  /// Of each code the place of its parent; nil at the top.
  public let parents: [Int?]
  /// Of each code the places of its children, in order.
  public let children: [[Int]]
  private let places: [String: Int]

  /// A dimension from codes and the parents that they name.
  ///
  /// Throws ``TableProblem`` for repeated codes, unknown parents and cycles. Linear in the codes.
  public init(name: String, codes: [String], parents: [String: String] = [:]) throws {
    guard !codes.isEmpty else { throw TableProblem.noCodes(axis: name) }
    var places: [String: Int] = [:]
    for (place, code) in codes.enumerated() {
      guard places.updateValue(place, forKey: code) == nil else {
        throw TableProblem.repeatedCode(code, axis: name)
      }
    }
    for code in parents.keys.sorted() where places[code] == nil {
      throw TableProblem.unknownCode(code, axis: name)
    }
    var children = [[Int]](repeating: [], count: codes.count)
    self.parents = try codes.enumerated().map { place, code in
      guard let parent = parents[code] else { return nil }
      guard let above = places[parent] else {
        throw TableProblem.unknownParent(parent, of: code, axis: name)
      }
      children[above].append(place)
      return above
    }
    self.name = name
    self.codes = codes
    self.children = children
    self.places = places
    if let trapped = Self.firstInCycle(parents: self.parents, children: children) {
      throw TableProblem.cycle(through: codes[trapped], axis: name)
    }
  }

  /// A dimension without levels: categories and, behind them, their total.
  public init(name: String, categories: [String], total: String = "Total") throws {
    let parents = Dictionary(categories.map { ($0, total) }) { first, _ in first }
    try self.init(name: name, codes: categories + [total], parents: parents)
  }

  /// The place of a code; nil when the dimension does not have it.
  public func place(of code: String) -> Int? { places[code] }

  /// The places of the codes that are no totals.
  public var leaves: [Int] { codes.indices.filter { children[$0].isEmpty } }

  /// The places of all codes, each behind its children.
  var upward: [Int] {
    var order: [Int] = []
    order.reserveCapacity(codes.count)
    var open = codes.indices.filter { parents[$0] == nil }
    while let place = open.popLast() {
      order.append(place)
      open += children[place]
    }
    return order.reversed()
  }

  /// A code that cannot be reached from a code without a parent, so that it is in a cycle or under
  /// one.
  private static func firstInCycle(parents: [Int?], children: [[Int]]) -> Int? {
    var isReached = [Bool](repeating: false, count: parents.count)
    var open = parents.indices.filter { parents[$0] == nil }
    while let place = open.popLast() {
      isReached[place] = true
      open += children[place]
    }
    return isReached.firstIndex(of: false)
  }
}
