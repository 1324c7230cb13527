/// A session's token, for deriving secrets that only its browser can bring again; it cannot be read
/// out of here.
struct SessionSecret: Sendable {
  private let token: String

  init(_ token: String) { self.token = token }

  /// 32 octets that belong to the session and a purpose.
  func seed(for purpose: String) -> [UInt8] { TokenHash.seed(of: token, for: purpose) }
}

extension SessionSecret: CustomStringConvertible, CustomReflectable {
  var description: String { "SessionSecret(not shown)" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
