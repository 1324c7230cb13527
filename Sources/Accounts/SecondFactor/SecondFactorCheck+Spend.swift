import Credentials
import Kernel
import SQLStore

extension SecondFactorCheck {
  /// Uses a code up and does what it was asked for, in one transaction: two requests with one code
  /// are answered as one and a refusal.
  func spend<Answer: Sendable>(
    _ typed: String, of person: PersonID,
    _ effect: @escaping @Sendable (any SQLWriter) throws -> Answer
  ) async throws -> Answer {
    let throttle = SignInThrottle.secondFactor(of: person)
    let code = try await read(typed, of: person, throttle)
    let (world, site) = (world, site)
    let answer = try await store.write { writer -> Answer? in
      let now = world.now()
      switch code {
      case .none: return nil
      case .app(let typed):
        // A secret that was never confirmed stands for nothing yet.
        guard try SecondFactor.Stored.find(person, reader: writer)?.confirmedAt != nil,
          try SecondFactor.spend(typed, of: person, at: now, writer: writer)
        else { return nil }
      case .recovery(let hash):
        let used = try writer.execute(
          "DELETE FROM recovery_code WHERE person_id = \(person) AND hash = \(hash)")
        guard used == 1 else { return nil }
        try AccountChange.recoveryCodeUsed.note(of: person, by: person, site, world, writer)
      }
      try throttle.succeed(writer: writer)
      return try effect(writer)
    }
    guard let answer else {
      throw Problems(
        field: SecondFactor.field,
        "This code is not right, or it was used already. Wait for the next one in your app.")
    }
    return answer
  }

  /// What was typed.
  private enum Code: Sendable {
    /// Digits of the app, still to be compared.
    case app(String)
    /// The stored hash of the recovery code that it is.
    case recovery(String)
    case none
  }

  private func read(
    _ typed: String, of person: PersonID, _ throttle: SignInThrottle
  ) async throws -> Code {
    let now = world.now()
    let (wait, stored) = try await store.write { writer in
      let wait = try throttle.charge(now: now, writer: writer)
      return (wait, wait == nil ? try Self.recoveryHashes(of: person, writer) : [])
    }
    if let wait { throw AccountRefusal.tooSoon(seconds: wait) }
    guard RecoveryCode(typed: typed) != nil else { return .app(typed) }
    let hashes = stored.compactMap(RecoveryCodeHash.init(stored:))
    do {
      let place = try await hashing.work.run { RecoveryCodeHash.match(typed, among: hashes) }
      return place.map { .recovery(hashes[$0].text) } ?? .none
    } catch let busy as Busy {
      try await store.write { try throttle.takeBack(writer: $0) }
      throw busy
    }
  }

  private static func recoveryHashes(
    of person: PersonID, _ reader: any SQLReader
  ) throws -> [String] {
    var hashes: [String] = []
    try reader.forEach("SELECT hash FROM recovery_code WHERE person_id = \(person)") {
      hashes.append(try $0.text("hash"))
    }
    return hashes
  }
}
