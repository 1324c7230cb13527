import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct IdentityTests {
  private let identity = Identity(issuer: "https://login.hospital.example", subject: "0042")

  @Test(arguments: Engine.available)
  func `an identity is found by issuer and subject, never by one of them`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await link(ward, ward.resident)
      for (tried, person) in [
        (identity, ward.resident), (Identity(issuer: identity.issuer, subject: "0043"), nil),
        (Identity(issuer: "https://elsewhere.example", subject: "0042"), nil),
      ] {
        #expect(try await ward.store.read { try tried.find(reader: $0) } == person)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an identity belongs to one person, and linking it twice changes nothing`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await link(ward, ward.resident)
      try await link(ward, ward.resident)
      #expect(try await ward.acts().filter { $0 == "identity.linked" }.count == 1)
      await #expect(throws: AccountRefusal.identityTaken) { try await link(ward, ward.office) }
    }
  }

  @Test(arguments: Engine.available)
  func `nobody is found who was deactivated`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await link(ward, ward.resident)
      let viewer = try await ward.viewer(ward.office)
      try await ward.write { try Person.deactivate(ward.resident, by: viewer, to: $0) }
      #expect(try await ward.store.read { try identity.find(reader: $0) } == nil)
    }
  }

  private func link(_ ward: Ward, _ person: PersonID) async throws {
    let (identity, now) = (identity, ward.clock.now)
    try await ward.write { try identity.link(to: person, by: nil, at: now, writer: $0) }
  }
}
