import Elections
import ElectionsTestSupport
import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import RosterTestSupport
import SQLStore
import Web

/// Lends the site on a store with an open election in it, at a moment.
func withPollSite(
  _ engine: Engine, _ plan: Poll.Plan = Poll.Plan(), at now: Instant = TestWorld.now,
  _ body: @escaping @Sendable (Poll, TestSite) async throws -> Void
) async throws {
  try await withPoll(engine, plan) { poll in
    try await poll.open(at: now) { site in try await body(poll, site) }
  }
}

extension Poll {
  /// Opens the site as it is at a moment.
  func open(
    at now: Instant, _ body: @escaping @Sendable (TestSite) async throws -> Void
  ) async throws {
    var world = world
    world.now = { now }
    let site = Site(
      store: store, world: world,
      configuration: Site.Configuration(address: "http://localhost"),
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    let stage = Stage(store: store, world: world, cast: stage.cast)
    try await Application(router: site.router()).test(.router) { client in
      try await body(TestSite(stage: stage, client: client))
    }
  }

  /// The address of a page of the election.
  func path(_ page: String) -> String { "/elections/\(election.text)/\(page)" }
}

/// The value of a field in a page; nil where the page has none.
func fieldValue(_ name: String, in page: String) -> String? {
  let pattern = #"name="\#(name)" value="([^"]*)""#
  guard let found = page.range(of: pattern, options: .regularExpression) else { return nil }
  return page[found].split(separator: "\"", omittingEmptySubsequences: false).dropLast().last
    .map(String.init)
}
