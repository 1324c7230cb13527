import Attachments
import AttachmentsTestSupport
import Testing

/// Sizes, and what a file is called.
@Suite struct LimitTests {
  @Test func `a file has as many bytes as its kind may have`() throws {
    let jpeg = try Sample.bytes("plain.jpg")
    let png = try Sample.bytes("rgb.png")
    for (file, kind) in [(jpeg, FileKind.jpeg), (png, .png)] {
      let enough = FileLimits(pictureBytes: file.count)
      #expect(try CleanFile(received: file, within: enough).kind == kind)
      let less = FileLimits(pictureBytes: file.count - 1)
      expectProblem(.tooLarge(kind, most: file.count - 1), file, within: less)
    }
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 102_400)
    #expect(try CleanFile(received: text).bytes == text)
    expectProblem(.tooLarge(.text, most: 102_400), text + text)
  }

  @Test func `both sides of a picture and all its pixels are bounded`() throws {
    for name in ["plain.jpg", "rgb.png"] {
      let file = try Sample.bytes(name)
      #expect(throws: Never.self) {
        try CleanFile(received: file, within: FileLimits(side: 45, area: 45 * 31))
      }
      for limits in [FileLimits(side: 44), FileLimits(area: 45 * 31 - 1)] {
        let problem = FileProblem.tooManyPixels(side: limits.side, area: limits.area)
        expectProblem(problem, file, within: limits)
      }
    }
  }

  @Test func `a picture that says it is huge is refused before anything is done for it`() throws {
    let problem = FileProblem.tooManyPixels(side: 16_000, area: 64_000_000)
    var png = PNGParts(try Sample.bytes("gray.png"))
    png.change("IHDR") { [0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF] + $0[8...] }
    expectProblem(problem, png.file)
    var jpeg = JPEGParts(try Sample.bytes("gray-progressive.jpg"))
    let place = try #require(jpeg.markers.firstIndex(of: 0xC2))
    let content = Array(jpeg.parts[place].bytes.dropFirst(4))
    jpeg.parts.remove(at: place)
    jpeg.insert(0xC2, [8, 0xFF, 0xFF, 0xFF, 0xFF] + content.dropFirst(5), at: place)
    expectProblem(problem, jpeg.file)
  }

  @Test func `a picture without pixels is damaged`() throws {
    var png = PNGParts(try Sample.bytes("gray.png"))
    png.change("IHDR") { [0, 0, 0, 0] + $0[4...] }
    expectProblem(.damaged, png.file)
  }

  @Test func `a few bytes that become many are walked through and not kept`() throws {
    // Stored blocks of zeros far beyond the rows that the header promises.
    var bomb = PNGParts(try Sample.bytes("gray.png"))
    let block: [UInt8] = [0, 0xFF, 0xFF, 0, 0] + [UInt8](repeating: 0, count: 65_535)
    bomb.change("IDAT") { _ in [0x78, 0x01] + (0..<40).flatMap { _ in block } }
    expectProblem(.damaged, bomb.file)
  }

  @Test func `a kind that is not asked for is not taken`() throws {
    let pictures = FileLimits(kinds: [.jpeg, .png])
    expectProblem(.unknown, Array("words".utf8), within: pictures)
    let texts = FileLimits(kinds: [.text])
    expectProblem(.unknown, try Sample.bytes("rgb.png"), within: texts)
  }

  @Test func `a file is called by its kind and number alone`() {
    #expect(
      FileKind.allCases.map { $0.name(3) } == ["picture-3.jpg", "picture-3.png", "text-3.txt"])
    #expect(
      FileKind.allCases.map(\.mediaType)
        == ["image/jpeg", "image/png", "text/plain; charset=utf-8"])
  }
}
