/// The beginning or the end of an address: made once where many addresses have it, and put together
/// in the page alone.
package struct AddressPart: Sendable {
  /// The part, percent-encoded.
  let text: String

  /// A beginning below an address; another part goes on in the same segment, not encoded.
  package init(_ beginning: String, below start: Location) {
    self.text = start.below(beginning).text
  }

  /// The end of a segment, not encoded, and what is behind it.
  package init(_ ending: String, then end: Location?) {
    self.text = Location.encoded(ending) + (end?.text ?? "")
  }
}
