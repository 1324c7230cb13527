/// The two codes of a block of compressed data (RFC 1951): for bytes and lengths, for distances.
struct DeflateCodes {
  let lengths: PrefixCode
  let distances: PrefixCode

  /// The codes of blocks that bring none.
  static func usual() throws(FileProblem) -> DeflateCodes {
    let runs = [(8, 144), (9, 112), (7, 24), (8, 8)]
    let lengths = runs.flatMap { [Int](repeating: $0.0, count: $0.1) }
    return DeflateCodes(
      lengths: try PrefixCode(lengths: lengths[...]),
      distances: try PrefixCode(lengths: [Int](repeating: 5, count: 30)[...]))
  }

  private init(lengths: PrefixCode, distances: PrefixCode) {
    self.lengths = lengths
    self.distances = distances
  }

  /// Reads the codes at the beginning of a block: the lengths of their words, coded themselves.
  init(from bits: inout DeflateBits) throws(FileProblem) {
    let lengthCount = try bits.number(5) + 257
    let distanceCount = try bits.number(5) + 1
    let codeCount = try bits.number(4) + 4
    guard lengthCount <= 286, distanceCount <= 30 else { throw .damaged }
    var codeLengths = [Int](repeating: 0, count: 19)
    for place in Self.order.prefix(codeCount) { codeLengths[place] = try bits.number(3) }
    let code = try PrefixCode(lengths: codeLengths[...])
    let all = try Self.read(lengthCount + distanceCount, by: code, &bits)
    guard all[256] > 0 else { throw .damaged }
    lengths = try PrefixCode(lengths: all[..<lengthCount])
    distances = try PrefixCode(lengths: all[lengthCount...])
  }

  /// The order in which the lengths of the lengths' own code are written.
  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  private static func read(
    _ count: Int, by code: PrefixCode, _ bits: inout DeflateBits
  ) throws(FileProblem) -> [Int] {
    var all: [Int] = []
    while all.count < count {
      let symbol = try bits.symbol(of: code)
      switch symbol {
      case 16:
        guard let last = all.last else { throw .damaged }
        all += [Int](repeating: last, count: 3 + (try bits.number(2)))
      case 17: all += [Int](repeating: 0, count: 3 + (try bits.number(3)))
      case 18: all += [Int](repeating: 0, count: 11 + (try bits.number(7)))
      default: all.append(symbol)
      }
    }
    guard all.count == count else { throw .damaged }
    return all
  }

  /// The length of a repetition: each four symbols have one more bit behind them.
  static func length(_ symbol: Int, _ bits: inout DeflateBits) throws(FileProblem) -> Int {
    switch symbol {
    case 257..<265: return symbol - 254
    case 265..<285:
      let extra = (symbol - 261) / 4
      return 3 + (4 + (symbol - 261) % 4) << extra + (try bits.number(extra))
    case 285: return 258
    default: throw .damaged
    }
  }

  /// The distance back to what is repeated: each two symbols have one more bit behind them.
  static func distance(_ symbol: Int, _ bits: inout DeflateBits) throws(FileProblem) -> Int {
    if symbol < 4 { return symbol + 1 }
    guard symbol < 30 else { throw .damaged }
    let extra = symbol / 2 - 1
    return 1 + (2 + symbol % 2) << extra + (try bits.number(extra))
  }
}
