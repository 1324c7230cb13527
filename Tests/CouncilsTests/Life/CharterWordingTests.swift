import Councils
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct CharterWordingTests {
  private let open = CharterDraft(
    content: "We support women in surgery.", criteria: "Open to all who support the purpose.")
  private let closed = CharterDraft(
    content: "We support women in surgery.", criteria: "Open only to women.")

  @Test(arguments: Engine.available)
  func `a questioned version waits, and the one before it goes on to hold`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let cast = society.cast
      #expect(try await keep(open, society).publishedAt != nil)
      let waiting = try await keep(closed, society)
      #expect(waiting.publishedAt == nil)
      #expect(try await current(society) == "Open to all who support the purpose.")
      for (person, count) in [
        (cast.office, 1), (cast.dio, 1), (cast.administrator, 1), (cast.director, 0),
      ] {
        let questioned = try await society.stage.see(as: person) {
          try QuestionedCharter.all(viewer: $0, reader: $1)
        }
        #expect(questioned.count == count)
      }
      // A version without questions puts it aside.
      _ = try await keep(open, society)
      #expect(try await override(waiting, by: cast.dio, society) == "nothing-to-decide")
    }
  }

  @Test(arguments: Engine.available)
  func `a purpose that makes a trait a condition is refused at its field, and nothing is kept`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let (id, office) = (society.organization, society.cast.office)
      let before = try await society.stage.see(as: office) {
        OrganizationDraft(try Organization.find(id, viewer: $0, reader: $1))
      }
      var draft = before
      draft.purpose = "Membership is only for women in surgery."
      let refused = draft
      let world = society.stage.world
      for isNew in [false, true] {
        let problems = await #expect(throws: Problems.self) {
          try await society.stage.act(as: office) { viewer, writer in
            if isNew {
              var draft = refused
              draft.name = "Another Society"
              _ = try Organization.found(draft, by: viewer, in: world, to: writer)
            } else {
              try Organization.edit(id, refused, by: viewer, to: writer)
            }
          }
        }
        #expect(problems?.all.map(\.field) == [OrganizationDraft.Field.purpose])
        #expect(problems?.all.first?.sentence.contains("matter of the charter") == true)
      }
      let after = try await society.stage.see(as: office) {
        OrganizationDraft(try Organization.find(id, viewer: $0, reader: $1))
      }
      #expect(after == before)
      draft.purpose = "Supports women in surgery. Open to all who support the purpose."
      let welcome = draft
      try await society.stage.act(as: office) { viewer, writer in
        try Organization.edit(id, welcome, by: viewer, to: writer)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the official publishes it with a reason and counsel's reference, the office does not`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let cast = society.cast
      let waiting = try await keep(closed, society)
      for person in [cast.office, cast.trainee, cast.director] {
        #expect(try await override(waiting, by: person, society) == "not-allowed")
      }
      #expect(throws: Problems.self) {
        try Charter.OverrideDraft { $0 == "reason" ? "Counsel agrees" : "" }
      }
      #expect(try await override(waiting, by: cast.dio, society) == nil)
      #expect(try await current(society) == "Open only to women.")
      let id = society.organization
      let kept = try await society.stage.see(as: cast.office) { viewer, reader in
        let organization = try Organization.find(id, viewer: viewer, reader: reader)
        return try Charter.versions(of: organization, viewer: viewer, reader: reader).first
      }
      #expect(kept?.override?.reason == "Counsel agrees")
      #expect(kept?.override?.counselReference == "OGC-12")
      #expect(kept?.override?.by == cast.dio)
      #expect(try await override(waiting, by: cast.dio, society) == "nothing-to-decide")
    }
  }

  @Test(arguments: Engine.available)
  func `the office adds rules, changes those that come with us, and ends them`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let (cast, world) = (society.cast, society.stage.world)
      let typed = [
        "kind": "condition", "title": "Clubs", "phrases": "Graduates-of the Academy",
        "source": "Bylaws", "example": "Graduates of the academy", "effective_from": "2026-01-01",
      ]
      try await society.stage.act(as: cast.office) { viewer, writer in
        try WordingRule.keep(
          WordingRuleDraft { typed[$0] ?? "" }, by: viewer, in: world, to: writer)
        let sex = try #require(WordingRule.embedded.first { $0.id == "sex" })
        var draft = WordingRuleDraft(sex)
        draft.effectiveTo = day("2026-10-31")
        try WordingRule.keep(draft, as: "sex", by: viewer, in: world, to: writer)
      }
      let rules = try await society.stage.store.read { reader in
        try WordingRule.holding(on: TestWorld.today, reader: reader)
      }
      #expect(rules.map(\.title).contains("Clubs"))
      #expect(rules.first { $0.title == "Clubs" }?.phrases == ["graduates of the academy"])
      #expect(!rules.map(\.id).contains("sex"))
      #expect(try await keep(closed, society).publishedAt != nil)
      #expect(
        await refusal {
          try await society.stage.act(as: cast.dio) { viewer, writer in
            _ = try WordingRule.keep(
              WordingRuleDraft { typed[$0] ?? "" }, by: viewer, in: world, to: writer)
          }
        } == "not-allowed")
    }
  }

  private func keep(_ draft: CharterDraft, _ society: Society) async throws -> Charter {
    let (id, world) = (society.organization, society.stage.world)
    return try await society.stage.act(as: society.cast.office) { viewer, writer in
      try Charter.keep(draft, of: id, by: viewer, in: world, to: writer)
    }
  }

  private func override(
    _ charter: Charter, by person: PersonID, _ society: Society
  ) async throws -> String? {
    await refusal {
      try await society.stage.act(as: person) { viewer, writer in
        try Charter.override(
          charter.id,
          Charter.OverrideDraft(reason: "Counsel agrees", counselReference: "OGC-12"),
          by: viewer, writer: writer)
      }
    }
  }

  private func current(_ society: Society) async throws -> String? {
    let id = society.organization
    return try await society.stage.see(as: society.cast.other) { viewer, reader in
      let organization = try Organization.find(id, viewer: viewer, reader: reader)
      return try Charter.current(of: organization, reader: reader)?.criteria
    }
  }
}
