/// Two lists of the same people, each in an order of its own, and how much the one tells of the
/// other.
///
/// Three figures, each for a way in which an order leaks: the same people at the same places
/// (a list copied), neighbors who stay neighbors (a list copied backward, in blocks, or turned),
/// and Spearman's rank correlation (a list that follows the other only roughly). Of two lists that
/// have nothing to do with each other the first is distributed like Poisson's with mean 1, the
/// second with mean 2, and the third, times the root of one less than the people, normally. The
/// bounds are met by chance less than once in ten million pairs of lists.
struct Pairing: Equatable {
  /// How many people stand in both.
  let people: Int
  /// How many stand at the same place.
  let same: Int
  /// How many who follow each other in the first are next to each other in the second.
  let neighbors: Int
  /// The rank correlation in its standard deviations.
  let deviations: Double

  init(_ first: [Int], _ second: [Int]) {
    let common = Set(first).intersection(second)
    let (first, second) = (Self.once(first, in: common), Self.once(second, in: common))
    let place = Dictionary(uniqueKeysWithValues: second.enumerated().map { ($1, $0) })
    let places = first.compactMap { place[$0] }
    people = places.count
    same = places.enumerated().count { $0 == $1 }
    neighbors = zip(places, places.dropFirst()).count { abs($0 - $1) == 1 }
    let squares = places.enumerated().reduce(0.0) { sum, pair in
      sum + Double((pair.offset - pair.element) * (pair.offset - pair.element))
    }
    let count = Double(people)
    deviations =
      people > 1
      ? (1 - 6 * squares / (count * (count * count - 1))) * (count - 1).squareRoot() : 0
  }

  /// Whether chance alone explains it.
  var isChance: Bool { same <= 10 && neighbors <= 14 && abs(deviations) <= 5.5 }

  private static func once(_ list: [Int], in common: Set<Int>) -> [Int] {
    var seen: Set<Int> = []
    return list.filter { common.contains($0) && seen.insert($0).inserted }
  }
}
