import Demo
import Kernel
import SQLStore
import StoreTestSupport

/// The afternoon of the day on which the usual hospital is looked at.
let testWorld = World(
  now: { usual.today.moment(at: 20) },
  randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0 ... .max) } })

/// Lends a store that a hospital fills.
func withFilled(
  _ engine: Engine, _ hospital: FictionalHospital = usual,
  _ body: (any Store) async throws -> Void
) async throws {
  try await withStore(engine) { store in
    try await DemonstrationFill.fill(store, with: hospital, in: testWorld)
    try await body(store)
  }
}
