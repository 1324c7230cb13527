extension Election {
  /// The election in the bytes of a .blt file.
  ///
  /// Linear in the bytes; papers are kept in about two bytes a mark.
  ///
  /// - Throws: ``FileProblem`` with the first line that cannot be taken.
  public init(blt bytes: [UInt8], equalRanks: Bool = true) throws(FileProblem) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(FileProblem) in
      try Self.refuseNUL(bytes)
      return try BallotFileReader.read(bytes, equalRanks: equalRanks)
    }
  }

  /// The election in the bytes of a PrefLib file, which does not say how many seats there are.
  ///
  /// - Throws: ``FileProblem`` with the first line that cannot be taken.
  public init(
    preflib bytes: [UInt8], seats: Int = 1, equalRanks: Bool = true
  ) throws(FileProblem) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(FileProblem) in
      try Self.refuseNUL(bytes)
      return try PrefLibReader.read(bytes, seats: seats, equalRanks: equalRanks)
    }
  }

  /// The election in a file of either form, told by what is in it.
  ///
  /// For `seats` nil stands for as many as a .blt file says, or else one. Where equal ranks are not
  /// allowed, the first paper that has some is named.
  ///
  /// - Throws: ``FileProblem`` with the first line that cannot be taken.
  public init(
    ballots bytes: [UInt8], seats: Int? = nil, equalRanks: Bool = true
  ) throws(FileProblem) {
    let head = bytes.prefix(1 << 16)
    if head.first == UInt8(ascii: "#"), head.contains(PrefLibReader.mark) {
      try self.init(preflib: bytes, seats: seats ?? 1, equalRanks: equalRanks)
      return
    }
    try self.init(blt: bytes, equalRanks: equalRanks)
    guard let seats else { return }
    do {
      self = try filling(seats: seats)
    } catch {
      throw FileProblem(line: 0, error.description)
    }
  }

  private static func refuseNUL(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileProblem) {
    // Looking at every byte without stopping takes many of them at a time.
    guard bytes.reduce(.max, min) == 0, let place = bytes.firstIndex(of: 0) else { return }
    let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
    throw FileProblem(line: line, "there is a NUL byte; this is no text file.")
  }
}
