/// The part of an XML file that is in memory: the token being read, and up to a chunk ahead.
struct MarkupWindow: ~Copyable {
  /// Whether nothing follows what is in the window.
  private(set) var isLast = false

  private let entry: ZipEntry
  private var check = UTF8Check()
  private var storage = UnsafeMutableRawBufferPointer.allocate(
    byteCount: 2 * Self.chunk, alignment: 16)
  private var start = 0
  private var end = 0

  private static let chunk = 65_536

  /// No tag is longer in any workbook; text comes in pieces.
  private static let longest = 1_048_576

  /// Stands at the start of `entry`, with nothing in memory.
  init(_ entry: ZipEntry) {
    self.entry = entry
  }

  deinit { storage.deallocate() }

  /// What to throw for a file that is not well formed.
  var damage: SheetProblem { .damaged(part: entry.name) }

  /// The bytes in the window; valid until the next `extend`.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(storage)[start..<end])
  }

  /// Whether a token has become so long that text should be given in pieces.
  var isFull: Bool { end - start >= Self.chunk }

  /// Moves the window's start behind `count` bytes that are done with.
  mutating func consume(_ count: Int) { start += count }

  /// Reads another chunk, or notes that there is none.
  mutating func extend() throws(SheetProblem) {
    let kept = end - start
    guard !isLast, kept <= Self.longest else { throw damage }
    let grown: UnsafeMutableRawBufferPointer? =
      storage.count - kept < Self.chunk
      ? .allocate(byteCount: storage.count * 2, alignment: 16) : nil
    (grown ?? storage).copyMemory(from: bytes)
    if let grown {
      storage.deallocate()
      storage = grown
    }
    (start, end) = (0, kept)
    let room = UnsafeMutableRawBufferPointer(rebasing: storage[kept..<(kept + Self.chunk)])
    let got = try entry.read(into: room)
    isLast = got == 0
    guard check.accepts(UnsafeRawBufferPointer(rebasing: room[..<got])) else { throw damage }
    if isLast, check.missing > 0 { throw damage }
    end += got
  }
}
