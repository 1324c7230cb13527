/// The rows of a PNG picture as they follow each other before compression: each begins with the
/// number of its filter.
struct PNGRows {
  private struct Pass {
    let pixels: Int
    /// Bytes of a row.
    let length: Int
    var count: Int
  }

  /// Passes of which rows are still to come, the next one last.
  private var passes: [Pass] = []
  /// The pixels of the present row.
  private var pixels = 0
  /// Bytes of the present row that are still to come.
  private var rest = 0
  /// Which colors are used; nil where pixels say their colors.
  private(set) var palette: PaletteUse?

  init(_ header: PNGHeader) {
    // Of each pass its first column and row, and the steps to the next ones (PNG, 8.2).
    let steps =
      header.isInterlaced
      ? [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2),
      ] : [(0, 0, 1, 1)]
    for (column, row, across, down) in steps.reversed() {
      let width = (header.width - column + across - 1) / across
      let height = (header.height - row + down - 1) / down
      guard width > 0, height > 0 else { continue }
      let length = 1 + (width * header.pixelBits + 7) / 8
      passes.append(Pass(pixels: width, length: length, count: height))
    }
    if header.color == .palette {
      palette = PaletteUse(depth: header.depth)
      palette?.beginPass(rowLength: passes.last?.length ?? 0)
    }
  }

  /// Whether all rows have come.
  var isWhole: Bool { rest == 0 && passes.isEmpty }

  /// Takes the bytes that come next.
  mutating func take(_ bytes: ArraySlice<UInt8>) throws(FileProblem) {
    var place = bytes.startIndex
    while place < bytes.endIndex {
      if rest == 0 { try beginRow(filter: bytes[place]) }
      let end = min(place + rest, bytes.endIndex)
      palette?.take(bytes[place..<end])
      rest -= end - place
      place = end
      if rest == 0 { endRow() }
    }
  }

  private mutating func beginRow(filter: UInt8) throws(FileProblem) {
    guard let pass = passes.last, filter < 5 else { throw .damaged }
    rest = pass.length
    pixels = pass.pixels
    passes[passes.count - 1].count -= 1
  }

  private mutating func endRow() {
    palette?.endRow(pixels: pixels)
    guard passes.last?.count == 0 else { return }
    passes.removeLast()
    if let next = passes.last { palette?.beginPass(rowLength: next.length) }
  }
}
