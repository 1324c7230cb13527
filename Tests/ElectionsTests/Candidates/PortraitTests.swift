import Attachments
import AttachmentsTestSupport
import Elections
import ElectionsTestSupport
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Pictures of candidates hold what draws them and nothing else.
@Suite struct PortraitTests {
  @Test func `a PNG file loses words, times and what stands behind it`() throws {
    let file = try Sample.bytes("rgb.png")
    let secret = Array("taken at home".utf8)
    var laden = PNGParts(file)
    for type in ["tEXt", "eXIf", "tIME"] { laden.insert(type, secret) }
    let portrait = try Portrait(file: laden.file + secret)
    #expect(portrait.kind == .png)
    #expect(try portrait == Portrait(file: file))
    #expect(PNGParts(portrait.bytes).types == ["IHDR", "IDAT", "IEND"])
  }

  @Test func `a JPEG file loses what the camera wrote, and keeps which side is up`() throws {
    let file = try Sample.bytes("halved.jpg")
    var laden = JPEGParts(file)
    laden.insert(0xE1, JPEGParts.exif(6, words: "51 degrees north"))
    laden.insert(0xFE, Array("a comment".utf8))
    let portrait = try Portrait(file: laden.file + Array("hidden behind".utf8))
    #expect(portrait.kind == .jpeg)
    let text = String(decoding: portrait.bytes, as: UTF8.self)
    for secret in ["51 degrees", "comment", "hidden"] { #expect(!text.contains(secret)) }
    // A segment of 36 bytes says which side is up.
    #expect(portrait.bytes.count == file.count + 36)
    #expect(try Portrait(file: portrait.bytes) == portrait)
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
    #expect(problem(Array("My name is Lee.".utf8)) == .unknownFormat)
    #expect(problem([]) == .unknownFormat)
  }

  @Test func `what is too large is not taken`() throws {
    #expect(problem([UInt8](repeating: 0, count: 1_048_577)) == .tooLarge)
    for (width, expected) in [(4001, PortraitProblem.tooManyPixels), (0, .broken)] {
      var file = PNGParts(try Sample.bytes("rgb.png"))
      file.change("IHDR") { PNGParts.word(width) + $0[4...] }
      #expect(problem(file.file) == expected)
    }
  }

  @Test(arguments: ["halved.jpg", "rgb.png"])
  func `no damaged file is taken, wherever it ends`(_ name: String) throws {
    let file = try Sample.bytes(name)
    for length in stride(from: 8, to: file.count, by: 11) {
      #expect(problem(Array(file.prefix(length))) == .broken)
    }
  }

  @Test(arguments: Engine.available)
  func `a candidate's picture is seen by those who see the election`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      try await ward.stand(ward.lee, in: id)
      let portrait = try Portrait(file: Sample.bytes("gray.png"))
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
