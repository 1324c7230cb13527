/// The size of a PNG picture, and how its pixels are written.
struct PNGHeader {
  /// How a pixel says its color.
  enum Color: Int {
    case gray = 0
    case rgb = 2
    case palette = 3
    case grayWithAlpha = 4
    case rgbWithAlpha = 6
  }

  let width: Int
  let height: Int
  /// Bits of a sample, or of a place in the palette.
  let depth: Int
  let color: Color
  /// Whether the picture comes in seven passes (Adam7).
  let isInterlaced: Bool

  init(_ content: ArraySlice<UInt8>, _ limits: FileLimits) throws(FileProblem) {
    var reader = ByteReader(Array(content))
    width = try reader.number(4)
    height = try reader.number(4)
    try limits.check(width: width, height: height)
    depth = try reader.number(1)
    guard let color = Color(rawValue: try reader.number(1)) else { throw .damaged }
    self.color = color
    let methods = try reader.number(2)
    let interlacing = try reader.number(1)
    guard methods == 0, interlacing < 2, reader.isAtEnd, Self.depths(color).contains(depth)
    else { throw .damaged }
    isInterlaced = interlacing == 1
  }

  private static func depths(_ color: Color) -> [Int] {
    switch color {
    case .gray: [1, 2, 4, 8, 16]
    case .palette: [1, 2, 4, 8]
    case .rgb, .grayWithAlpha, .rgbWithAlpha: [8, 16]
    }
  }

  /// Bits of a pixel.
  var pixelBits: Int {
    switch color {
    case .gray, .palette: depth
    case .grayWithAlpha: 2 * depth
    case .rgb: 3 * depth
    case .rgbWithAlpha: 4 * depth
    }
  }
}
