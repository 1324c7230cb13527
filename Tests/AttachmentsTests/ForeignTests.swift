import Attachments
import AttachmentsTestSupport
import Testing

/// How archives begin, and what is built on them.
private let packed: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0]

/// What is not taken is known by its content, and told what helps.
@Suite struct ForeignTests {
  @Test(arguments: [
    (Array("%PDF-1.7".utf8), ForeignFormat.pdf),
    (packed + Array("....[Content_Types].xml".utf8), .office),
    (packed + Array("mimetypeapplication/vnd.oasis".utf8), .office),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .office), (Array("{\\rtf1".utf8), .office),
    (packed + Array("pictures/a.jpg".utf8), .archive), ([0x1F, 0x8B, 8], .archive),
    ([0, 0, 0, 24] + Array("ftypheic".utf8), .phonePicture),
    ([0, 0, 0, 24] + Array("ftypavif".utf8), .phonePicture),
    ([0, 0, 0, 24] + Array("ftypqt  ".utf8), .video),
    ([0, 0, 0, 24] + Array("ftypM4A ".utf8), .sound),
    (Array("GIF89a".utf8), .otherPicture), (Array("RIFF....WEBPVP8 ".utf8), .otherPicture),
    ([0x49, 0x49, 0x2A, 0], .otherPicture), (Array("BM".utf8) + [70, 0, 0, 0], .otherPicture),
    ([0x1A, 0x45, 0xDF, 0xA3], .video), (Array("RIFF....WAVEfmt ".utf8), .sound),
    (Array("ID3".utf8) + [4], .sound), (Array("  <!DOCTYPE html>".utf8), .markup),
    (Array("\u{FEFF}<svg onload='alert(1)'>".utf8), .markup),
    (Array("<?xml version".utf8), .markup),
    (Array("Received: from a\r\nSubject: b\r\n\r\nwords".utf8), .mail),
    (Array("BEGIN:VCARD\r\n".utf8), .calendar), (Array("MZ".utf8) + [0x90, 0], .program),
    ([0x7F] + Array("ELF".utf8), .program),
  ])
  func `a foreign file is known by its beginning`(
    _ beginning: [UInt8], _ format: ForeignFormat
  ) {
    expectProblem(.foreign(format), beginning)
  }

  @Test(arguments: [
    "MZ is what the sign says.", "BM or not", "Received: nothing at all.", "From: me\nTo: you",
    "I < you", "Subject: rest\n\nMessage-ID: none\nReceived: none", "RIFF raff",
  ])
  func `words that only look like one are taken`(_ words: String) throws {
    #expect(try CleanFile(received: Array(words.utf8)).bytes == Array(words.utf8))
  }

  @Test func `a file that is large says first what it is`() {
    let padding = [UInt8](repeating: 7, count: 10_485_761)
    expectProblem(.foreign(.pdf), Array("%PDF-1.4".utf8) + padding)
    expectProblem(.tooLarge(nil, most: 10_485_760), padding)
  }

  @Test func `every sentence says how to go on`() {
    let limits = FileLimits()
    let problems: [FileProblem] =
      [
        .empty, .damaged, .unusual, .encoding, .unknown, .tooLarge(nil, most: limits.mostBytes),
        .tooLarge(.png, most: limits.pictureBytes), .tooLarge(.text, most: limits.textBytes),
        .tooManyPixels(side: limits.side, area: limits.area),
      ] + ForeignFormat.allCases.map { .foreign($0) }
    let ways = ["Attach", "Copy", "copy", "paste", "Choose", "Write", "Make it smaller", "Save"]
    for problem in problems {
      let sentence = problem.sentence
      #expect(sentence.hasSuffix("."), "\(sentence)")
      #expect(ways.contains { sentence.contains($0) }, "\(sentence)")
    }
    #expect(Set(problems.map(\.sentence)).count == problems.count)
    #expect(
      FileProblem.tooLarge(.jpeg, most: limits.pictureBytes).sentence
        == "This picture has more than 10 MB. Make it smaller, or attach a screenshot of it.")
    #expect(
      FileProblem.tooLarge(.text, most: limits.textBytes).sentence
        == "This text has more than 100 KB. Attach the part that matters.")
    #expect(
      FileProblem.tooManyPixels(side: limits.side, area: limits.area).sentence
        == "This picture is more than 16,000 pixels wide or high, or has more than 64 million of "
        + "them. Make it smaller, or attach a screenshot of it.")
  }
}
