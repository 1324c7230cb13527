/// Rewrites PNG files (ISO/IEC 15948): header, palette, transparency and picture.
///
/// The picture's data are walked through, so that they end where the picture does. Everything else
/// goes: words, times, profiles of color, and the frames of moving pictures but the one that is
/// shown where they do not move.
struct PNGFile {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private let head: ArraySlice<UInt8>
  private let header: PNGHeader
  private var palette: ArraySlice<UInt8>?
  private var transparency: [UInt8]?
  private var data: [UInt8] = []
  /// Whether something stood behind the data.
  private var dataEnded = false

  static func rewritten(
    _ file: [UInt8], within limits: FileLimits
  ) throws(FileProblem) -> [UInt8] {
    var reader = ByteReader(file, from: signature.count)
    let first = try PNGChunk(from: &reader)
    // Phones' own sort begins with another critical chunk.
    guard first.type == "IHDR" else { throw first.isAncillary ? .damaged : .unusual }
    var picture = PNGFile(
      head: first.content, header: try PNGHeader(first.content, limits))
    for _ in 0..<FileLimits.parts {
      let chunk = try PNGChunk(from: &reader)
      if chunk.type == "IEND" { return try picture.written() }
      try picture.take(chunk)
    }
    throw .damaged
  }

  private init(head: ArraySlice<UInt8>, header: PNGHeader) {
    self.head = head
    self.header = header
  }

  private mutating func take(_ chunk: PNGChunk) throws(FileProblem) {
    if chunk.type == "IDAT" {
      guard !dataEnded else { throw .damaged }
      data += chunk.content
      return
    }
    dataEnded = !data.isEmpty
    switch chunk.type {
    case "PLTE": try take(palette: chunk.content)
    case "tRNS": try take(transparency: chunk.content)
    case "IHDR": throw .damaged
    default: guard chunk.isAncillary else { throw .unusual }
    }
  }

  /// Keeps the colors that a pixel can name. Beside pixels that say their colors it is advice.
  private mutating func take(palette colors: ArraySlice<UInt8>) throws(FileProblem) {
    guard palette == nil, data.isEmpty, !colors.isEmpty, colors.count.isMultiple(of: 3) else {
      throw .damaged
    }
    if header.color == .palette { palette = colors.prefix(3 << header.depth) }
  }

  /// Keeps how transparent colors are, or which color is: in the bits that a sample has.
  private mutating func take(transparency content: ArraySlice<UInt8>) throws(FileProblem) {
    guard transparency == nil, data.isEmpty else { throw .damaged }
    switch header.color {
    case .palette: transparency = Array(content.prefix((palette?.count ?? 0) / 3))
    case .gray, .rgb:
      let samples = header.color == .gray ? 1 : 3
      var reader = ByteReader(Array(content))
      var kept: [UInt8] = []
      for _ in 0..<samples {
        let sample = try reader.number(2) & (1 << header.depth - 1)
        kept += [UInt8(sample >> 8), UInt8(sample & 0xFF)]
      }
      transparency = kept
    case .grayWithAlpha, .rgbWithAlpha: break
    }
  }

  private func written() throws(FileProblem) -> [UInt8] {
    guard (header.color == .palette) == (palette != nil) else { throw .damaged }
    var walk = ZlibWalk(data, PNGRows(header))
    let picture = try walk.walk()
    var clean = Self.signature + PNGChunk.bytes("IHDR", head)
    if let use = walk.rows.palette {
      clean += colors(use)
    } else if let transparency {
      clean += PNGChunk.bytes("tRNS", transparency)
    }
    return clean + PNGChunk.bytes("IDAT", picture) + PNGChunk.bytes("IEND", [])
  }

  /// The palette and how transparent its colors are; a color that no pixel has is an opaque black.
  private func colors(_ use: PaletteUse) -> [UInt8] {
    var colors = Array(palette ?? [])
    var opacities = transparency ?? []
    for (place, isUsed) in use.used.enumerated() where !isUsed {
      if 3 * place < colors.count {
        colors.replaceSubrange(3 * place..<3 * place + 3, with: [0, 0, 0])
      }
      if place < opacities.count { opacities[place] = 255 }
    }
    while opacities.last == 255 { opacities.removeLast() }
    let chunk = PNGChunk.bytes("PLTE", colors)
    return opacities.isEmpty ? chunk : chunk + PNGChunk.bytes("tRNS", opacities)
  }
}
