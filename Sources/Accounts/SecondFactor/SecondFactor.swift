import Credentials
package import Kernel
import Roster
package import SQLStore

/// Someone's authenticator app, as it stands.
package enum SecondFactor: Sendable, Equatable {
  /// There is none.
  case none
  /// A secret waits for its first code; until then it counts for nothing.
  case proposed(SetUp)
  /// Codes are asked for.
  case confirmed(since: Instant, codesLeft: Int)

  /// What an authenticator app is set up with.
  package struct SetUp: Sendable, Equatable {
    /// What the QR code holds.
    package let uri: String
    /// The secret to type by hand.
    package let base32: String
  }

  /// The name of the field in which codes are typed.
  package static let field = "code"

  /// How someone's second factor stands.
  package static func of(_ person: PersonID, reader: any SQLReader) throws -> SecondFactor {
    guard let stored = try Stored.find(person, reader: reader) else { return .none }
    guard let since = stored.confirmedAt else {
      return .proposed(try setUp(stored.secret, of: person, reader: reader))
    }
    let left = try reader.number(
      "SELECT count(*) FROM recovery_code WHERE person_id = \(person)")
    return .confirmed(since: since, codesLeft: left)
  }

  /// Whether someone holds a role at this moment, so that the institution may ask for more.
  static func isAsked(
    of person: PersonID, at now: Instant, reader: any SQLReader
  ) throws -> Bool {
    let today = now.day(in: try Settings(reader: reader).timeZone)
    return try !Viewer(person: person, now: now, today: today, reader: reader).grants.isEmpty
  }

  /// Whether the viewer has a role and no second factor, and the institution wants one.
  package static func isMissing(_ viewer: Viewer, reader: any SQLReader) throws -> Bool {
    guard let person = viewer.person, !viewer.grants.isEmpty,
      try SecondFactorRule(reader: reader) != .never
    else { return false }
    return try Stored.find(person, reader: reader)?.confirmedAt == nil
  }

  private static func setUp(
    _ secret: OneTimePassword, of person: PersonID, reader: any SQLReader
  ) throws -> SetUp {
    let row = try reader.first("SELECT address, family_name FROM person WHERE id = \(person)")
    let account = try row?.textOrNil("address") ?? row?.text("family_name") ?? ""
    let institution = try Settings(reader: reader).institutionName
    return SetUp(
      uri: secret.uri(issuer: "Housestaff " + institution, account: account),
      base32: secret.base32)
  }
}

extension SecondFactor {
  /// The row of a second factor.
  struct Stored: Sendable {
    let secret: OneTimePassword
    let confirmedAt: Instant?
    let lastStep: Int64

    static func find(_ person: PersonID, reader: any SQLReader) throws -> Stored? {
      let row = try reader.first(
        """
        SELECT secret, confirmed_at, last_step FROM second_factor WHERE person_id = \(person)
        """)
      guard let row, let secret = OneTimePassword(base32: try row.text("secret")) else {
        return nil
      }
      return Stored(
        secret: secret, confirmedAt: try row.instantOrNil("confirmed_at"),
        lastStep: Int64(try row.integer("last_step")))
    }
  }

  /// Uses a code of the app up, where it is right: each counts once, and none before it any more.
  static func spend(
    _ typed: String, of person: PersonID, at now: Instant, writer: any SQLWriter
  ) throws -> Bool {
    guard let stored = try Stored.find(person, reader: writer),
      let step = stored.secret.acceptedStep(
        for: typed, at: now.milliseconds, after: stored.lastStep)
    else { return false }
    let changed = try writer.execute(
      """
      UPDATE second_factor SET last_step = \(step)
      WHERE person_id = \(person) AND last_step < \(step)
      """)
    return changed == 1
  }
}
