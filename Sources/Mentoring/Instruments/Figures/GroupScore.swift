/// How the answers of a group to one subscale came out.
struct GroupScore: Sendable, Equatable {
  /// How many people answered both times.
  let people: Int
  /// Means of the people's scores, each the mean of their items; 0 where there is nobody.
  let before, after: Double
  /// The mean of what changed for each, and its standard deviation; with less than two it is 0.
  let change, deviation: Double
  /// Whether all have the same score before, after, or in their change: then a mean tells
  /// everybody's.
  let isAlike: Bool

  /// - Parameters:
  ///   - sums: of each person the sum of their items before and after.
  ///   - items: how many items the sums are made of, at least 1.
  init(_ sums: [(before: Int, after: Int)], items: Int) {
    people = sums.count
    let changes = sums.map { $0.after - $0.before }
    before = Self.mean(sums.map(\.before), items)
    after = Self.mean(sums.map(\.after), items)
    change = Self.mean(changes, items)
    deviation = Self.deviation(changes, items)
    isAlike =
      !sums.isEmpty
      && [sums.map(\.before), sums.map(\.after), changes].contains { Set($0).count == 1 }
  }

  private static func mean(_ sums: [Int], _ items: Int) -> Double {
    sums.isEmpty ? 0 : Double(sums.reduce(0, +)) / Double(sums.count * items)
  }

  private static func deviation(_ changes: [Int], _ items: Int) -> Double {
    guard changes.count > 1 else { return 0 }
    let mean = mean(changes, items)
    let squares = changes.map { change in
      let distance = Double(change) / Double(items) - mean
      return distance * distance
    }
    return (squares.reduce(0, +) / Double(changes.count - 1)).squareRoot()
  }
}

extension InstrumentSheet {
  /// The sum of somebody's items of a subscale, with reversed ones turned.
  func sum(of subscale: Subscale, in points: [Int]) -> Int {
    zip(items, points).filter { $0.0.subscale == subscale.key }.reduce(0) { sum, one in
      sum + (one.0.reversed ? scale.min + scale.max - one.1 : one.1)
    }
  }

  /// How many items a subscale has.
  func count(of subscale: Subscale) -> Int { items.count { $0.subscale == subscale.key } }
}
