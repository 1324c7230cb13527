import QRCode
import Testing

@testable import Paper

@Suite(.enabled(if: Drawing.isPossible, "libpangocairo-1.0-0 is not installed"))
struct CertificateTests {
  @Test(arguments: PageSize.allCases)
  func `the same certificate is the same bytes, under 200 KB`(size: PageSize) throws {
    let certificate = Certificate.sample.with { $0.size = size }
    let file = try certificate.pdf()
    #expect(file.bytes.starts(with: Array("%PDF-".utf8)))
    #expect(file.bytes.count < 200_000)
    #expect(try certificate.pdf() == file)
    #expect(try certificate.with { $0.day = "2027-07-01" }.pdf() != file)
  }

  @Test func `certificates that are made at once are those that are made one by one`() async throws
  {
    let certificates = (0..<50).map { number in
      let names = ["Ana Núñez", "محمد عبد الرحمن", "渡邉 さくら", "शर्मा", "בֶּן־דָּוִד"]
      return Certificate.sample(for: "\(names[number % names.count]) \(number)")
    }
    let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for (place, certificate) in certificates.enumerated() {
        group.addTask { (place, try certificate.pdf().bytes) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for (place, certificate) in certificates.enumerated() {
      #expect(try together[place] == certificate.pdf().bytes)
    }
  }

  @Test(arguments: [
    "Łucja Dvořáková Nguyễn Thị Ánh", "Ελένη Παπαδοπούλου", "Сергей Ёлкин", "محمد عبد الرحمن",
    "فاطمه‌زهرا گل‌محمدی", "שָׂרָה בֶּן־דָּוִד", "अनुष्का श्रीवास्तव", "渡邉 さくら", "欧阳 娜娜", "김민준",
    "สมชาย ใจดี", "தமிழ்ச்செல்வி", "Գոհար", "ნინო",
  ])
  func `a name has all its letters in the fonts that are installed`(name: String) throws {
    #expect(try Certificate.sample(for: name).pdf().unknownLetters == 0)
  }

  @Test(arguments: ["Robin 🦊", "👩🏽‍⚕️👨‍👩‍👧‍👦🇺🇳", "\u{10FFFD}\u{E000}", "\u{FFFD}\u{0378}"])
  func `a name that no font has letters for is printed all the same`(name: String) throws {
    #expect(try !Certificate.sample(for: name).pdf().bytes.isEmpty)
  }

  @Test func `a library that is missing is named before anything is drawn`() {
    let problem = CertificateProblem.missingLibrary("libnowhere.so.1")
    #expect(throws: problem) {
      try Certificate.sample.pdf(drawnBy: DrawingLibraries.names + ["libnowhere.so.1"])
    }
    #expect(
      problem.sentence == "This server cannot make certificates yet, because libnowhere.so.1 is "
        + "missing. Ask the operator to install the package libpangocairo-1.0-0.")
  }

  @Test func `a letter is known where a font has it`() throws {
    let known = try DrawingLibraries.inTurn {
      let setter = Typesetter(for: try PDFFile(size: .letter), language: "en")
      return ["A", "漢", "ع", "A\u{10FFFD}"].map(setter.knows)
    }
    #expect(known == [true, true, true, false])
  }

  @Test func `what cairo reports becomes a refusal with its words`() throws {
    #expect(throws: CertificateProblem.drawing("error while writing to output stream")) {
      try DrawingLibraries.inTurn { try PDFFile(size: .a4, most: 100).finish() }
    }
  }

  @Test func `the code on the page is that of the address`() throws {
    let codes = try Certificate.sample.laidOut { marks, _ in
      marks.compactMap { mark -> [String: QRCode]? in
        if case .link(let address, .code(let code, _)) = mark { [address: code] } else { nil }
      }
    }
    let address = Certificate.sample.proof.address
    #expect(try codes == [[address: QRCode(address)]])
  }
}
