/// The head of a scan: which components it holds, and which part of their numbers.
struct JPEGScan {
  /// Places of components in the frame.
  let components: [Int]
  /// The slots of each component's codes: for means and for details.
  let slots: [(mean: Int, details: Int)]
  /// The first coefficient; 0 is the mean of a block.
  let first: Int
  /// The last coefficient.
  let last: Int
  /// The bit down to which the coefficients were known before; 0 if they were not.
  let high: Int
  /// The bit down to which they are known now.
  let low: Int
  let isProgressive: Bool
  private let ids: [UInt8]

  init(_ content: [UInt8], of frame: JPEGFrame) throws(FileProblem) {
    var reader = ByteReader(content)
    let count = try reader.number(1)
    guard (1...4).contains(count) else { throw .damaged }
    var ids: [UInt8] = []
    var components: [Int] = []
    var slots: [(mean: Int, details: Int)] = []
    for _ in 0..<count {
      let id = try reader.byte()
      let slot = try reader.number(1)
      guard let place = frame.components.firstIndex(where: { $0.id == id }), slot >> 4 < 4,
        slot & 15 < 4, !ids.contains(id)
      else { throw .damaged }
      ids.append(id)
      components.append(place)
      slots.append((mean: slot >> 4, details: slot & 15))
    }
    let numbers = (try reader.number(1), try reader.number(1), try reader.number(1))
    guard reader.isAtEnd else { throw .damaged }
    (self.ids, self.components, self.slots) = (ids, components, slots)
    isProgressive = frame.isProgressive
    // Only progressive pictures are sent in parts; in others the three numbers mean nothing.
    first = isProgressive ? numbers.0 : 0
    last = isProgressive ? numbers.1 : 63
    high = isProgressive ? numbers.2 >> 4 : 0
    low = isProgressive ? numbers.2 & 15 : 0
    try check(frame)
  }

  private func check(_ frame: JPEGFrame) throws(FileProblem) {
    let units = components.reduce(0) {
      $0 + frame.components[$1].across * frame.components[$1].down
    }
    guard components.count == 1 || units <= 10 else { throw .damaged }
    guard isProgressive else { return }
    let isPart = first == 0 ? last == 0 : first <= last && last < 64 && components.count == 1
    guard isPart, low <= 13, high == 0 || high == low + 1 else { throw .damaged }
  }

  /// Whether it holds means of blocks that are coded by words.
  var hasMeanCodes: Bool { first == 0 && high == 0 }
  /// Whether it holds details.
  var hasDetails: Bool { last > 0 }

  /// The segment, with zeros where a number means nothing.
  var segment: [UInt8] {
    var content = [UInt8(components.count)]
    for (id, slot) in zip(ids, slots) {
      let mean = hasMeanCodes ? slot.mean : 0
      content += [id, UInt8(mean << 4 | (hasDetails ? slot.details : 0))]
    }
    return JPEGFile.segment(0xDA, content + [UInt8(first), UInt8(last), UInt8(high << 4 | low)])
  }
}
