/// Walks through the blocks of a scan, without computing what they show, to know where it ends.
struct ScanWalk {
  private let frame: JPEGFrame
  private let scan: JPEGScan
  private let codes: [JPEGCodes]
  private let interval: Int
  private var bits = ScanBits([], at: 0)
  /// Units that were walked through.
  private var units = 0
  /// Blocks ahead that have no new details.
  private var emptyBlocks = 0

  init(_ frame: JPEGFrame, _ scan: JPEGScan, _ codes: [JPEGCodes], _ interval: Int) {
    self.frame = frame
    self.scan = scan
    self.codes = codes
    self.interval = interval
  }

  /// Begins behind the scan's head.
  mutating func begin(in file: [UInt8], at position: Int) {
    bits = ScanBits(file, at: position)
  }

  /// The bytes of the scan, and where the next marker stands.
  mutating func end() throws(FileProblem) -> (clean: [UInt8], position: Int) {
    bits.end()
  }

  /// Counts a unit, and reads the restart before it if one is due.
  private mutating func nextUnit() throws(FileProblem) {
    if interval > 0, units > 0, units % interval == 0 {
      try bits.restart((units / interval - 1) % 8)
      emptyBlocks = 0
    }
    units += 1
  }

  /// Walks through a scan that holds means, alone or with all details.
  mutating func walkPlain() throws(FileProblem) {
    let single = scan.components.count == 1
    let alone = frame.blocks(of: scan.components[0])
    let count = single ? alone.across * alone.down : frame.unitsAcross * frame.unitsDown
    for _ in 0..<count {
      try nextUnit()
      for (place, component) in scan.components.enumerated() {
        let part = frame.components[component]
        for _ in 0..<(single ? 1 : part.across * part.down) { try walkBlock(codes[place]) }
      }
    }
  }

  private mutating func walkBlock(_ codes: JPEGCodes) throws(FileProblem) {
    if let mean = codes.mean {
      let width = try bits.symbol(of: mean)
      guard width <= 15 else { throw .damaged }
      try bits.skip(width)
    } else {
      // One more bit of a mean that is known already.
      try bits.skip(1)
    }
    guard let details = codes.details else { return }
    var place = 1
    while place < 64 {
      let word = try bits.symbol(of: details)
      let (zeros, width) = (word >> 4, word & 15)
      if width == 0, zeros < 15 { return }
      place += zeros + 1
      guard place <= 64 else { throw .damaged }
      try bits.skip(width)
    }
  }

  /// Walks through a progressive scan that holds details of one component.
  mutating func walkDetails(_ coefficients: inout [UInt64]) throws(FileProblem) {
    guard let code = codes[0].details else { throw .damaged }
    let component = scan.components[0]
    let blocks = frame.blocks(of: component)
    let stride = frame.unitsAcross * frame.components[component].across
    for row in 0..<blocks.down {
      for place in row * stride..<row * stride + blocks.across {
        try nextUnit()
        if scan.high == 0 {
          try walkFirst(code, &coefficients[place])
        } else {
          try walkRefining(code, &coefficients[place])
        }
      }
    }
  }

  /// A block of which these details are told for the first time.
  private mutating func walkFirst(
    _ code: PrefixCode, _ block: inout UInt64
  ) throws(FileProblem) {
    if emptyBlocks > 0 {
      emptyBlocks -= 1
      return
    }
    var place = scan.first
    while place <= scan.last {
      let word = try bits.symbol(of: code)
      let (zeros, width) = (word >> 4, word & 15)
      if width == 0, zeros < 15 {
        emptyBlocks = 1 << zeros - 1 + (try bits.number(zeros))
        return
      }
      place += zeros
      guard place <= scan.last else { throw .damaged }
      if width > 0 { block |= 1 << UInt64(place) }
      try bits.skip(width)
      place += 1
    }
  }

  /// A block of which these details get one more bit, and those that were zero may begin.
  private mutating func walkRefining(
    _ code: PrefixCode, _ block: inout UInt64
  ) throws(FileProblem) {
    var place = scan.first
    while emptyBlocks == 0, place <= scan.last {
      let word = try bits.symbol(of: code)
      let (zeros, width) = (word >> 4, word & 15)
      if width == 0, zeros < 15 {
        emptyBlocks = 1 << zeros + (try bits.number(zeros))
        break
      }
      guard width < 2 else { throw .damaged }
      try bits.skip(width)
      place = try passZeros(zeros, from: place, block)
      guard place <= scan.last else { throw .damaged }
      if width == 1 { block |= 1 << UInt64(place) }
      place += 1
    }
    guard emptyBlocks > 0 else { return }
    emptyBlocks -= 1
    if place <= scan.last {
      let ahead = ~UInt64(0) << UInt64(place) & ~UInt64(0) >> UInt64(63 - scan.last)
      try bits.skip((block & ahead).nonzeroBitCount)
    }
  }

  /// Passes so many coefficients that are zero, and reads a bit of each other one on the way;
  /// gives the place of the zero behind them.
  private mutating func passZeros(
    _ zeros: Int, from start: Int, _ block: UInt64
  ) throws(FileProblem) -> Int {
    var (place, zeros) = (start, zeros)
    while place <= scan.last {
      if block >> UInt64(place) & 1 == 1 {
        try bits.skip(1)
      } else if zeros == 0 {
        return place
      } else {
        zeros -= 1
      }
      place += 1
    }
    return place
  }
}
