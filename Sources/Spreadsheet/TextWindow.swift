/// The part of a decoded text that is in memory: what is not consumed yet, up to a chunk ahead.
///
/// It grows only while one record is larger than a chunk, which the limits of cells and columns
/// bound.
struct TextWindow: ~Copyable {
  /// Whether nothing follows the text in the window.
  private(set) var isLast = false

  private var decoder: TextDecoder
  private var storage: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  /// Where `storage` begins in the decoded text.
  private var offset = 0

  private static let chunk = 262_144

  /// Stands before a file's text, with nothing in memory.
  init(_ file: ByteFile) throws(SheetProblem) {
    decoder = try TextDecoder(file, chunk: Self.chunk)
    storage = .allocate(byteCount: 2 * Self.chunk, alignment: 16)
  }

  deinit { storage.deallocate() }

  /// How the file is encoded.
  var encoding: TextEncoding { decoder.encoding }

  /// The text in the window; valid until the next `extend`.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(storage)[start..<end])
  }

  /// Whether the first `count` bytes of the window came from bytes that mean something.
  func isIntact(_ count: Int) -> Bool { offset + start + count <= decoder.firstBroken }

  /// Whether the whole text up to here, and its end if that is reached, could be decoded.
  var endsIntact: Bool { decoder.firstBroken == .max }

  /// Moves the window's start behind `count` bytes that are done with.
  mutating func consume(_ count: Int) { start += count }

  /// Reads another chunk behind what is in the window, or notes that there is none.
  mutating func extend() throws(SheetProblem) {
    let kept = end - start
    let grown: UnsafeMutableRawBufferPointer? =
      storage.count - kept < Self.chunk
      ? .allocate(byteCount: storage.count * 2, alignment: 16) : nil
    (grown ?? storage).copyMemory(from: bytes)
    if let grown {
      storage.deallocate()
      storage = grown
    }
    offset += start
    start = 0
    end = kept
    let room = UnsafeMutableRawBufferPointer(rebasing: storage[kept..<(kept + Self.chunk)])
    let got = try decoder.read(into: room)
    end += got
    isLast = got == 0
  }
}
