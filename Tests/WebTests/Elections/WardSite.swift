import Elections
import ElectionsTestSupport
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Web

/// Lends the site at the stage's moment on a store with a ward in it.
func withWardSite(
  _ engine: Engine, trace: StatementTrace? = nil,
  _ body: @escaping @Sendable (Ward, TestSite) async throws -> Void
) async throws {
  try await withWard(engine, trace: trace) { ward in
    var world = ward.stage.world
    world.urnKeys = MemoryUrnKeys()
    let site = Site(
      store: ward.stage.store, world: world,
      configuration: Site.Configuration(address: "http://localhost"),
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    let stage = Stage(store: ward.stage.store, world: world, cast: ward.cast)
    try await Application(router: site.router()).test(.router) { client in
      try await body(ward, TestSite(stage: stage, client: client))
    }
  }
}

extension Ward {
  /// What the form of an election sends, nominations being open at the stage's moment.
  var typed: [String: String] {
    [
      "rule": rule.text, "title": "Delegates", "seats": "2", "constituency": "institution",
      "method": "scottish-stv", "one_per": "", "abstaining": "yes", "roll_on": "2026-11-02",
      "nominate_from": "2026-11-01T09:00", "nominate_until": "2026-11-06T17:00",
      "vote_from": "2026-11-07T09:00", "vote_until": "2026-11-12T17:00",
      "officer": officer.text,
    ]
  }

  /// Lets days pass: nominations are over, and voting has begun.
  func turnToVoting(_ id: String) async throws {
    try await stage.store.write { writer in
      try writer.execute(
        """
        UPDATE election SET nominate_until = '2026-11-02T14:00:00.000Z',
          vote_from = '2026-11-02T14:30:00.000Z' WHERE id = \(id)
        """)
    }
  }
}
