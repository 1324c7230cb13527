/// The bits of a scan, and the bytes in which they came up to the last one that was read.
struct ScanBits: BitSource {
  private let file: [UInt8]
  private var position: Int
  /// Where the bytes begin that are not in `clean` yet.
  private var start: Int
  private var byte: UInt8 = 0
  /// Bits of `byte` that were not read yet.
  private var left = 0
  private var clean: [UInt8] = []

  init(_ file: [UInt8], at position: Int) {
    self.file = file
    self.position = position
    start = position
  }

  mutating func bit() throws(FileProblem) -> Int {
    if left == 0 { try load() }
    left -= 1
    return Int(byte >> UInt8(left)) & 1
  }

  /// Takes the next byte of the scan; a zero behind 0xFF says that it is no marker.
  private mutating func load() throws(FileProblem) {
    guard position + 1 < file.count else { throw .damaged }
    byte = file[position]
    position += 1
    if byte == 0xFF {
      guard file[position] == 0 else { throw .damaged }
      position += 1
    }
    left = 8
  }

  mutating func number(_ width: Int) throws(FileProblem) -> Int {
    var number = 0
    for _ in 0..<width { number = number << 1 | (try bit()) }
    return number
  }

  mutating func skip(_ count: Int) throws(FileProblem) {
    var count = count
    while count > left {
      count -= left
      try load()
    }
    left -= count
  }

  /// Takes the bytes over whose bits were read; the rest of the last one is filled with ones.
  private mutating func close() {
    clean += file[start..<position]
    if left > 0, byte != 0xFF {
      let filled = byte | UInt8(1 << left - 1)
      clean[clean.count - 1] = filled
      if filled == 0xFF { clean.append(0) }
    }
    left = 0
  }

  /// Goes on to the next marker; what stands before it is not part of the picture.
  private mutating func seekMarker() {
    while position + 1 < file.count {
      let next = file[position + 1]
      if file[position] == 0xFF, next != 0, next != 0xFF { return }
      position += 1
    }
  }

  /// Reads the restart with a number from 0 to 7.
  mutating func restart(_ number: Int) throws(FileProblem) {
    close()
    seekMarker()
    let marker = 0xD0 | UInt8(number)
    guard position + 1 < file.count, file[position + 1] == marker else { throw .damaged }
    clean += [0xFF, marker]
    position += 2
    start = position
  }

  /// Ends the scan: its bytes, and where the next marker stands.
  mutating func end() -> (clean: [UInt8], position: Int) {
    close()
    seekMarker()
    while position + 1 < file.count, (0xD0...0xD7).contains(file[position + 1]) {
      position += 2
      seekMarker()
    }
    return (clean, position)
  }
}
