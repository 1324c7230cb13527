/// What stands on a certificate, as whoever gives it words it.
///
/// All texts are plain: what looks like markup is printed as it is, line breaks become spaces, and
/// characters that nobody sees fall away. `pdf()` prints it on one page.
package struct Certificate: Hashable, Sendable {
  /// Something that was done, with its measure, such as “24” “hours of seminars”.
  package struct Fact: Hashable, Sendable {
    package var value: String
    package var label: String

    package init(_ value: String, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// Who signs, and as what.
  package struct Signer: Hashable, Sendable {
    package var name: String
    package var title: String

    package init(name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  /// Where anyone can look whether the certificate is true, and the words before the address.
  package struct Proof: Hashable, Sendable {
    package var words: String
    /// Begins with `https://` or `http://`, and has no characters but those of addresses.
    package var address: String

    package init(words: String, address: String) {
      self.words = words
      self.address = address
    }
  }

  package var institution: String
  package var title: String
  /// The words before the name, such as “This is to certify that”; may be empty.
  package var opening: String
  /// The name of whom it is given to.
  package var recipient: String
  /// What it is given for; at most six.
  package var paragraphs: [String]
  /// Printed side by side; at most four.
  package var facts: [Fact]
  /// The date in words.
  package var date: String
  package var signer: Signer
  package var proof: Proof
  /// The day on which the file says it was made, as `YYYY-MM-DD`: no clock is asked.
  package var day: String
  package var size: PageSize
  /// The language's tag, such as `en` or `zh-Hant`: it chooses among the shapes of Han characters.
  package var language: String

  package init(
    institution: String, title: String, opening: String, recipient: String,
    paragraphs: [String], facts: [Fact] = [], date: String, signer: Signer, proof: Proof,
    day: String, size: PageSize = .letter, language: String = "en"
  ) {
    self.institution = institution
    self.title = title
    self.opening = opening
    self.recipient = recipient
    self.paragraphs = paragraphs
    self.facts = facts
    self.date = date
    self.signer = signer
    self.proof = proof
    self.day = day
    self.size = size
    self.language = language
  }
}
