import Kernel
import RosterTestSupport
import SQLStore
import Testing
import Web

extension TestSite {
  /// Carries out a recurring kind of job as its parts declare it, at some moment.
  /// - Returns: what came of it, in words.
  func run(_ name: String, at moment: Instant) async throws -> String {
    let kind = try #require(Parts.jobs.first { $0.name == name })
    let world = TestWorld.make(at: moment)
    let claimed = try await stage.store.write { writer in
      try Job.enqueue(Job.Order(name, payload: ""), by: nil, in: world, to: writer)
      return try Job.claim(kinds: [name], leaseSeconds: 60, now: moment, writer: writer)
    }
    return try await kind.run(
      try #require(claimed),
      JobSurroundings(
        store: stage.store, world: world, siteAddress: "http://localhost",
        progress: JobProgress()))
  }
}
