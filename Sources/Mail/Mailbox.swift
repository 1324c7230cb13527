/// An address with the name that mail programs show beside it.
package struct Mailbox: Hashable, Sendable {
  /// The name in any script; nil shows the address alone.
  package let name: String?
  /// The address.
  package let address: MailAddress

  /// Joins a name and an address.
  package init(_ address: MailAddress, name: String? = nil) {
    self.name = name
    self.address = address
  }
}
