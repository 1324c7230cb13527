package import Hummingbird

/// A request whose work goes beyond one transaction.
package struct Incoming: Sendable {
  /// The request; the body is still unread where it is a file.
  package let request: Request
  /// What the pages stand on.
  package let site: Site
  /// The fields of the form; empty where the body is a file.
  package let fields: FormFields
  /// The session's token; nil for someone who is not signed in.
  package let sessionToken: String?
  /// The address that the request came from, for throttling; never stored in the clear.
  package let clientAddress: String
  /// How the browser describes itself.
  package let device: String
}
