/// The size of a picture, and how its components are sampled.
struct JPEGFrame {
  /// Luminance, chrominance or an ink.
  struct Component {
    let id: UInt8
    /// Blocks side by side in a unit of a scan of several components.
    let across: Int
    /// Blocks on top of each other in such a unit.
    let down: Int
    /// The slot of its quantizer.
    let quantizer: Int
  }

  let isProgressive: Bool
  let components: [Component]
  /// The segment as it was read: every byte of it has a meaning.
  let segment: [UInt8]
  /// Units of a scan of several components in a row.
  let unitsAcross: Int
  /// Rows of such units.
  let unitsDown: Int
  private let width: Int
  private let height: Int
  private let mostAcross: Int
  private let mostDown: Int

  init(_ marker: UInt8, _ content: [UInt8], _ limits: FileLimits) throws(FileProblem) {
    var reader = ByteReader(content)
    guard try reader.byte() == 8 else { throw .unusual }
    height = try reader.number(2)
    width = try reader.number(2)
    try limits.check(width: width, height: height)
    let count = try reader.number(1)
    guard [1, 3, 4].contains(count) else { throw .unusual }
    var components: [Component] = []
    for _ in 0..<count { components.append(try Self.component(&reader)) }
    guard reader.isAtEnd, Set(components.map(\.id)).count == count else { throw .damaged }
    self.components = components
    isProgressive = marker == 0xC2
    segment = JPEGFile.segment(marker, content)
    mostAcross = components.reduce(1) { max($0, $1.across) }
    mostDown = components.reduce(1) { max($0, $1.down) }
    unitsAcross = Self.parts(width, of: 8 * mostAcross)
    unitsDown = Self.parts(height, of: 8 * mostDown)
  }

  private static func component(_ reader: inout ByteReader) throws(FileProblem) -> Component {
    let id = try reader.byte()
    let sampling = try reader.number(1)
    let quantizer = try reader.number(1)
    let (across, down) = (sampling >> 4, sampling & 15)
    guard (1...4).contains(across), (1...4).contains(down), quantizer < 4 else { throw .damaged }
    return Component(id: id, across: across, down: down, quantizer: quantizer)
  }

  /// Blocks of a component in a row and rows of them, as a scan of it alone counts them.
  func blocks(of component: Int) -> (across: Int, down: Int) {
    let part = components[component]
    return (
      Self.parts(Self.parts(width * part.across, of: mostAcross), of: 8),
      Self.parts(Self.parts(height * part.down, of: mostDown), of: 8)
    )
  }

  private static func parts(_ whole: Int, of size: Int) -> Int { (whole + size - 1) / size }
}
