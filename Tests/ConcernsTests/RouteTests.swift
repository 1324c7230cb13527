import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Which group takes what, where its writer leaves it to the rules.
@Suite struct RouteTests {
  @Test(arguments: Engine.available)
  func `what is said of both comes before the program, and that before the category`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let (medicine, surgery) = (desk.cast.internalMedicine, desk.cast.generalSurgery)
      #expect(
        try await desk.problems() == ["No rule says who takes this. Choose who should read it."])
      try await desk.keep(category: desk.category, nil, desk.council)
      #expect(try await desk.routed() == desk.council)
      #expect(try await desk.routed(medicine) == desk.council)
      try await desk.keep(category: nil, medicine, desk.institution)
      #expect(try await desk.routed() == desk.council)
      #expect(try await desk.routed(medicine) == desk.institution)
      #expect(try await desk.routed(surgery) == desk.council)
      try await desk.keep(category: desk.category, medicine, desk.council)
      #expect(try await desk.routed(medicine) == desk.council)
      // Said again, it is changed, and not said twice.
      try await desk.keep(category: desk.category, medicine, desk.institution)
      #expect(try await desk.routed(medicine) == desk.institution)
      #expect(try await desk.texts("SELECT id FROM concern_route").count == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `only the office makes rules, and one says what it is about`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let group = desk.council.text
      for person in [desk.chair, desk.cast.director, desk.cast.trainee] {
        await #expect(throws: Absent.self) {
          try await desk.stage.act(as: person) { viewer, writer in
            try ConcernRoute.keep(by: viewer, in: desk.world, writer: writer) { _ in group }
          }
        }
      }
      await #expect(throws: Problems.self) {
        try await desk.keep(category: nil, nil, desk.council)
      }
      let rules = try await desk.texts("SELECT id FROM concern_route")
      #expect(rules == [])
    }
  }
}

extension Desk {
  fileprivate func keep(
    category: ID<ConcernCategory>?, _ program: ProgramID?, _ group: ID<HandlingGroup>
  ) async throws {
    let typed = [
      ConcernRoute.Field.category: category?.text ?? "",
      ConcernRoute.Field.program: program?.text ?? "", ConcernRoute.Field.group: group.text,
    ]
    let world = world
    try await stage.act(as: cast.office) { office, writer in
      try ConcernRoute.keep(by: office, in: world, writer: writer) { typed[$0] ?? "" }
    }
  }

  /// The group to which a concern goes whose writer leaves it to the rules.
  fileprivate func routed(_ program: ProgramID? = nil) async throws -> ID<HandlingGroup> {
    let typed = [
      ConcernAddress.Field.group: ConcernAddress.byRule,
      ConcernAddress.Field.category: category.text,
      ConcernAddress.Field.program: program?.text ?? "",
    ]
    return try await stage.see(as: nil) { viewer, reader in
      try ConcernAddress(viewer: viewer, reader: reader) { typed[$0] ?? "" }.group
    }
  }

  fileprivate func problems() async throws -> [String] {
    do {
      _ = try await routed()
      return []
    } catch let problems as Problems {
      return problems.all.map(\.sentence)
    }
  }
}
