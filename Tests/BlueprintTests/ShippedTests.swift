import Blueprint
import Demo
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct ShippedTests {
  @Test(arguments: Shipped.names, Engine.available)
  func `a shipped blueprint builds an institution, and changes nothing the second time`(
    name: String, engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      let text = try Shipped.text(name)
      let plan = try await bench.apply(text)
      #expect(!plan.changesNothing)
      let rows = try await bench.rows()
      #expect(rows[3] >= 6)
      let second = try await bench.apply(text)
      expectSame(second, BlueprintPlan(changes: [], leftAlone: []))
      #expect(try await bench.rows() == rows)
    }
  }

  @Test(arguments: Shipped.names, Engine.available)
  func `what a shipped blueprint built is exported as a fixed point`(
    name: String, engine: Engine
  ) async throws {
    let first = try await withStore(engine) { store in
      try await Bench(store).apply(try Shipped.text(name))
      return try await Bench(store).export()
    }
    let second = try await withStore(engine) { store in
      try await Bench(store).apply(first)
      return try await Bench(store).export()
    }
    expectSame(first, second)
  }

  @Test(arguments: Engine.available)
  func `the demonstration's blueprint is what its database exports`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let hospital = FictionalHospital(today: TestWorld.today)
      try await DemonstrationFill.fill(store, with: hospital, in: TestWorld.make())
      let exported = try await Bench(store).export()
      expectSame(exported, try Shipped.text("demo"))
    }
  }

  @Test(arguments: Engine.available)
  func `the demonstration's blueprint changes nothing in the demonstration`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let hospital = FictionalHospital(today: TestWorld.today)
      try await DemonstrationFill.fill(store, with: hospital, in: TestWorld.make())
      let plan = try await Bench(store).plan(try Shipped.text("demo"))
      expectSame(plan, BlueprintPlan(changes: [], leftAlone: []))
    }
  }
}
