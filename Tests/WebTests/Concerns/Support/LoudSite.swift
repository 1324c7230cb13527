import Credentials
import Hummingbird
import HummingbirdTesting
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Web

/// Lends the site with what it logs, in a world whose draws do not grow from one to the next.
func withLoudSite(
  _ engine: Engine, trace: StatementTrace? = nil,
  _ body: @escaping @Sendable (TestSite, KeptLog) async throws -> Void
) async throws {
  try await withStage(engine, trace: trace) { stage in
    let log = KeptLog()
    let world = World(now: stage.world.now, randomBytes: RandomBytes.seeded(2026).fill)
    let stage = Stage(store: stage.store, world: world, cast: stage.cast)
    let site = Site(
      store: stage.store, world: world,
      // The demonstration hashes passphrases in a moment.
      configuration: Site.Configuration(address: "http://localhost", isDemonstration: true),
      logger: log.logger)
    try await Application(router: site.router()).test(.router) { client in
      try await body(TestSite(stage: stage, client: client), log)
    }
  }
}
