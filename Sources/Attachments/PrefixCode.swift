/// A code of words of different lengths, as JPEG and PNG write numbers with (Huffman's, in its
/// canonical form): the words of a length follow each other, and the next length goes on from them.
struct PrefixCode {
  /// Words of each length; of length 0 there is none.
  let counts: [Int]
  /// What the words mean, from the shortest.
  let symbols: [Int]

  /// Takes the counts of lengths from 1, and the meanings.
  init(counts: [Int], symbols: [Int]) throws(FileProblem) {
    guard counts.reduce(0, +) == symbols.count else { throw .damaged }
    // Words of each length that do not begin with a shorter one.
    var free = 1
    for count in counts {
      free = free * 2 - count
      guard free >= 0 else { throw .damaged }
    }
    self.counts = [0] + counts
    self.symbols = symbols
  }

  /// Takes the length of each number's word; of length 0 it has none.
  init(lengths: ArraySlice<Int>) throws(FileProblem) {
    var counts = [Int](repeating: 0, count: 15)
    for length in lengths where length > 0 { counts[length - 1] += 1 }
    var places = [0]
    for count in counts { places.append((places.last ?? 0) + count) }
    var symbols = [Int](repeating: 0, count: places.last ?? 0)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[places[length - 1]] = symbol
      places[length - 1] += 1
    }
    try self.init(counts: counts, symbols: symbols)
  }
}

/// Where bits come from, one after the other.
protocol BitSource {
  mutating func bit() throws(FileProblem) -> Int
}

extension BitSource {
  /// What the next word means.
  @inline(__always)
  mutating func symbol(of code: PrefixCode) throws(FileProblem) -> Int {
    var word = 0
    var first = 0
    var place = 0
    for length in 1..<code.counts.count {
      word = word << 1 | (try bit())
      let count = code.counts[length]
      if word - first < count { return code.symbols[place + word - first] }
      place += count
      first = (first + count) << 1
    }
    throw .damaged
  }
}
