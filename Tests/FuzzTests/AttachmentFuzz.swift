import Attachments
import AttachmentsTestSupport
import Testing

/// Files that nobody's camera wrote: cleaned for good or refused, never a trap.
@Suite struct AttachmentFuzz {
  /// Fewer than of the others, for a picture takes longer than a line.
  private static let rounds = Fuzzing.rounds / 60

  private static let texts: [[UInt8]] = [
    Array("One line,\r\nanother \u{200B}one.\n".utf8), Array("\u{FEFF}می\u{200C}خواهم 😀\t\n".utf8),
    Array("From: a\nTo: b\n\nwords".utf8), Array("<p>not a page</p>".utf8),
  ]

  /// What other formats begin with, and what readers of these stumble over.
  private static let words: [[UInt8]] = [
    Array("<html><script>alert(1)</script>".utf8), Array("%PDF-1.7\n".utf8),
    [0x50, 0x4B, 3, 4], [0xFF, 0xD8, 0xFF], [0xFF, 0xD9], [0xFF, 0xDA, 0, 8], [0xFF, 0xFF],
    [0xFF, 0x00], [0xFF, 0xD0], [0xFF, 0xC4, 0xFF, 0xFF], [0xFF, 0xC2], [0xFF, 0xDD, 0, 4, 0, 1],
    [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], Array("IEND".utf8),
    Array("IDAT".utf8), Array("PLTE".utf8), PNGParts.bytes("IEND", []),
    PNGParts.bytes("IDAT", [0]), PNGParts.bytes("tRNS", [0, 1]), [0xE2, 0x80, 0x8B], [0x0D],
  ]

  @Test func `a spoiled file is refused, or cleaned once and for all`() throws {
    var random = FuzzRandom(state: Fuzzing.seed &+ 40)
    let samples = try (Sample.jpegs + Sample.pngs).map(Sample.bytes) + Self.texts
    var taken = 0
    for _ in 0..<Self.rounds {
      for sample in samples {
        let spoiled = random.spoil(sample, with: Self.words)
        taken += expectSound(spoiled) ? 1 : 0
        if sample.starts(with: PNGParts.signature) {
          // With checksums set right, so that damage gets behind them.
          taken += expectSound(PNGParts(spoiled).file) ? 1 : 0
        }
      }
    }
    #expect(taken > Self.rounds)
  }

  /// Expects that cleaning a file again changes nothing and that nothing was added to it.
  private func expectSound(_ file: [UInt8]) -> Bool {
    guard let clean = try? CleanFile(received: file) else { return false }
    #expect(clean.bytes.count <= file.count + 200)
    #expect((try? CleanFile(received: clean.bytes)) == clean)
    return true
  }

  @Test func `nothing that was planted survives, wherever it was planted`() throws {
    var random = FuzzRandom(state: Fuzzing.seed &+ 41)
    for _ in 0..<Self.rounds {
      // Long enough that no picture holds it by chance.
      let mark = (0..<18).map { _ in UInt8(ascii: "a") + UInt8(random.below(26)) }
      for name in Sample.jpegs + Sample.pngs {
        let file = try Sample.bytes(name)
        let laden =
          name.hasSuffix("jpg")
          ? Self.planted(mark, in: JPEGParts(file), &random)
          : Self.planted(mark, in: PNGParts(file), &random)
        let clean = try CleanFile(received: laden)
        #expect(clean == (try CleanFile(received: file)), "\(name)")
        #expect(clean.bytes.firstRange(of: mark) == nil, "\(name)")
      }
    }
  }

  private static func planted(
    _ mark: [UInt8], in parts: JPEGParts, _ random: inout FuzzRandom
  ) -> [UInt8] {
    let heads = [
      "", "Exif\0\0II*\0", "Exif\0\0MM\0*\0\0\0\u{8}", "MPF\0", "ICC_PROFILE\0\u{1}\u{1}",
    ]
    var laden = parts
    for _ in 0...random.below(5) {
      let place = random.below(laden.parts.count)
      let content = Array(heads[random.below(heads.count)].utf8) + mark + words[random.below(3)]
      switch random.below(6) {
      case 0: laden.insert(0xFE, content, at: place)
      case 1: laden.insert(0xE1 + UInt8(random.below(13)), content, at: place)
      case 2: laden.insert(0xF0 + UInt8(random.below(14)), content, at: place)
      case 3:
        let filled = content + [UInt8](repeating: 1, count: 128)
        laden.insert(0xDB, [3] + filled.prefix(64) + [0x13] + filled.prefix(128), at: place)
      case 4:
        let counts = [UInt8](repeating: 0, count: 15) + [UInt8(content.count)]
        laden.insert(0xC4, [0x13] + counts + content, at: place)
      default:
        if laden.markers[place] == 0xDA { laden.append(mark, behind: place) }
      }
    }
    return laden.file + (random.below(2) == 0 ? [] : mark + parts.file)
  }

  private static func planted(
    _ mark: [UInt8], in parts: PNGParts, _ random: inout FuzzRandom
  ) -> [UInt8] {
    let types = ["tEXt", "zTXt", "iTXt", "eXIf", "iCCP", "tIME", "gAMA", "prVt", "fdAT", "vpAg"]
    var laden = parts
    for _ in 0...random.below(5) {
      let end = laden.types.lastIndex(of: "IDAT").map { $0 + 1 } ?? 1
      switch random.below(4) {
      case 0: laden.insert(types[random.below(types.count)], mark, at: 1)
      case 1: laden.insert(types[random.below(types.count)], mark, at: laden.chunks.count - 1)
      case 2: laden.insert("IDAT", mark, at: end)
      default: laden.change("IEND") { $0 + mark }
      }
    }
    return laden.file + (random.below(2) == 0 ? [] : mark + parts.file)
  }
}
