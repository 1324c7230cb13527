/// Why a certificate is not printed.
package enum CertificateProblem: Error, Hashable {
  /// What must be there is empty.
  case empty(CertificatePart)
  /// A text has more characters than its part may have.
  case tooLong(CertificatePart)
  /// More paragraphs than `Certificate.mostParagraphs`.
  case tooManyParagraphs
  /// More facts than `Certificate.mostFacts`.
  case tooManyFacts
  /// The address to check it at is none, or has characters that addresses do not have.
  case address
  /// The day is not written as `YYYY-MM-DD`.
  case day
  /// Each part is short enough, but together they do not fit on a page, however small.
  case crowded
  /// A library that draws is not installed.
  case missingLibrary(String)
  /// No font is installed that has so much as Latin letters.
  case noFonts
  /// The library that draws gave up, for a reason in its own words.
  case drawing(String)

  /// What to do about it.
  package var sentence: String {
    switch self {
    case .empty(let part): "A certificate needs \(part.words). Add it."
    case .tooLong(let part):
      "On a certificate \(part.words) may have at most \(part.most) characters. Shorten it."
    case .tooManyParagraphs:
      "A certificate has room for \(Certificate.mostParagraphs) paragraphs. Leave some out."
    case .tooManyFacts:
      "A certificate has room for \(Certificate.mostFacts) facts. Leave some out."
    case .address:
      "The address for checking the certificate must begin with https:// and have no spaces or "
        + "accents."
    case .day: "The day of a certificate is written as year, month and day, such as 2026-11-21."
    case .crowded: "This is more text than fits on one page. Shorten it."
    case .missingLibrary(let name):
      "This server cannot make certificates yet, because \(name) is missing. Ask the operator to "
        + "install the package libpangocairo-1.0-0."
    case .noFonts:
      "This server has no fonts to print certificates with. Ask the operator to install the "
        + "package fonts-noto-core."
    case .drawing(let reason): "The certificate could not be drawn (\(reason)). Try once more."
    }
  }
}
