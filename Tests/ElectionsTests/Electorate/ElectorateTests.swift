import CustomDump
import Elections
import ElectionsTestSupport
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Who may vote, and what others learn of it.
@Suite struct ElectorateTests {
  @Test(arguments: Engine.available)
  func `those vote who train in the constituency in good standing on the day`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let cast = ward.cast
      let scopes: [(Scope, [PersonID])] = [
        (.institution, [ward.chief, ward.lee, ward.kim, cast.trainee, cast.other]),
        (.department(cast.surgery), [ward.kim, cast.other]),
        (.program(cast.internalMedicine), [ward.chief, ward.lee, cast.trainee]),
      ]
      let everybody =
        [ward.chief, ward.lee, ward.kim, ward.pat] + cast.viewers.compactMap(\.person)
        + [cast.former, cast.upcoming]
      for (scope, expected) in scopes {
        let electorate = Electorate(scope, on: TestWorld.today)
        let found = try await ward.see(as: ward.chief) { _, reader in
          try Set(everybody).filter { try electorate.contains($0, reader: reader) }
        }
        #expect(found == Set(expected))
      }
      let later = Electorate(.institution, on: day("2027-07-01"))
      let comes = try await ward.see(as: ward.chief) {
        try later.contains(cast.upcoming, reader: $1)
      }
      #expect(comes)
    }
  }

  @Test(arguments: Engine.available)
  func `why someone may not vote is told by what they are`(_ engine: Engine) async throws {
    try await withWard(engine) { ward in
      let electorate = Electorate(.department(ward.cast.medicine), on: TestWorld.today)
      let found = try await ward.see(as: ward.chief) { _, reader in
        try [ward.lee, ward.kim, ward.pat, ward.cast.faculty].map {
          try electorate.exclusion(of: $0, reader: reader)
        }
      }
      #expect(found == [nil, .elsewhere, .standing, .notTraining])
    }
  }

  @Test(arguments: Engine.available)
  func `the preview counts everybody and names at most half, to those who run it alone`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      let preview = try await ward.see(as: ward.chief) {
        try RollPreview.of(id, viewer: $0, reader: $1)
      }
      #expect(preview?.count == 5)
      #expect(preview?.sample.count == 2)
      #expect(preview?.sample.contains { $0.person == ward.pat } == false)
      for person in [ward.lee, ward.cast.office, ward.officer] {
        let said = await refusalCode {
          _ = try await ward.see(as: person) {
            try RollPreview.of(id, viewer: $0, reader: $1)
          }
        }
        #expect(said == "not-yours-to-run")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a frozen roll stays whatever the roster says since`(_ engine: Engine) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.opened()
      try await ward.stage.store.write { writer in
        try writer.execute(
          "UPDATE appointment SET standing = 'probation' WHERE person_id = \(ward.lee)")
      }
      let election = try await ward.election(id)
      let (lee, pat) = try await ward.see(as: ward.chief) { _, reader in
        (
          try election.isElector(ward.lee, reader: reader),
          try election.isElector(ward.pat, reader: reader)
        )
      }
      #expect(lee)
      #expect(!pat)
    }
  }
}
