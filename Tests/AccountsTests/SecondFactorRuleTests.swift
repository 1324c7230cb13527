import Kernel
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct SecondFactorRuleTests {
  /// Whether people have to set up a second factor after signing in.
  private func mustSetUp(_ ward: Ward) async throws -> [String] {
    var asked: [String] = []
    for (given, person) in [("Olga", ward.office), ("Rosa", ward.resident)] {
      if try await ward.signIn(given).awaitsSecondFactor { asked.append("\(given) by password") }
      if try await ward.signInByLink(person).awaitsSecondFactor { asked.append("\(given) by link") }
    }
    return asked
  }

  private func set(_ rule: SecondFactorRule, _ ward: Ward) async throws {
    let viewer = try await ward.viewer(ward.administrator)
    try await ward.write { try rule.save(by: viewer, to: $0) }
  }

  @Test(
    arguments: Engine.available,
    [
      (nil, ["Olga by password"]), (.afterPassword, ["Olga by password"]),
      (.never, []), (.always, ["Olga by password", "Olga by link"]),
    ] as [(SecondFactorRule?, [String])])
  func `people with a role set one up where the institution asks for it`(
    engine: Engine, given: (rule: SecondFactorRule?, asked: [String])
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.office)
      try await ward.givePassword(ward.resident)
      if let rule = given.rule { try await set(rule, ward) }
      #expect(try await mustSetUp(ward) == given.asked)
    }
  }

  @Test(arguments: Engine.available)
  func `setting it up opens the session that waited for it`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.office)
      let session = try #require(try await ward.session(try await ward.signIn("Olga")))
      let app = try await ward.scan(ward.office)
      let token = try #require(try await ward.confirm(ward.code(app), session))
      #expect(try await ward.session(token)?.awaitsSecondFactor == false)
    }
  }

  @Test(arguments: Engine.available)
  func `it is due for people with a role who have none`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      func missing() async throws -> [Bool] {
        var missing: [Bool] = []
        for person in [ward.administrator, ward.office, ward.resident] {
          let viewer = try await ward.viewer(person)
          missing.append(
            try await ward.store.read { try SecondFactor.isMissing(viewer, reader: $0) })
        }
        return missing
      }
      #expect(try await missing() == [true, true, false])
      _ = try await ward.giveSecondFactor(ward.office)
      #expect(try await missing() == [true, false, false])
      try await set(.never, ward)
      #expect(try await missing() == [false, false, false])
    }
  }

  @Test(arguments: Engine.available)
  func `a changed rule is recorded, an unchanged one is not`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await set(.always, ward)
      try await set(.always, ward)
      #expect(try await ward.acts().filter { $0 == "settings.changed" }.count == 1)
    }
  }
}
