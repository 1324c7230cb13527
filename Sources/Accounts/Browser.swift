package import Kernel

/// The browser that asks: where it is, how it describes itself, and the session that it holds.
package struct Browser: Sendable, Equatable {
  /// The address that the request came from; it is never stored.
  package let address: String
  /// The browser's own words about itself.
  package let device: String
  /// The session that a new one replaces, so that no token outlives a sign-in.
  package let session: ID<Session>?

  package init(address: String, device: String, session: ID<Session>? = nil) {
    self.address = address
    self.device = device
    self.session = session
  }
}
