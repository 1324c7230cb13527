import Elections
import ElectionsTestSupport
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Pictures of candidates hold what draws them and nothing else.
@Suite struct PortraitTests {
  private func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let typed = Array(type.utf8) + content
    return word(content.count) + typed + word(checksum(typed))
  }

  private func word(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The checksum bit by bit, as the PNG text defines it.
  private func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }

  private let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private func header(_ width: Int, _ height: Int) -> [UInt8] {
    chunk("IHDR", word(width) + word(height) + [8, 2, 0, 0, 0])
  }

  private var picture: [UInt8] { chunk("IDAT", [1, 2, 3]) + chunk("IEND", []) }

  @Test func `a PNG file loses words, times and what stands behind it`() throws {
    let secret = Array("taken at home".utf8)
    let file =
      signature + header(2, 2) + chunk("tEXt", secret) + chunk("eXIf", secret) + picture + secret
    let portrait = try Portrait(file: file)
    #expect(portrait.format == .png)
    #expect(portrait.bytes == signature + header(2, 2) + picture)
  }

  private func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  private func exif(_ orientation: UInt8) -> [UInt8] {
    Array("Exif\0\0".utf8) + [
      0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
      0, 0, 0, 0,
    ] + Array("51 degrees north".utf8)
  }

  private var frame: [UInt8] { segment(0xC0, [8, 0, 2, 0, 2, 1, 1, 0x11, 0]) }
  private var scan: [UInt8] { segment(0xDA, [1, 1, 0, 0, 63, 0]) + [7, 0xFF, 0, 0xFF, 0xD0, 9] }

  @Test func `a JPEG file loses what the camera wrote, and keeps which side is up`() throws {
    let tables = segment(0xDB, [0, 1, 2])
    let file =
      [0xFF, 0xD8] + segment(0xE0, [1, 2]) + segment(0xE1, exif(6))
      + segment(0xFE, Array("a comment".utf8)) + tables + frame + scan + [0xFF, 0xD9]
      + Array("hidden behind".utf8)
    let bytes = try Portrait(file: file).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    for secret in ["51 degrees", "comment", "hidden"] { #expect(!text.contains(secret)) }
    #expect(
      bytes.suffix(tables.count + frame.count + scan.count + 2)
        == (tables + frame + scan + [0xFF, 0xD9])[...])
    #expect(bytes.count == 2 + 36 + tables.count + frame.count + scan.count + 2)
    let again = try Portrait(file: bytes)
    #expect(again.bytes == bytes)
  }

  @Test func `a JPEG file whose right side is up has no such segment`() throws {
    let file = [0xFF, 0xD8] + segment(0xE1, exif(1)) + frame + scan + [0xFF, 0xD9]
    #expect(try Portrait(file: file).bytes == [0xFF, 0xD8] + frame + scan + [0xFF, 0xD9])
  }

  private func problem(_ file: [UInt8]) -> PortraitProblem? {
    do {
      _ = try Portrait(file: file)
      return nil
    } catch { return error }
  }

  @Test func `the content decides what a picture is`() {
    #expect(problem(Array("<svg onload='alert(1)'></svg>".utf8)) == .unknownFormat)
    #expect(problem(Array("GIF89a".utf8)) == .unknownFormat)
    #expect(problem([]) == .unknownFormat)
  }

  @Test func `what is too large is not taken`() {
    #expect(problem([UInt8](repeating: 0, count: 1_048_577)) == .tooLarge)
    #expect(problem(signature + header(4001, 2) + picture) == .tooManyPixels)
    #expect(problem(signature + header(0, 2) + picture) == .broken)
  }

  @Test func `no damaged file is taken, wherever it ends`() {
    let png = signature + header(2, 2) + picture
    for length in signature.count..<png.count {
      #expect(problem(Array(png.prefix(length))) == .broken)
    }
    var wrong = png
    wrong[signature.count + 20] ^= 1
    #expect(problem(wrong) == .broken)
    let jpeg = [0xFF, 0xD8] + frame + scan + [0xFF, 0xD9]
    for length in 3..<jpeg.count - 1 {
      #expect(problem(Array(jpeg.prefix(length))) == .broken)
    }
  }

  @Test(arguments: Engine.available)
  func `a candidate's picture is seen by those who see the election`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      try await ward.stand(ward.lee, in: id)
      let portrait = try Portrait(file: signature + header(2, 2) + picture)
      let candidate = try await ward.act(as: ward.lee, at: Ward.nominating) { viewer, writer in
        try Candidate.show(portrait, in: id, by: viewer, writer: writer)
        return try Candidate.own(in: id, viewer: viewer, reader: writer)
      }
      let known = try #require(candidate)
      #expect(known.hasPortrait)
      let seen = try await ward.see(as: ward.kim) {
        try Candidate.portrait(of: known.id, viewer: $0, reader: $1)
      }
      #expect(seen == portrait)
      try await ward.act(as: ward.lee, at: Ward.after) {
        try Candidate.show(nil, in: id, by: $0, writer: $1)
      }
      let gone = await refusalCode {
        _ = try await ward.see(as: ward.kim) {
          try Candidate.portrait(of: known.id, viewer: $0, reader: $1)
        }
      }
      #expect(gone == "absent")
    }
  }
}
