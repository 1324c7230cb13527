/// A part of a certificate that is a text, and how long it may be.
package enum CertificatePart: Hashable, Sendable, CaseIterable {
  case institution
  case title
  case opening
  case recipient
  case paragraph
  case factValue
  case factLabel
  case date
  case signer
  case signerTitle
  case proofWords
  case address
  case language

  /// The most Unicode scalars: a letter with its marks counts as several.
  package var most: Int {
    switch self {
    case .institution, .title, .signer, .signerTitle, .proofWords: 120
    case .opening, .recipient: 200
    case .paragraph: 500
    case .factValue: 40
    case .factLabel, .date: 80
    case .address: 250
    case .language: 35
    }
  }

  /// What it is called in a sentence.
  var words: String {
    switch self {
    case .institution: "the institution’s name"
    case .title: "a title"
    case .opening: "the words before the name"
    case .recipient: "the name of whom it is given to"
    case .paragraph: "a paragraph"
    case .factValue, .factLabel: "a fact and its label"
    case .date: "the date in words"
    case .signer: "the name of who signs it"
    case .signerTitle: "the title of who signs it"
    case .proofWords: "the words before the address"
    case .address: "an address for checking it"
    case .language: "a language’s tag"
    }
  }

  /// The text as it is printed, which may be empty.
  func optional(_ text: String) throws(CertificateProblem) -> String {
    // Before it is looked at further: no work for a text that is refused.
    guard text.unicodeScalars.count <= most else { throw .tooLong(self) }
    return text.printable
  }

  /// The text as it is printed, which may not be empty.
  func required(_ text: String) throws(CertificateProblem) -> String {
    let printable = try optional(text)
    guard !printable.isEmpty else { throw .empty(self) }
    return printable
  }
}
