extension Election {
  /// The election in the bytes of a .blt file.
  ///
  /// Linear in the bytes; papers are kept in about two bytes a mark.
  ///
  /// - Throws: ``FileProblem`` with the first line that cannot be taken.
  public init(blt bytes: [UInt8]) throws(FileProblem) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(FileProblem) in
      try BallotFileReader.read(bytes)
    }
  }
}
