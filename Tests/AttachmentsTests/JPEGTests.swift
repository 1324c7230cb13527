import Attachments
import AttachmentsTestSupport
import Testing

/// Photographs hold what draws them, and which side is up.
@Suite struct JPEGTests {
  private let secret = Array("Miriam Bello, 51.5007 N".utf8)

  private func clean(_ file: [UInt8]) throws -> [UInt8] {
    let clean = try CleanFile(received: file)
    #expect(clean.kind == .jpeg)
    return clean.bytes
  }

  @Test(arguments: [
    "halved", "inks", "plain", "progressive", "progressive-restarts", "restarts", "rgb", "wide",
  ])
  func `a photograph that holds nothing else comes out byte for byte`(_ name: String) throws {
    let file = try Sample.bytes(name + ".jpg")
    #expect(try clean(file) == file)
  }

  @Test(arguments: Sample.jpegs)
  func `whatever an application wrote beside a picture is gone`(_ name: String) throws {
    let file = try Sample.bytes(name)
    var laden = JPEGParts(file)
    let scan = try #require(laden.markers.firstIndex(of: 0xDA))
    let applications = (0xE0...0xEF).map { UInt8($0) } + [0xFE, 0xF0, 0xF7, 0xFD, 0x02, 0xBF]
    for marker in applications { laden.insert(marker, secret, at: scan) }
    for head in ["JFXX\0", "http://ns.adobe.com/xap/1.0/\0", "ICC_PROFILE\0", "MPF\0"] {
      laden.insert(0xE0 + UInt8(head.utf8.count % 3), Array(head.utf8) + secret)
    }
    laden.insert(0xE1, JPEGParts.exif(1, words: "Miriam Bello, 51.5007 N"))
    laden.insert(0xED, Array("Photoshop 3.0\u{0}8BIM".utf8) + secret)
    #expect(try clean(laden.file + secret) == clean(file))
  }

  @Test(arguments: Sample.jpegs)
  func `data behind the last bit of a scan are gone`(_ name: String) throws {
    let file = try Sample.bytes(name)
    var laden = JPEGParts(file)
    for place in laden.markers.indices where laden.markers[place] == 0xDA {
      laden.append(secret + [0xFF, 0xD3] + secret + [0xFF, 0x00], behind: place)
    }
    #expect(try clean(laden.file) == clean(file))
  }

  @Test func `data before a restart are gone`() throws {
    let file = try Sample.bytes("restarts.jpg")
    let place = try #require(
      zip(file, file.dropFirst()).enumerated().first { $0.element == (0xFF, 0xD1) }?.offset)
    var laden = file
    laden.insert(contentsOf: secret, at: place)
    #expect(try clean(laden) == file)
  }

  @Test func `tables that no scan uses are gone`() throws {
    let file = try Sample.bytes("halved.jpg")
    var laden = JPEGParts(file)
    let words = secret + [UInt8](repeating: 1, count: 64 - secret.count)
    laden.insert(0xDB, [3] + words)
    laden.insert(0xDB, [0] + words)
    let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, UInt8(secret.count)]
    laden.insert(0xC4, [0x13] + counts + [UInt8](repeating: 0, count: 8) + secret)
    laden.insert(0xDD, [0x41, 0x42])
    laden.insert(0xDD, [0, 0], at: laden.parts.count - 1)
    #expect(try clean(laden.file) == file)
  }

  @Test func `a number that stands in a code twice is refused`() throws {
    let whole = JPEGParts(try Sample.bytes("gray.jpg"))
    let place = try #require(whole.markers.firstIndex(of: 0xC4))
    for (number, isTaken) in [(14, true), (0, false)] as [(UInt8, Bool)] {
      var content = Array(whole.parts[place].bytes.dropFirst(4))
      content[16] += 1
      var longer = whole
      longer.parts.remove(at: place)
      longer.insert(0xC4, content + [number], at: place)
      if isTaken {
        #expect(throws: Never.self) { try clean(longer.file) }
      } else {
        expectProblem(.damaged, longer.file)
      }
    }
  }

  @Test(arguments: 1...8, [false, true])
  func `the side that is up stays up, and EXIF says nothing else`(
    _ side: Int, _ little: Bool
  ) throws {
    let file = try Sample.bytes("plain.jpg")
    var laden = JPEGParts(file)
    laden.insert(0xE1, JPEGParts.exif(side, little: little, words: "Miriam Bello"), at: 1)
    var expected = JPEGParts(file)
    if side > 1 {
      let tiff: [UInt8] = [
        0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, UInt8(side), 0, 0, 0, 0,
        0, 0,
      ]
      expected.insert(0xE1, Array("Exif\0\0".utf8) + tiff, at: 1)
    }
    #expect(try clean(laden.file) == expected.file)
    #expect(try clean(expected.file) == expected.file)
  }

  @Test func `EXIF that cannot be read turns nothing`() throws {
    let file = try Sample.bytes("plain.jpg")
    let exif = JPEGParts.exif(6)
    for length in 0..<38 {
      var laden = JPEGParts(file)
      laden.insert(0xE1, Array(exif.prefix(length)))
      #expect(try clean(laden.file) == file, "\(length)")
    }
    for number in [0, 9, 0xFFFF] {
      var laden = JPEGParts(file)
      laden.insert(0xE1, JPEGParts.exif(number))
      #expect(try clean(laden.file) == file, "\(number)")
    }
  }

  @Test func `what says how colors are coded is written anew`() throws {
    func adobe(_ transform: UInt8) -> [UInt8] {
      Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, transform]
    }
    let jfif = Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]
    var laden = JPEGParts(try Sample.bytes("plain.jpg"))
    laden.parts.removeFirst()
    let bare = laden
    #expect(try clean(bare.file) == bare.file)
    laden.insert(0xEE, Array("Adobe".utf8) + [1, 101, 9, 9, 9, 9, 0] + secret)
    var expected = bare
    expected.insert(0xEE, adobe(0))
    #expect(try clean(laden.file) == expected.file)
    // JFIF's word counts for more, and its thumbnail for nothing.
    let thumbnail: [UInt8] = [1, 2, 1, 0, 72, 0, 72, 1, 1, 77, 66, 55]
    laden.insert(0xE0, Array("JFIF\0".utf8) + thumbnail, at: 1)
    expected = bare
    expected.insert(0xE0, jfif)
    #expect(try clean(laden.file) == expected.file)
    var inks = JPEGParts(try Sample.bytes("inks.jpg"))
    let place = try #require(inks.markers.firstIndex(of: 0xEE))
    inks.parts.remove(at: place)
    inks.insert(0xEE, adobe(7), at: place)
    var turned = JPEGParts(try Sample.bytes("inks.jpg"))
    turned.parts.remove(at: place)
    turned.insert(0xEE, adobe(2), at: place)
    #expect(try clean(inks.file) == turned.file)
  }

  @Test func `the pictures behind the first one are gone`() throws {
    let first = try Sample.bytes("halved.jpg")
    #expect(try clean(first + Sample.bytes("plain.jpg")) == first)
  }

  @Test(arguments: Sample.jpegs)
  func `a photograph that ends early is damaged, wherever it ends`(_ name: String) throws {
    let file = try Sample.bytes(name)
    for length in stride(from: 3, to: file.count, by: 7) {
      expectProblem(.damaged, Array(file.prefix(length)))
    }
  }

  @Test func `no picture can lie below another one`() throws {
    let simple = JPEGParts(try Sample.bytes("gray.jpg"))
    var twice = simple
    twice.parts += simple.parts.suffix(1)
    expectProblem(.damaged, twice.file)
    var sharper = JPEGParts(try Sample.bytes("gray-progressive.jpg"))
    let scan = try #require(sharper.markers.firstIndex(of: 0xDA))
    sharper.parts.insert(sharper.parts[scan], at: scan + 1)
    expectProblem(.damaged, sharper.file)
  }

  @Test func `a picture without scans, frame or tables is damaged`() throws {
    let whole = JPEGParts(try Sample.bytes("gray.jpg"))
    for marker in [0xC0, 0xC4, 0xDA, 0xDB] as [UInt8] {
      var less = whole
      less.parts.removeAll { $0.marker == marker }
      expectProblem(.damaged, less.file)
    }
    var twoFrames = whole
    let frame = try #require(whole.parts.first { $0.marker == 0xC0 })
    twoFrames.parts.insert(frame, at: 2)
    expectProblem(.damaged, twoFrames.file)
    expectProblem(.damaged, [0xFF, 0xD8, 0xFF, 0xD9])
  }

  @Test func `sorts that browsers do not show are named as such`() throws {
    let whole = JPEGParts(try Sample.bytes("gray.jpg"))
    let place = try #require(whole.markers.firstIndex(of: 0xC0))
    let content = Array(whole.parts[place].bytes.dropFirst(4))
    for marker in [0xC3, 0xC5, 0xC9, 0xCB, 0xCC, 0xDC, 0xDE] as [UInt8] {
      var other = whole
      other.insert(marker, content, at: place)
      expectProblem(.unusual, other.file)
    }
    for change in [(0, 12), (5, 2)] as [(Int, UInt8)] {
      var other = whole
      var changed = content
      changed[change.0] = change.1
      other.parts.remove(at: place)
      other.insert(0xC0, changed, at: place)
      expectProblem(.unusual, other.file)
    }
  }

  @Test func `more scans than encoders make are refused`() throws {
    // A gray picture of one block: its mean, then each detail by itself, bit after bit.
    let frame = JPEGParts.segment(0xC2, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
    let quantizer = JPEGParts.segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
    let counts: [UInt8] = [1] + [UInt8](repeating: 0, count: 15)
    func code(_ slot: UInt8) -> [UInt8] { JPEGParts.segment(0xC4, [slot] + counts + [0]) }
    func scan(_ place: UInt8, _ bits: UInt8) -> [UInt8] {
      JPEGParts.segment(0xDA, [1, 1, 0, place, place, bits]) + [0x7F]
    }
    var file = [0xFF, 0xD8] + quantizer + frame + code(0) + scan(0, 0) + code(0x10)
    var count = 1
    for place in 1...63 as ClosedRange<UInt8> {
      for bits in [0x01, 0x10] as [UInt8] where count < 100 {
        file += scan(place, bits)
        count += 1
      }
    }
    #expect(try clean(file + [0xFF, 0xD9]) == file + [0xFF, 0xD9])
    expectProblem(.damaged, file + scan(62, 0x01) + [0xFF, 0xD9])
  }
}
