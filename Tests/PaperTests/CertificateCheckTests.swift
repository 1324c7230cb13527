import Testing

@testable import Paper

@Suite struct CertificateCheckTests {
  @Test(arguments: [
    ("Ana\tMaría\n\nNúñez ", "Ana María Núñez"), ("A\0n\u{07}a\u{1B}[31m", "Ana[31m"),
    ("\u{202E}evil\u{202C} \u{2066}x\u{2069}", "evil x"), ("a\u{200B}b\u{FEFF}c\u{AD}d", "abcd"),
    ("فاطمه\u{200C}زهرا", "فاطمه\u{200C}زهرا"), ("क्\u{200D}ष", "क्\u{200D}ष"),
    ("e\u{0301} 👩🏽‍⚕️", "e\u{0301} 👩🏽‍⚕️"), ("<b>&amp;</b>", "<b>&amp;</b>"),
    ("a\u{2028}b\u{85}c", "a b c"), ("\u{FFFF}a\u{1FFFE}", "a"), (" \u{200B}\n", ""),
  ])
  func `a text is printed without what is no letter`(text: String, printed: String) {
    #expect(Array(text.printable.unicodeScalars) == Array(printed.unicodeScalars))
  }

  @Test func `what must be there is asked for`() {
    func problem(_ change: (inout Certificate) -> Void) -> CertificateProblem? {
      #expect(throws: CertificateProblem.self) { try Certificate.sample.with(change).checked() }
    }
    #expect(problem { $0.institution = "" } == .empty(.institution))
    #expect(problem { $0.title = "\n" } == .empty(.title))
    #expect(problem { $0.recipient = " \u{200B}" } == .empty(.recipient))
    #expect(problem { $0.date = "\0" } == .empty(.date))
    #expect(problem { $0.signer.name = "" } == .empty(.signer))
    #expect(problem { $0.facts = [.init("", "hours")] } == .empty(.factValue))
  }

  @Test func `each part may be as long as it says and no longer`() throws {
    let places: [(CertificatePart, WritableKeyPath<Certificate, String>)] = [
      (.institution, \.institution), (.title, \.title), (.opening, \.opening),
      (.recipient, \.recipient), (.date, \.date), (.signer, \.signer.name),
      (.signerTitle, \.signer.title), (.proofWords, \.proof.words), (.language, \.language),
      (.paragraph, \.paragraphs[0]), (.factValue, \.facts[0].value), (.factLabel, \.facts[0].label),
    ]
    for (part, place) in places {
      let longest = String(repeating: "e\u{0301}", count: part.most).unicodeScalars
      func filled(_ count: Int) -> Certificate {
        Certificate.sample.with { $0[keyPath: place] = String(longest.prefix(count)) }
      }
      _ = try filled(part.most).checked()
      #expect(throws: CertificateProblem.tooLong(part)) { try filled(part.most + 1).checked() }
    }
  }

  @Test func `there are at most six paragraphs and four facts`() throws {
    func filled(paragraphs: Int, facts: Int) -> Certificate {
      Certificate.sample.with {
        $0.paragraphs = Array(repeating: "Well done.", count: paragraphs)
        $0.facts = Array(repeating: .init("1", "hour"), count: facts)
      }
    }
    _ = try filled(paragraphs: 6, facts: 4).checked()
    #expect(throws: CertificateProblem.tooManyParagraphs) {
      try filled(paragraphs: 7, facts: 0).checked()
    }
    #expect(throws: CertificateProblem.tooManyFacts) {
      try filled(paragraphs: 0, facts: 5).checked()
    }
  }

  @Test(arguments: [
    "", "riverbend.example", "javascript:alert(1)", "https://", "https://a b.example",
    "https://a.example/'x", "https://a.example/\\x", "https://a.example/é", "https://a.example\n",
    "ftp://a.example", "https://a.example/<x>",
  ])
  func `an address that is none is refused`(address: String) {
    #expect(throws: CertificateProblem.address) {
      try Certificate.sample.with { $0.proof.address = address }.checked()
    }
  }

  @Test func `an address that is too long is refused`() {
    let address = "https://a.example/" + String(repeating: "x", count: 233)
    #expect(throws: CertificateProblem.tooLong(.address)) {
      try Certificate.sample.with { $0.proof.address = address }.checked()
    }
  }

  @Test(arguments: ["", "today", "2027-6-3", "2027-06-30T12:00", "٢٠٢٧-٠٦-٣٠"])
  func `a day that is none is refused`(day: String) {
    #expect(throws: CertificateProblem.day) {
      try Certificate.sample.with { $0.day = day }.checked()
    }
  }

  @Test func `every refusal is a sentence that says how to go on`() {
    let problems: [CertificateProblem] =
      CertificatePart.allCases.flatMap { [.empty($0), .tooLong($0)] }
      + [.tooManyParagraphs, .tooManyFacts, .address, .day, .crowded, .noFonts]
      + [.missingLibrary("libcairo.so.2"), .drawing("out of memory")]
    for problem in problems {
      #expect(problem.sentence.wholeMatch(of: /[A-Z].*[.)] [A-Z].*\.|The .*\./) != nil)
    }
  }
}
