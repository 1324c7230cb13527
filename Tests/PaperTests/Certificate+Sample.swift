@testable import Paper

extension Certificate {
  /// A certificate as offices give it.
  static let sample = Certificate(
    institution: "Riverbend University Hospital", title: "Certificate of Completion",
    opening: "This is to certify that", recipient: "Ana María Núñez-Wójcik",
    paragraphs: ["has completed the two-year track in quality improvement."],
    facts: [Fact("48", "hours of seminars"), Fact("2", "projects")], date: "June 30, 2027",
    signer: Signer(name: "Josephine Okonkwo, MD", title: "Designated Institutional Official"),
    proof: Proof(
      words: "To check this certificate, scan the code or open",
      address: "https://riverbend.example/certificates/k7dm-2xwp"),
    day: "2027-06-30")

  /// The sample for someone else.
  static func sample(for recipient: String, language: String = "en") -> Certificate {
    sample.with {
      $0.recipient = recipient
      $0.language = language
    }
  }

  /// The same with a change.
  func with(_ change: (inout Certificate) -> Void) -> Certificate {
    var changed = self
    change(&changed)
    return changed
  }

  /// What someone sees who looks at what is drawn, and the frame around it.
  func laidOut<Seen: Sendable>(_ look: ([Mark], Box) -> Seen) throws -> Seen {
    try DrawingLibraries.inTurn {
      let file = try PDFFile(size: size)
      let page = CertificatePage(
        certificate: try checked(), code: try code(),
        setter: Typesetter(for: file, language: language))
      return look(try page.marks(), page.frame)
    }
  }

  /// What leaves the frame.
  func strays() throws -> [Box] {
    try laidOut { marks, frame in marks.map(\.covered).filter { !frame.contains($0) } }
  }
}

/// Whether certificates can be made here; where CI is true they must be.
enum Drawing {
  static let isPossible = DrawingLibraries.missing() == nil || ReadPDF.isDemanded
}
