/// Which colors of a palette the pixels of a picture name: the others could say anything.
struct PaletteUse {
  /// Of each color, whether a pixel has it.
  private(set) var used = [Bool](repeating: false, count: 256)

  private let depth: Int
  /// The row that is read, with the number of its filter.
  private var row: [UInt8] = []
  /// The row above it in the same pass.
  private var above: [UInt8] = []

  init(depth: Int) {
    self.depth = depth
  }

  /// Begins a pass, whose first row has nothing above it.
  mutating func beginPass(rowLength: Int) {
    above = [UInt8](repeating: 0, count: rowLength)
  }

  /// Takes bytes of a row.
  mutating func take(_ bytes: ArraySlice<UInt8>) {
    row += bytes
  }

  /// Ends a row of so many pixels.
  mutating func endRow(pixels: Int) {
    unfilter()
    let mask = UInt8(1 << depth - 1)
    for pixel in 0..<pixels {
      let bit = pixel * depth
      used[Int(row[1 + bit / 8] >> UInt8(8 - depth - bit % 8) & mask)] = true
    }
    swap(&row, &above)
    row.removeAll(keepingCapacity: true)
  }

  /// Makes bytes of differences to those beside and above (PNG, 9.2; a pixel has a byte at most).
  private mutating func unfilter() {
    let filter = row[0]
    row[0] = 0
    above[0] = 0
    if filter == 0 { return }
    for place in row.indices.dropFirst() {
      let (left, up, corner) = (Int(row[place - 1]), Int(above[place]), Int(above[place - 1]))
      let guess =
        switch filter {
        case 1: left
        case 2: up
        case 3: (left + up) / 2
        default: Self.nearest(left, up, corner)
        }
      row[place] &+= UInt8(guess)
    }
  }

  /// Of three neighbors the one that is nearest to where they point (Paeth's).
  private static func nearest(_ left: Int, _ up: Int, _ corner: Int) -> Int {
    let toLeft = abs(up - corner)
    let toUp = abs(left - corner)
    let toCorner = abs(left + up - 2 * corner)
    if toLeft <= toUp, toLeft <= toCorner { return left }
    return toUp <= toCorner ? up : corner
  }
}
