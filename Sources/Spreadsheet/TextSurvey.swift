/// A look through a whole file for whether its bytes can be UTF-8.
///
/// It costs one pass of reading and holds one chunk. Only the whole file can tell: a list in
/// Windows-1252 may have its first accent in the last row.
struct TextSurvey: Equatable {
  /// Characters beyond ASCII that are valid UTF-8.
  private(set) var wellFormed = 0

  /// Bytes that cannot be UTF-8 where they stand.
  private(set) var illFormed = 0

  /// The offset of the first of those, or nil where all is UTF-8.
  private(set) var firstIllFormed: Int?

  private static let chunk = 262_144

  /// Whether the file is best read as Windows-1252.
  ///
  /// Not so when most of what is beyond ASCII is UTF-8: that is UTF-8 with damage (a system that
  /// cuts fields by bytes), and reading it as Windows-1252 would spoil every accent in silence.
  var suggestsWindows1252: Bool { illFormed > 0 && wellFormed <= illFormed }

  /// Reads `file` from its start to its end.
  init(_ file: ByteFile) throws(SheetProblem) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { buffer.deallocate() }
    try file.seek(to: 0)
    var carried = 0
    var offset = 0
    while true {
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[carried...])
      let got = try file.read(into: room)
      let count = carried + got
      let seen = survey(UnsafeRawBufferPointer(buffer)[..<count], at: offset, isLast: got == 0)
      if got == 0 { return }
      carried = count - seen
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[seen..<count]))
      offset += seen
    }
  }

  /// Judges one chunk and returns how much of it is judged; a character cut by the chunk's end
  /// is left for the next one.
  private mutating func survey(
    _ bytes: Slice<UnsafeRawBufferPointer>, at offset: Int, isLast: Bool
  ) -> Int {
    let chunk = UnsafeRawBufferPointer(rebasing: bytes)
    var index = 0
    while true {
      index = Self.skipASCII(chunk, from: index)
      guard index < chunk.count else { return index }
      let length = UTF8Form.length(lead: chunk[index])
      if length > chunk.count - index, !isLast { return index }
      if length > 0, UTF8Form.isWellFormed(chunk, at: index, length: length) {
        wellFormed += 1
        index += length
      } else {
        illFormed += 1
        firstIllFormed = firstIllFormed ?? offset + index
        index += 1
      }
    }
  }

  private static func skipASCII(_ chunk: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= chunk.count,
      chunk.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < chunk.count, chunk[index] < 0x80 { index += 1 }
    return index
  }
}
