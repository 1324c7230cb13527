import Crypto
import Foundation
package import Kernel

/// The code by which people check in: six letters that change each minute.
///
/// It is derived from a secret of the meeting and the minute (HMAC-SHA256), so a code of another
/// meeting or of an hour ago says nothing. Letters that look alike are left out, and vowels, so that
/// no words come about.
package struct CheckInCode: Sendable, Equatable {
  /// The letters in capitals.
  package let text: String

  /// The code of a moment.
  package init(secret: String, at now: Instant) {
    self.init(secret: secret, minute: Self.minute(now))
  }

  private init(secret: String, minute: Int64) {
    let key = SymmetricKey(data: Array(secret.utf8))
    let bytes = Array(
      HMAC<SHA256>.authenticationCode(for: Array("check-in \(minute)".utf8), using: key))
    // Each letter takes four bytes, so that none is noticeably likelier than another.
    let letters = (0..<Self.length).map { place in
      let number = bytes[(4 * place)..<(4 * place + 4)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Self.alphabet[Int(number % UInt64(Self.alphabet.count))]
    }
    text = String(letters)
  }

  /// How many letters it has.
  package static let length = 6
  /// The minutes for which a code is taken, so that there is time to sign in after a scan.
  package static let minutes = 5

  private static let alphabet = Array("CDFGHJKMNPQRTVWXY")

  /// Whether what someone typed is the code of this moment or of one of the last minutes. Every one
  /// of them is compared whole, so that the time it takes says nothing.
  package static func takes(_ typed: String, secret: String, at now: Instant) -> Bool {
    let typed = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    let latest = minute(now)
    var isRight = false
    for back in 0..<Int64(minutes) {
      let code = CheckInCode(secret: secret, minute: latest - back)
      isRight = isSame(Array(code.text.utf8), Array(typed.utf8)) || isRight
    }
    return isRight
  }

  private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func minute(_ now: Instant) -> Int64 { now.milliseconds / 60_000 }

  /// A new meeting's secret: 128 random bits in hexadecimal digits.
  static func secret(_ world: World) -> String {
    let digits = Array("0123456789abcdef")
    return String(world.randomBytes(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
