import Testing

@testable import Paper

@Suite(.enabled(if: Drawing.isPossible, "libpangocairo-1.0-0 is not installed"))
struct CertificatePageTests {
  private static let long = [
    String(repeating: "W", count: 200), String(repeating: "Wolfeschlegel ", count: 14),
    String(repeating: "漢", count: 200), String(repeating: "عبد الرحمن ", count: 18),
    String(repeating: "ﷺ", count: 200), String(repeating: "क्ष्म्य ", count: 25),
    "Z" + String(repeating: "\u{0301}", count: 12) + "oe", "\u{202E}evil" + "A\u{0330}\u{0330}",
    String(repeating: "👩🏽‍⚕️", count: 40),
  ]

  @Test(arguments: long, PageSize.allCases)
  func `nothing of a long name leaves the frame`(name: String, size: PageSize) throws {
    #expect(try Certificate.sample(for: name).with { $0.size = size }.strays().isEmpty)
  }

  @Test(arguments: PageSize.allCases)
  func `long texts everywhere stay in the frame and do not overlap`(size: PageSize) throws {
    let long = Certificate.sample.with { certificate in
      certificate.size = size
      certificate.institution = String(repeating: "Hospital ", count: 12)
      certificate.title = String(repeating: "Certificate ", count: 9)
      certificate.paragraphs = Array(repeating: String(repeating: "seminar ", count: 30), count: 3)
      certificate.facts = Array(repeating: .init("1,234,567", "hours of a long label"), count: 4)
      certificate.date = String(repeating: "thirtieth ", count: 7)
      certificate.signer.name = String(repeating: "Okonkwo-", count: 14)
      certificate.signer.title = String(repeating: "Official ", count: 13)
      certificate.proof.address = "https://a.example/" + String(repeating: "x", count: 230)
    }
    #expect(try long.strays().isEmpty)
    let texts = try long.laidOut { marks, _ in marks.compactMap(\.letters) }
    for (place, text) in texts.enumerated() {
      #expect(texts[(place + 1)...].filter { $0.overlaps(text) }.isEmpty)
    }
  }

  @Test func `a name is set smaller before it is broken, and broken before it is small`() throws {
    func height(_ name: String) throws -> Double {
      let heights = try Certificate.sample(for: name)
        .laidOut { marks, _ in marks.compactMap { $0.recipient?.height } }
      return try #require(heights.first)
    }
    let short = try height("Ana Wójcik")
    let longer = try height("Ana María de los Ángeles Núñez-Wójcik Wolfe")
    let broken = try height(String(repeating: "Ana María Núñez ", count: 5))
    #expect(longer < short)
    #expect(broken > longer)
  }

  @Test func `what fits in no size is refused`() {
    let wordy = Certificate.sample.with {
      $0.paragraphs = Array(repeating: String(repeating: "漢", count: 500), count: 6)
    }
    #expect(throws: CertificateProblem.crowded) { try wordy.pdf() }
    let piled = "Z" + String(repeating: "\u{0301}", count: 100)
    #expect(throws: CertificateProblem.crowded) { try Certificate.sample(for: piled).pdf() }
  }

  @Test func `what is not said takes no place`() throws {
    let bare = Certificate.sample.with {
      $0.opening = ""
      $0.paragraphs = [" "]
      $0.facts = []
      $0.signer.title = ""
      $0.proof.words = ""
    }
    #expect(try bare.laidOut { marks, _ in marks.compactMap(\.letters).count } == 6)
  }
}

extension Mark {
  /// The letters of a text, where it is one.
  fileprivate var letters: Box? {
    switch self {
    case .text: covered
    case .link(_, let mark): mark.letters
    case .bar, .frame, .code: nil
    }
  }

  /// The name's block, known by its color and place among the texts.
  fileprivate var recipient: TextBlock? {
    if case .text(let block, _, _) = self, block.ink == .pine { block } else { nil }
  }
}

extension Box {
  fileprivate func overlaps(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}
