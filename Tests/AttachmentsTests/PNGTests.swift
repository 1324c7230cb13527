import Attachments
import AttachmentsTestSupport
import Testing

/// Screenshots hold what draws them.
@Suite struct PNGTests {
  private let secret = Array("Miriam Bello, ward 7".utf8)

  private func clean(_ file: [UInt8]) throws -> [UInt8] {
    let clean = try CleanFile(received: file)
    #expect(clean.kind == .png)
    return clean.bytes
  }

  @Test(arguments: Sample.pngs)
  func `header, colors and data of a picture stay`(_ name: String) throws {
    var expected = PNGParts(try Sample.bytes(name))
    let data = expected.chunks.filter { $0.type == "IDAT" }.flatMap(\.content)
    let place = try #require(expected.types.firstIndex(of: "IDAT"))
    expected.chunks.removeAll { $0.type == "IDAT" }
    expected.insert("IDAT", [0x78, 0x01] + data.dropFirst(2), at: place)
    // Colors are opaque unless something else is said.
    expected.change("tRNS") { name == "palette.png" ? [0, 128] : $0 }
    #expect(try clean(Sample.bytes(name)) == expected.file)
    #expect(try clean(expected.file) == expected.file)
  }

  /// Every chunk that the PNG text, its extensions and programs know, but what draws the picture.
  private let spoken = [
    "tEXt", "zTXt", "iTXt", "tIME", "eXIf", "iCCP", "sRGB", "gAMA", "cHRM", "cICP", "mDCV", "cLLI",
    "pHYs", "sBIT", "bKGD", "sPLT", "hIST", "oFFs", "pCAL", "sCAL", "sTER", "gIFg", "gIFt", "gIFx",
    "fRAc", "dSIG", "acTL", "fcTL", "fdAT", "vpAg", "caNv", "orNT", "prVw", "mkBF", "caBX", "iDOT",
  ]

  @Test(arguments: Sample.pngs)
  func `whatever a program wrote beside a picture is gone`(_ name: String) throws {
    let file = try Sample.bytes(name)
    var laden = PNGParts(file)
    for type in spoken {
      laden.insert(type, Array(type.utf8) + [0] + secret)
      laden.insert(type, secret, at: laden.chunks.count - 1)
    }
    laden.change("IEND") { _ in secret }
    #expect(try clean(laden.file + secret) == clean(file))
  }

  @Test(arguments: Sample.pngs)
  func `data behind the end of the picture's own are gone`(_ name: String) throws {
    let file = try Sample.bytes(name)
    var laden = PNGParts(file)
    let place = try #require(laden.types.lastIndex(of: "IDAT"))
    laden.insert("IDAT", secret, at: place + 1)
    laden.insert("IDAT", secret, at: place + 2)
    #expect(try clean(laden.file) == clean(file))
  }

  @Test func `a palette beside pixels that say their colors is gone`() throws {
    let file = try Sample.bytes("rgb.png")
    var laden = PNGParts(file)
    laden.insert("PLTE", secret + [0])
    #expect(try clean(laden.file) == clean(file))
  }

  @Test func `colors that no pixel can name are gone`() throws {
    let file = try Sample.bytes("palette.png")
    var laden = PNGParts(file)
    #expect(laden.content("PLTE")?.count == 48)
    laden.change("PLTE") { $0 + secret + [0] }
    laden.change("tRNS") { $0 + [UInt8](repeating: 255, count: 16 - $0.count) + secret }
    #expect(try clean(laden.file) == clean(file))
  }

  /// A picture of four rows of three pixels that name the colors 0, 1 and 2 of 256, or of 4.
  private func paletted(_ depth: UInt8, _ rows: [UInt8], _ colors: [UInt8]) -> [UInt8] {
    let adler = rows.reduce(into: (1, 0)) { sums, byte in
      sums.0 = (sums.0 + Int(byte)) % 65_521
      sums.1 = (sums.1 + sums.0) % 65_521
    }
    let count = UInt8(rows.count)
    let data =
      [0x78, 0x01, 1, count, 0, ~count, 0xFF] + rows + PNGParts.word(adler.1 << 16 | adler.0)
    return PNGParts.signature
      + PNGParts.bytes("IHDR", PNGParts.word(3) + PNGParts.word(4) + [depth, 3, 0, 0, 0])
      + PNGParts.bytes("PLTE", colors) + PNGParts.bytes("IDAT", data) + PNGParts.bytes("IEND", [])
  }

  @Test func `colors that no pixel has are gone, however rows are filtered`() throws {
    let known: [UInt8] = [9, 9, 9, 8, 8, 8, 7, 7, 7]
    let words = secret + [0]
    let black = [UInt8](repeating: 0, count: words.count)
    // 0 1 2, by itself and as differences to the left, above, their mean, and Paeth's choice.
    for second in [[1, 0, 1, 1], [2, 0, 0, 0], [3, 0, 1, 1], [4, 0, 0, 0]] as [[UInt8]] {
      let rows: [UInt8] = [0, 0, 1, 2] + second + [0, 2, 2, 2] + [2, 0, 0, 0]
      #expect(
        try clean(paletted(8, rows, known + words)) == paletted(8, rows, known + black), "\(second)"
      )
    }
    // Two bits a pixel; the last two of a byte are no pixel.
    let rows: [UInt8] = [0, 0b0001_1011, 0, 0, 0, 0, 0, 0b0000_0011]
    let four = known + [77, 66, 55]
    #expect(try clean(paletted(2, rows, four)) == paletted(2, rows, known + [0, 0, 0]))
  }

  @Test func `a transparent color has no more than its samples`() throws {
    let file = try Sample.bytes("one-color.png")
    var laden = PNGParts(file)
    laden.change("tRNS") { [0x4D, $0[1], 0x42, $0[3], 0x21, $0[5]] + secret }
    #expect(try clean(laden.file) == clean(file))
  }

  @Test func `the frames of a moving picture but the first are gone`() throws {
    let file = try Sample.bytes("rgb.png")
    var moving = PNGParts(file)
    let frame = try PNGParts.word(0) + #require(moving.content("IDAT"))
    moving.insert("acTL", PNGParts.word(2) + PNGParts.word(0))
    moving.insert("fdAT", frame, at: moving.chunks.count - 1)
    #expect(try clean(moving.file) == clean(file))
  }

  @Test(arguments: Sample.pngs)
  func `a picture that ends early is damaged, wherever it ends`(_ name: String) throws {
    let file = try Sample.bytes(name)
    for length in stride(from: 8, to: file.count, by: 5) {
      expectProblem(.damaged, Array(file.prefix(length)))
    }
  }

  @Test func `every checksum counts`() throws {
    let file = try Sample.bytes("palette.png")
    var end = 8
    for chunk in PNGParts(file).chunks {
      end += 12 + chunk.content.count
      var wrong = file
      wrong[end - 1] ^= 1
      expectProblem(.damaged, wrong)
    }
    var wrong = PNGParts(file)
    wrong.change("IDAT") { $0.dropLast() + [$0[$0.count - 1] ^ 1] }
    expectProblem(.damaged, wrong.file)
  }

  @Test func `a header that the text does not allow is damaged`() throws {
    let file = try Sample.bytes("rgb.png")
    for change in [(8, 7), (8, 4), (9, 1), (9, 3), (9, 7), (10, 1), (11, 1), (12, 2)] {
      var wrong = PNGParts(file)
      wrong.change("IHDR") { $0[..<change.0] + [UInt8(change.1)] + $0[(change.0 + 1)...] }
      expectProblem(.damaged, wrong.file)
    }
    // One row more or less than there are data.
    for height in [30, 32] as [UInt8] {
      var wrong = PNGParts(file)
      wrong.change("IHDR") { $0[..<7] + [height] + $0[8...] }
      expectProblem(.damaged, wrong.file)
    }
  }

  @Test func `chunks out of their place are damaged`() throws {
    let whole = PNGParts(try Sample.bytes("palette.png"))
    for (from, to) in [(1, 3), (0, 1)] {
      var wrong = whole
      wrong.chunks.insert(wrong.chunks.remove(at: from), at: to)
      expectProblem(to == 1 ? .unusual : .damaged, wrong.file)
    }
    for type in ["IHDR", "PLTE", "tRNS"] {
      var twice = whole
      twice.insert(type, whole.content(type) ?? [], at: 2)
      expectProblem(.damaged, twice.file)
    }
    var parted = whole
    parted.insert("tEXt", secret, at: parted.chunks.count - 1)
    parted.insert("IDAT", [1], at: parted.chunks.count - 1)
    expectProblem(.damaged, parted.file)
    for type in ["IDAT", "PLTE", "IEND"] {
      var less = whole
      less.chunks.removeAll { $0.type == type }
      expectProblem(.damaged, less.file)
    }
  }

  @Test func `a critical chunk that nobody knows is named as such`() throws {
    let whole = PNGParts(try Sample.bytes("rgb.png"))
    var phone = whole
    phone.insert("CgBI", [0x50, 0, 0x20, 2], at: 0)
    expectProblem(.unusual, phone.file)
    var other = whole
    other.insert("ABCD", [])
    expectProblem(.unusual, other.file)
    var noLetters = whole
    noLetters.insert("t?Xt", [])
    expectProblem(.damaged, noLetters.file)
  }

  @Test func `more chunks than anybody writes are refused`() throws {
    let chunk = PNGParts.bytes("tEXt", [])
    let whole = PNGParts(try Sample.bytes("bits.png")).file
    let many = (0..<100_000).flatMap { _ in chunk }
    expectProblem(.damaged, Array(whole.prefix(33)) + many + whole[33...])
  }

  @Test func `more blocks of data than anybody writes are refused`() throws {
    var whole = PNGParts(try Sample.bytes("stored.png"))
    let data = whole.chunks.filter { $0.type == "IDAT" }.flatMap(\.content)
    let empty: [UInt8] = [0, 0, 0, 0xFF, 0xFF]
    for (count, isTaken) in [(99_999, true), (100_000, false)] {
      whole.chunks.removeAll { $0.type == "IDAT" }
      let many = (0..<count).flatMap { _ in empty }
      whole.insert("IDAT", data.prefix(2) + many + data[2...])
      if isTaken {
        #expect(throws: Never.self) { try clean(whole.file) }
      } else {
        expectProblem(.damaged, whole.file)
      }
    }
  }
}
