import Blueprint
import Foundation
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct TransactionTests {
  @Test(arguments: Engine.available)
  func `what breaks off leaves nothing`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      let before = try await bench.rows()
      let text = try Shipped.text("duke")
      let blueprint = try Blueprint(text, file: "duke.yaml")
      let plan = try await bench.plan(text)
      // Chance ends in the middle of the work, as a machine may.
      let world = World(
        now: { TestWorld.now }, randomBytes: { count in Array(repeating: 7, count: count) })
      await #expect(throws: SQLError.self) {
        try await store.write { writer in
          try blueprint.apply(plan, by: Bench.operator, in: world, to: writer)
        }
      }
      #expect(try await bench.rows() == before)
    }
  }

  @Test(arguments: Engine.available)
  func `a plan that is no longer true is not carried out`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      let text = "departments: [Medicine, Surgery]"
      let plan = try await bench.plan(text)
      try await bench.apply("departments: [Surgery]")
      await #expect(throws: BlueprintRefusal.databaseChanged) {
        try await bench.apply(text, as: plan)
      }
      #expect(try await bench.export().contains("  - Surgery\n"))
      #expect(try await !bench.export().contains("Medicine"))
    }
  }

  @Test(arguments: Engine.available)
  func `somebody without the right applies nothing`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      let text = "departments: [Medicine]"
      let blueprint = try Blueprint(text, file: "test.yaml")
      let plan = try await bench.plan(text)
      let nobody = Viewer(person: nil, grants: [], now: TestWorld.now, today: TestWorld.today)
      await #expect(
        throws: BlueprintProblems(
          file: "test.yaml",
          [
            .init(
              RosterRefusal.notAllowed.sentence,
              at: Spot(line: 1, column: 15, path: ["departments", "Medicine"]))
          ])
      ) {
        try await store.write { writer in
          try blueprint.apply(plan, by: nobody, in: TestWorld.make(), to: writer)
        }
      }
    }
  }

  @Test func `twice the programs take at most twice the statements`() async throws {
    let few = try await statements(forPrograms: 100)
    let many = try await statements(forPrograms: 200)
    #expect(many.applied <= 2 * few.applied)
    #expect(many.plannedAgain <= 2 * few.plannedAgain)
  }

  /// How many statements it takes to apply a blueprint, and to see that nothing is left to do.
  private func statements(
    forPrograms count: Int
  ) async throws -> (applied: Int, plannedAgain: Int) {
    let departments = (1...20).map { "  - Department \($0)" }
    let programs = (1...count).map { number in
      """
        - name: Program \(number)
          department: Department \(number % 20 + 1)
          sponsor: Meridian Hospital
          accreditation number: "\(1_000_000_000 + number)"
      """
    }
    let text =
      (["sponsors: [Meridian Hospital]", "departments:"] + departments + ["programs:"]
      + programs).joined(separator: "\n")
    let trace = StatementTrace()
    return try await withStore(.sqlite, trace: trace) { store in
      let bench = Bench(store)
      try await bench.apply(text)
      let applied = trace.take().count
      #expect(try await bench.rows()[3] == count)
      _ = trace.take()
      let again = try await bench.plan(text)
      #expect(again.changesNothing)
      return (applied, trace.take().count)
    }
  }
}
