/// Gives a text file as UTF-8, chunk by chunk, whatever it is encoded in.
struct TextDecoder {
  /// How the file is encoded.
  let encoding: TextEncoding

  /// Where in the decoded text the first bytes without meaning stand, once known.
  ///
  /// What is decoded from there on must not be used; what stands before it is good.
  private(set) var firstBroken: Int

  private let file: ByteFile
  /// Bytes to decode; empty where the file is UTF-8 already.
  private var raw: [UInt8]
  /// How many bytes at the start of `raw` are left over from the last chunk.
  private var carried = 0
  private var produced = 0

  /// The most UTF-8 bytes that one raw byte can become (a byte of Windows-1252).
  private static let growth = 3

  /// Recognizes the encoding, which may take a pass over the file, and stands before its text.
  init(_ file: ByteFile, chunk: Int) throws(SheetProblem) {
    self.file = file
    let mark = TextEncoding.marked(by: try file.start(3))
    var broken: Int?
    switch mark {
    case .utf16LittleEndian?, .utf16BigEndian?:
      encoding = mark ?? .utf8
    default:
      let survey = try TextSurvey(file)
      encoding = mark ?? (survey.suggestsWindows1252 ? .windows1252 : .utf8)
      if encoding != .windows1252 { broken = survey.firstIllFormed }
    }
    firstBroken = broken.map { [length = encoding.mark.count] in $0 - length } ?? .max
    let copies = encoding == .utf8 || encoding == .utf8WithMark
    raw = copies ? [] : [UInt8](repeating: 0, count: chunk / Self.growth)
    try file.seek(to: encoding.mark.count)
  }

  /// Fills the start of `target`, which must hold a chunk or more, and returns how many bytes it
  /// got, 0 at the end.
  mutating func read(into target: UnsafeMutableRawBufferPointer) throws(SheetProblem) -> Int {
    var count = 0
    // Half a character decodes to nothing, which must not look like the end.
    repeat {
      if raw.isEmpty { return try file.read(into: target) }
      let available = try refill()
      if available == 0 { return 0 }
      count = decode(available, into: target)
    } while count == 0
    produced += count
    return count
  }

  /// Reads raw bytes behind those carried over and returns how many there are now, 0 at the end.
  private mutating func refill() throws(SheetProblem) -> Int {
    let count = try file.read(into: &raw, from: carried)
    if count == 0, carried > 0 { markBroken(at: produced) }
    return count == 0 ? 0 : carried + count
  }

  private mutating func decode(_ count: Int, into target: UnsafeMutableRawBufferPointer) -> Int {
    switch encoding {
    case .utf16LittleEndian: decodeUTF16(count, low: 0, into: target)
    case .utf16BigEndian: decodeUTF16(count, low: 1, into: target)
    default: decodeWindows1252(count, into: target)
    }
  }

  private mutating func markBroken(at offset: Int) {
    firstBroken = min(firstBroken, offset)
  }

  private mutating func decodeWindows1252(
    _ count: Int, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    var writer = UTF8Writer(target)
    for byte in raw[..<count] {
      if byte < 0x80 {
        writer.append(ascii: byte)
      } else if let unit = Windows1252.unit(byte) {
        writer.append(UInt32(unit))
      } else {
        markBroken(at: produced + writer.count)
        writer.append(UTF8Writer.replacement)
      }
    }
    return writer.count
  }

  private mutating func decodeUTF16(
    _ count: Int, low: Int, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    var writer = UTF8Writer(target)
    var index = 0
    func unit(at index: Int) -> UInt32 {
      UInt32(raw[index + low]) | UInt32(raw[index + 1 - low]) << 8
    }
    while index + 2 <= count {
      let first = unit(at: index)
      guard first & 0xF800 == 0xD800 else {
        writer.append(first)
        index += 2
        continue
      }
      if first < 0xDC00, index + 4 > count { break }
      if first < 0xDC00, unit(at: index + 2) & 0xFC00 == 0xDC00 {
        writer.append(0x10000 + (first & 0x3FF) << 10 + unit(at: index + 2) & 0x3FF)
        index += 4
      } else {
        markBroken(at: produced + writer.count)
        writer.append(UTF8Writer.replacement)
        index += 2
      }
    }
    carried = count - index
    for offset in 0..<carried { raw[offset] = raw[index + offset] }
    return writer.count
  }
}
