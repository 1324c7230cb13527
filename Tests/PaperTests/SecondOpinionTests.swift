import Foundation
import Testing

@testable import Paper

/// Certificates as another program reads them, draws them and finds the code on them.
@Suite(
  .enabled(
    if: Drawing.isPossible && (ReadPDF.python != nil || ReadPDF.isDemanded),
    "HOUSESTAFF_TEST_PYTHON names no Python"))
struct SecondOpinionTests {
  @Test(arguments: [(PageSize.letter, 792.0, 612.0), (.a4, 841.89, 595.28)])
  func `a certificate is one page of its size with a frame that nothing leaves`(
    size: PageSize, width: Double, height: Double
  ) throws {
    let read = try ReadPDF.of(Certificate.sample.with { $0.size = size })
    #expect(read.pages == 1)
    #expect(abs(read.width - width) < 0.01)
    #expect(abs(read.height - height) < 0.01)
    let frame = [30, 30, width - 30, height - 30]
    #expect(zip(read.covered, frame).allSatisfy { abs($0 - $1) < 1 })
  }

  @Test func `everything that a certificate says can be searched for`() throws {
    let read = try ReadPDF.of(.sample)
    let sample = Certificate.sample
    let texts =
      [
        sample.institution, sample.title, sample.opening, sample.recipient, sample.date,
        sample.signer.name, sample.signer.title, sample.proof.words, sample.proof.address,
      ] + sample.paragraphs + sample.facts.flatMap { [$0.value, $0.label] }
    #expect(texts.filter { !read.words.contains($0) }.isEmpty)
    #expect(read.title == "Certificate of Completion – Ana María Núñez-Wójcik")
    #expect(read.author == "Riverbend University Hospital")
    // cairo 1.16 leaves out the letters before a date that was given to it; later ones write them.
    #expect(["20270630000000Z", "D:20270630000000Z"].contains(read.created))
  }

  @Test(arguments: [
    "渡邉 さくら", "김민준", "Łucja Dvořáková", "Сергей Ёлкин",
    "अनुष्का शर्मा", "<b>Ana</b> & \"Wójcik\"", "%s <span size='99999'>&#65;</span>",
  ])
  func `a name in any script can be searched for`(name: String) throws {
    #expect(try ReadPDF.of(.sample(for: name)).words.contains(name))
  }

  // cairo writes words from right to left in the order of reading. Poppler takes it for that,
  // pdfium for the order of places, and turns each word around.
  @Test(arguments: ["محمد عبد الرحمن", "שרה בן דוד"])
  func `a name from right to left has its letters, word by word`(name: String) throws {
    let turned = name.split(separator: " ").map { String($0.reversed()) }.joined(separator: " ")
    let words = try ReadPDF.of(.sample(for: name)).words
    #expect([name, turned].contains { words.contains($0) })
  }

  @Test(arguments: PageSize.allCases, [48, 250])
  func `a camera finds the address in the code`(size: PageSize, length: Int) throws {
    let address = "https://riverbend.example/c/".padding(
      toLength: length, withPad: "k7dm-2xwp", startingAt: 0)
    let certificate = Certificate.sample.with {
      $0.size = size
      $0.proof.address = address
    }
    let code = try ReadPDF.of(certificate).code
    if code == nil { try #require(!ReadPDF.isDemanded, "zbarimg must be installed in CI") }
    #expect(code == nil || code == address)
    let link = Data("/URI (\(address))".utf8)
    #expect(try Data(certificate.pdf().bytes).range(of: link) != nil)
  }
}
