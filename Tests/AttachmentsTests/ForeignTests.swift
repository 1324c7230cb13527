import Attachments
import AttachmentsTestSupport
import Testing

/// Beginnings of files by what they are, a letter for each byte.
private let beginnings: [ForeignFormat: [String]] = [
  .pdf: ["%PDF-1.7"],
  .office: [
    "PK\u{3}\u{4}....[Content_Types].xml",
    "PK\u{3}\u{4}mimetypeapplication/vnd.oasis",
    "\u{D0}\u{CF}\u{11}\u{E0}\u{A1}",
    "{\\rtf1",
  ],
  .archive: ["PK\u{3}\u{4}pictures/a.jpg", "\u{1F}\u{8B}\u{8}"],
  .phonePicture: ["\0\0\0\u{18}ftypheic", "\0\0\0\u{18}ftypavif"],
  .video: ["\0\0\0\u{18}ftypqt  ", "\u{1A}E\u{DF}\u{A3}", "RIFF....AVI LIST"],
  .sound: ["\0\0\0\u{18}ftypM4A ", "RIFF....WAVEfmt ", "ID3\u{4}"],
  .otherPicture: ["GIF89a", "RIFF....WEBPVP8 ", "II*\0", "BMF\0\0\0"],
  .markup: ["  <!DOCTYPE html>", "\u{EF}\u{BB}\u{BF}<svg onload='alert(1)'>", "<?xml version"],
  .mail: ["Received: from a\r\nSubject: b\r\n\r\nwords"],
  .calendar: ["BEGIN:VCARD\r\n"],
  .program: ["MZ\u{90}\0", "\u{7F}ELF"],
]

/// What is not taken is known by its content, and told what helps.
@Suite struct ForeignTests {
  @Test(arguments: ForeignFormat.allCases)
  func `a foreign file is known by its beginning`(_ format: ForeignFormat) throws {
    for beginning in try #require(beginnings[format]) {
      expectProblem(.foreign(format), beginning.unicodeScalars.map { UInt8($0.value) })
    }
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
