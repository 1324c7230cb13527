import Credentials
import Kernel
import SQLStore

/// Compares a password with a stored one, away from transactions and serving threads.
struct PasswordCheck: Sendable {
  let hashing: Hashing
  /// What has counted this attempt already.
  let throttle: SignInThrottle

  /// What came of it.
  struct Verdict: Sendable {
    let isRight: Bool
    /// The same password at today's cost, where the stored one was made at another.
    let better: PasswordHash?
  }

  /// The most octets that are looked at; nothing longer was ever accepted as a password.
  private static let mostOctets = 8_192

  /// Compares, or spends the same time where there is nothing to compare with.
  ///
  /// Where too many wait, the attempt was none: its count is taken back.
  func verdict(
    on password: String, against stored: String?, in store: any Store
  ) async throws -> Verdict {
    let cost = hashing.cost
    do {
      return try await hashing.work.run { Self.compare(password, stored, cost) }
    } catch let busy as Busy {
      let throttle = throttle
      try await store.write { try throttle.takeBack(writer: $0) }
      throw busy
    }
  }

  private static func compare(
    _ password: String, _ stored: String?, _ cost: PasswordCost
  ) -> Verdict {
    let isReadable = password.utf8.count <= mostOctets
    guard isReadable, let hash = stored.flatMap(PasswordHash.init(stored:)) else {
      let typed = isReadable ? password : ""
      return Verdict(
        isRight: PasswordHash.verifyAgainstNobody(typed, cost: cost), better: nil)
    }
    let isRight = hash.verify(password)
    let mustRenew = isRight && hash.needsRehash(for: cost)
    return Verdict(
      isRight: isRight, better: mustRenew ? try? PasswordHash(password, cost: cost) : nil)
  }
}
