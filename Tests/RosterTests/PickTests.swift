import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct PickTests {
  @Test(arguments: Engine.available)
  func `a person is found by address, by name, and not by half of several`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      try await stage.act(as: cast.office) { viewer, writer in
        for address in ["fl1@hospital.example", "fl2@hospital.example"] {
          _ = try Person.add(
            PersonDraft(
              name: PersonName(given: "Frank", family: "Larsen"), capacity: .staff,
              address: address),
            by: viewer, in: world, to: writer)
        }
      }
      for (typed, found) in [
        ("FRANK@hospital.example", cast.faculty), ("nunez", cast.trainee),
        ("  Frank  Frankson ", cast.faculty), (cast.dio.text, cast.dio),
      ] {
        let person = try await find(typed, stage)
        #expect(person == .success(found), "\(typed)")
      }
      for (typed, words) in [
        ("", "Write a name"), ("Zorro", "Nobody here is named Zorro"),
        ("frank larsen", "Frank Larsen (fl1@hospital.example), Frank Larsen (fl2@"),
        ("p3@hospital.example", "Nobody here"),
      ] {
        guard case .failure(let problems) = try await find(typed, stage) else {
          Issue.record("\(typed) was found")
          continue
        }
        #expect(problems.of("person").first?.contains(words) == true, "\(typed)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a program is found by name, number or both`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      try await stage.act(as: cast.office) { viewer, writer in
        _ = try Program.add(
          ProgramDraft(
            name: "Internal Medicine", accreditationNumber: "77", department: cast.surgery),
          sponsor: cast.community, by: viewer, in: world, to: writer)
      }
      func find(_ typed: String) async throws -> ProgramID? {
        try await stage.see(as: cast.office) { viewer, reader in
          do {
            return try ProgramPick.find(typed, viewer: viewer, reader: reader)
          } catch is Problems {
            return nil
          }
        }
      }
      for (typed, expected) in [
        ("general surgery", cast.generalSurgery), ("gen", cast.generalSurgery),
        ("1401500004", cast.internalMedicine),
        ("Internal Medicine (1401500004)", cast.internalMedicine), ("Internal Medicine", nil),
        ("", nil), ("Astrology", nil),
      ] {
        let found = try await find(typed)
        #expect(found == expected, "\(typed)")
      }
      let offers = try await stage.see(as: cast.office) { viewer, reader in
        try ProgramPick.offers(viewer: viewer, reader: reader)
      }
      #expect(
        offers == [
          "General Surgery", "Internal Medicine (1401500004)", "Internal Medicine (77)",
        ])
      for offer in offers {
        let found = try await find(offer)
        #expect(found != nil, "\(offer)")
      }
    }
  }

  private func find(
    _ typed: String, _ stage: Stage
  ) async throws -> Result<PersonID, Problems> {
    try await stage.see(as: stage.cast.faculty) { viewer, reader in
      do {
        return .success(try PersonPick.find(typed, viewer: viewer, reader: reader))
      } catch let problems as Problems {
        return .failure(problems)
      }
    }
  }
}
