extension Certificate {
  /// The most paragraphs.
  package static let mostParagraphs = 6
  /// The most facts, which stand side by side.
  package static let mostFacts = 4

  /// The certificate with every text as it is printed, or the first thing that is wrong with it.
  func checked() throws(CertificateProblem) -> Certificate {
    var checked = self
    checked.institution = try CertificatePart.institution.required(institution)
    checked.title = try CertificatePart.title.required(title)
    checked.opening = try CertificatePart.opening.optional(opening)
    checked.recipient = try CertificatePart.recipient.required(recipient)
    checked.paragraphs = try checkedParagraphs()
    checked.facts = try checkedFacts()
    checked.date = try CertificatePart.date.required(date)
    checked.signer.name = try CertificatePart.signer.required(signer.name)
    checked.signer.title = try CertificatePart.signerTitle.optional(signer.title)
    checked.proof.words = try CertificatePart.proofWords.optional(proof.words)
    checked.language = try CertificatePart.language.optional(language)
    try checkAddress()
    guard day.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else { throw .day }
    return checked
  }

  private func checkedParagraphs() throws(CertificateProblem) -> [String] {
    guard paragraphs.count <= Self.mostParagraphs else { throw .tooManyParagraphs }
    var checked: [String] = []
    for paragraph in paragraphs {
      let text = try CertificatePart.paragraph.optional(paragraph)
      if !text.isEmpty { checked.append(text) }
    }
    return checked
  }

  private func checkedFacts() throws(CertificateProblem) -> [Fact] {
    guard facts.count <= Self.mostFacts else { throw .tooManyFacts }
    var checked: [Fact] = []
    for fact in facts {
      let value = try CertificatePart.factValue.required(fact.value)
      checked.append(Fact(value, try CertificatePart.factLabel.optional(fact.label)))
    }
    return checked
  }

  /// Only what addresses consist of, without quotation marks and backslashes: it becomes a link.
  private func checkAddress() throws(CertificateProblem) {
    guard proof.address.utf8.count <= CertificatePart.address.most else {
      throw .tooLong(.address)
    }
    let pattern = /https?:\/\/[A-Za-z0-9][-A-Za-z0-9._~:\/?#\[\]@!$&()*+,;=%]*/
    guard proof.address.wholeMatch(of: pattern) != nil else { throw .address }
  }
}
