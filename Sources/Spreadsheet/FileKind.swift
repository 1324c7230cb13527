/// What the first bytes of a file say it is.
enum FileKind: Equatable {
  /// A ZIP archive: a workbook, perhaps.
  case zip
  /// A compound file, Microsoft's container of the nineties.
  case compound
  /// A kind that can only be refused.
  case foreign(ForeignFile)
  /// None of these: text, perhaps.
  case other

  private static let signs: [([UInt8], FileKind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], .foreign(.pdf)),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .foreign(.picture)),
    ([0xFF, 0xD8, 0xFF], .foreign(.picture)),
    ([0x47, 0x49, 0x46, 0x38], .foreign(.picture)),
    ([0x1F, 0x8B, 0x08], .foreign(.archive)),
    ([0x37, 0x7A, 0xBC, 0xAF], .foreign(.archive)),
    ([0x52, 0x61, 0x72, 0x21, 0x1A], .foreign(.archive)),
    // Excel before version 5 had no container: a bare "beginning of file" record.
    ([0x09, 0x00, 0x04, 0x00], .foreign(.oldExcel)),
    ([0x09, 0x02, 0x06, 0x00], .foreign(.oldExcel)),
    ([0x09, 0x04, 0x06, 0x00], .foreign(.oldExcel)),
  ]

  /// Judges by a file's first bytes; eight are enough.
  init(start: [UInt8]) {
    self = Self.signs.first { start.starts(with: $0.0) }?.1 ?? .other
  }
}
