import HTML
import Kernel
import Mentoring
import Paper

/// How a certificate of service says what is kept of it, the same on paper and on its page.
enum CertificateWords {
  static let title = "Certificate of service"

  /// `December 7, 2026 to June 30, 2027`.
  static func days(_ content: CertificateContent) -> String {
    "\(When.day(content.begins)) to \(When.day(content.ends))"
  }

  /// All that it says, for the page.
  static func facts(_ content: CertificateContent) -> HTML {
    Facts.of([
      Facts.Line("Given to", bdi { content.name }),
      Facts.Line("For mentoring in", bdi { content.program }),
      Facts.Line("Cycle", bdi { content.cycle }), Facts.Line("From", days(content)),
      Facts.Line(
        "Hours with mentees",
        content.halfHours == 0 ? nil : OverviewWords.hours(content.halfHours)),
      Facts.Line("Mentees", Figures.grouped(content.mentees)),
      Facts.Line("Issued", When.day(content.issuedOn)),
      Facts.Line("Signed", bdi { "\(content.institution), \(content.office)" }),
      Facts.Line("Number", content.code.text),
    ])
  }

  /// The certificate as it is printed.
  /// - Parameter address: that of this installation, without a slash at the end.
  static func paper(
    _ content: CertificateContent, size: PageSize, address: String
  ) -> Paper.Certificate {
    let hours = OverviewWords.hours(content.halfHours)
    let mentees = Figures.grouped(content.mentees)
    return Paper.Certificate(
      institution: content.institution, title: "Certificate of Service",
      opening: "This is to certify that", recipient: content.name,
      paragraphs: [
        "has mentored colleagues in “\(content.program)”, from \(days(content)).",
        "Cycle: \(content.cycle)",
      ],
      facts: (content.halfHours == 0
        ? [] : [.init(hours, hours == "1" ? "hour with mentees" : "hours with mentees")])
        + [.init(mentees, content.mentees == 1 ? "mentee" : "mentees")],
      date: When.day(content.issuedOn),
      signer: .init(name: content.institution, title: content.office),
      proof: .init(
        words: "To check this certificate, scan the code or open",
        address: address + location(content.code).text),
      day: content.issuedOn.text, size: size)
  }

  /// The page that says the same to anyone.
  static func location(_ code: CertificateCode) -> Location {
    PathWord(segment: code.text).map { MentoringPath.check.location($0) }
      ?? MentoringPath.start.location()
  }

  /// The ways to a certificate: its page, and the paper in two sizes.
  static func links(_ certificate: MentorCertificate) -> HTML {
    let file = { (size: PageSize) in
      MentoringPath.certificateFile.location(
        certificate.id, query: [(name: "paper", value: size.rawValue)])
    }
    return .group([
      a(.href(location(certificate.content.code))) { "Its page" },
      ", ",
      a(.href(file(.letter))) { "PDF, Letter" },
      ", ",
      a(.href(file(.a4))) { "PDF, A4" },
    ])
  }
}

/// Why a certificate cannot be printed, in words for whoever asked for it.
struct UnprintedCertificate: Refusal, Equatable {
  let problem: CertificateProblem

  var kind: RefusalKind { .forbidden }
  var code: String { "unprinted-certificate" }
  var sentence: String { problem.sentence + " What it says stands on its page." }
}
