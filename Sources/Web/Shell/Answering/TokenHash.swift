import Crypto
import Foundation

/// What is derived from a session's token: the token itself is in the browser alone.
package enum TokenHash {
  /// The name under which the session is stored.
  package static func of(_ token: String) -> String {
    hexadecimal(SHA256.hash(data: Array(token.utf8)))
  }

  /// The token that the session's forms carry; it cannot be turned back.
  package static func formToken(of token: String) -> String {
    let key = SymmetricKey(data: Array(token.utf8))
    let code = HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: key)
    return hexadecimal(code)
  }

  /// The seed of what only the session's browser can open, for a purpose.
  static func seed(of token: String, for purpose: String) -> [UInt8] {
    let key = SymmetricKey(data: Array(token.utf8))
    return Array(HMAC<SHA256>.authenticationCode(for: Array("seed \(purpose)".utf8), using: key))
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
