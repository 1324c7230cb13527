extension DenseProblem {
  /// Reads the form of the OR-Library: the size, then all costs row by row, in any lines.
  public init(table text: [UInt8]) throws(InvalidInput) {
    let result = text.withUnsafeBufferPointer { bytes in
      Result { () throws(InvalidInput) in try Self.read(LineScanner(bytes)) }
    }
    self = try result.get()
  }

  private static func read(_ text: LineScanner) throws(InvalidInput) -> DenseProblem {
    var scanner = text
    let size = try scanner.number("the size")
    try Limits.check(size, "rows", upTo: 14_000, line: 1)
    var costs: [Int] = []
    costs.reserveCapacity(min(size * size, scanner.byteCount / 2 + 1))
    for _ in 0..<size * size {
      while !scanner.hasMore() { try scanner.endLine() }
      costs.append(try scanner.number("a cost"))
    }
    try scanner.endText()
    return try DenseProblem(size: size, costs: costs)
  }
}
