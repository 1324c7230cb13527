/// The moves that turn one assignment into another, in parts that can be made or not each.
///
/// A part is a chain of mentees who each take the place that the next one leaves, closed or open.
/// No part alone fills a mentor beyond what one of the two assignments has.
struct Exchange {
  /// The mentees of each part.
  private(set) var parts: [[Int]] = []
  private let ends: [Int]
  /// The mentees who leave each mentor, or have none, last first.
  private var leaving: [[Int]]
  /// How many on the way so far come before each place; -1 off the way.
  private var depths: [Int]

  init(_ before: [Int?], _ after: [Int?], mentors: Int) {
    ends = after.map { $0 ?? mentors }
    leaving = [[Int]](repeating: [], count: mentors + 1)
    depths = [Int](repeating: -1, count: mentors + 1)
    var surplus = [Int](repeating: 0, count: mentors + 1)
    for mentee in before.indices.reversed() where before[mentee] != after[mentee] {
      leaving[before[mentee] ?? mentors].append(mentee)
      surplus[before[mentee] ?? mentors] += 1
      surplus[ends[mentee]] -= 1
    }
    for place in 0...mentors {
      for _ in 0..<max(0, surplus[place]) { walk(from: place) }
    }
    for place in 0...mentors {
      while !leaving[place].isEmpty { walk(from: place) }
    }
  }

  /// Follows moves as far as they lead; each circle on the way is a part, and so is what is left.
  private mutating func walk(from start: Int) {
    var way: [Int] = []
    var places = [start]
    depths[start] = 0
    while let place = places.last, let mentee = leaving[place].popLast() {
      way.append(mentee)
      let end = ends[mentee]
      if depths[end] >= 0 {
        parts.append(Array(way[depths[end]...]))
        for left in places[(depths[end] + 1)...] { depths[left] = -1 }
        places.removeSubrange((depths[end] + 1)...)
        way.removeSubrange(depths[end]...)
      } else {
        depths[end] = way.count
        places.append(end)
      }
    }
    for place in places { depths[place] = -1 }
    if !way.isEmpty { parts.append(way) }
  }
}
