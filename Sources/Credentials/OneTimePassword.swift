import Crypto
import FoundationEssentials

/// The second factor of an authenticator app: time-based one-time passwords of RFC 6238.
///
/// Six digits, 30 seconds, HMAC-SHA-1: what every authenticator understands.
package struct OneTimePassword: Hashable, Sendable {
  /// The shared secret; it must be stored as it is, so only where the password hash is as well.
  package let secret: [UInt8]

  /// Milliseconds of one step.
  static let stepLength: Int64 = 30_000

  /// Takes a stored secret.
  package init(secret: [UInt8]) {
    self.secret = secret
  }

  /// Draws a new secret of 160 bits, the length of the hash.
  package init(random: RandomBytes) {
    secret = random.fill(20)
  }

  /// Takes a secret as a person types it: base32, whatever its letter case and spaces.
  package init?(base32 text: String) {
    guard let secret = Base32.octets(text), !secret.isEmpty else { return nil }
    self.secret = secret
  }

  /// The secret in base32, to type by hand when the camera fails.
  package var base32: String { Base32.text(secret) }

  /// The step in which a moment lies, in milliseconds since 1970.
  package static func step(at now: Int64) -> Int64 { now / stepLength }

  /// The code of a step.
  package func code(step: Int64) -> String {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(mac[mac.count - 1] & 15)
    let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The step whose code this is, one step of clock error allowed either way; nil for a wrong code.
  ///
  /// Store the answer and pass it as `lastStep` next time: each code works once, and none before
  /// it. Digits may be typed with spaces and in any script.
  package func acceptedStep(for typed: String, at now: Int64, after lastStep: Int64?) -> Int64? {
    let digits = typed.filter { !$0.isWhitespace }.map(\.wholeNumberValue)
    guard digits.count == 6, digits.allSatisfy({ $0.map((0...9).contains) ?? false }) else {
      return nil
    }
    let code = digits.compactMap { $0 }.map(String.init).joined()
    let current = Self.step(at: now)
    var accepted: Int64?
    for step in (current - 1)...(current + 1) where ConstantTime.equal(self.code(step: step), code)
    {
      if step > lastStep ?? -1 { accepted = accepted ?? step }
    }
    return accepted
  }

  /// The address that an authenticator reads from a QR code.
  /// - Parameters:
  ///   - issuer: the institution, as the app will show it.
  ///   - account: whose account it is, such as an e-mail address.
  package func uri(issuer: String, account: String) -> String {
    let issuer = Self.percentEncoded(issuer)
    return "otpauth://totp/\(issuer):\(Self.percentEncoded(account))?secret=\(base32)"
      + "&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
  }

  /// All but the unreserved characters of RFC 3986 as percent signs and digits.
  private static func percentEncoded(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    return text.utf8.map { octet in
      plain.contains(octet)
        ? String(UnicodeScalar(octet)) : "%" + Hex.text([octet]).uppercased()
    }.joined()
  }
}

extension OneTimePassword: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  package var description: String { "OneTimePassword(not shown)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
