/// Microsoft's compound files, which hold `.xls` workbooks and also encrypted `.xlsx` ones.
enum CompoundFile {
  /// The name of the stream that encrypted workbooks are in, as the directory spells it.
  private static let encrypted = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] }

  private static let chunk = 65_536

  /// Why such a file cannot be read: a password, or its age.
  ///
  /// The name is looked for in the whole file, which costs a pass over it and spares following
  /// the sector chains of a file that may be hostile.
  static func problem(of file: ByteFile) throws(SheetProblem) -> SheetProblem {
    try file.seek(to: 0)
    var bytes = [UInt8](repeating: 0, count: chunk)
    var carried = 0
    while true {
      let got = try file.read(into: &bytes, from: carried)
      if got == 0 { return .foreign(.oldExcel) }
      let count = carried + got
      if contains(bytes[..<count]) { return .passwordProtected }
      carried = min(count, encrypted.count - 1)
      for index in 0..<carried { bytes[index] = bytes[count - carried + index] }
    }
  }

  private static func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let start = rest.firstIndex(of: encrypted[0]) {
      rest = rest[start...]
      if rest.starts(with: encrypted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
