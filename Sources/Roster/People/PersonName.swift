import Kernel

/// A name: legal given and family names, and the given name that the person prefers.
///
/// Names of one word have an empty given name. No script, length or shape is refused.
package struct PersonName: Sendable, Hashable {
  package var given: String
  package var family: String
  package var preferred: String?

  /// An empty preferred name is none.
  package init(given: String, family: String, preferred: String? = nil) {
    self.given = given
    self.family = family
    self.preferred = preferred.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The name as pages show it: preferred before legal.
  package var display: String {
    let first = preferred ?? given
    return first.isEmpty ? family : family.isEmpty ? first : "\(first) \(family)"
  }

  /// The legal name.
  package var legal: String {
    given.isEmpty ? family : family.isEmpty ? given : "\(given) \(family)"
  }

  /// The key by which lists are sorted: family name first, without case and accents.
  package var sortKey: String {
    FoldedText.key(family) + " " + FoldedText.key(preferred ?? given)
  }

  /// The words by which the name is found, legal and preferred, each after a space.
  package var searchKey: String {
    " " + FoldedText.key(given) + " " + FoldedText.key(family)
      + (preferred.map { " " + FoldedText.key($0) } ?? "")
  }
}
