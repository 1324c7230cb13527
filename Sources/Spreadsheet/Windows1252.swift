/// The code page 1252, as the Unicode consortium's table CP1252.TXT gives it.
enum Windows1252 {
  /// What the bytes 80 to 9F stand for; 0 where the page has a hole.
  private static let upper: [UInt16] = [
    0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x0000, 0x017D, 0x0000,
    0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178,
  ]

  /// The code unit for a byte, or nil for one of the five bytes without meaning.
  ///
  /// A file that holds one of those is in some other encoding (Mac, DOS, Japanese).
  static func unit(_ byte: UInt8) -> UInt16? {
    guard byte >= 0x80, byte < 0xA0 else { return UInt16(byte) }
    let unit = upper[Int(byte - 0x80)]
    return unit == 0 ? nil : unit
  }
}
