package import Kernel
package import SQLStore

extension Election {
  /// The kind of the job that opens elections at their time.
  package static let openingJob = "elections.open"

  /// Opens every announced election whose time to vote has come, where everything is there.
  ///
  /// Where something is missing nothing opens: those who run it and the election officer are told
  /// each missing thing, and it opens by itself once it is complete.
  /// - Returns: how many it opened, and how many wait for something.
  package static func openDue(
    in world: World, _ store: any Store
  ) async throws -> (opened: Int, waiting: Int) {
    var world = world
    let now = world.now()
    world.now = { now }
    var (opened, waiting) = (0, 0)
    for id in try await dueToOpen(at: now, store) {
      if try await openAtItsTime(id, in: world, store) { opened += 1 } else { waiting += 1 }
    }
    return (opened, waiting)
  }

  /// Those whose window has begun. For a day after its end their officers still are told.
  private static func dueToOpen(
    at now: Instant, _ store: any Store
  ) async throws -> [ElectionID] {
    try await store.read { reader in
      try reader.rows(
        """
        SELECT id FROM election WHERE state = 'nominating' AND vote_from <= \(now)
          AND vote_until > \(now.adding(seconds: -86_400)) ORDER BY vote_from, id
        """
      ).map { try $0.id("id") }
    }
  }

  private static func openAtItsTime(
    _ id: ElectionID, in world: World, _ store: any Store
  ) async throws -> Bool {
    // Keys are files, and no transaction takes a file back: whether it can open is asked before.
    let isReady = try await store.read { reader in
      try opened(id, reader: reader).obstacles(in: world, reader).isEmpty
    }
    let key = isReady ? try Urn.prepare(for: id, in: world) : nil
    return try await store.write { writer in
      let election = try opened(id, reader: writer)
      guard election.state == .nominating else { return election.state == .voting }
      let missing = try election.obstacles(in: world, writer)
      if let key, missing.isEmpty {
        let clock = try clock(at: world.now(), writer)
        try election.openReady(sealedTo: key, by: clock, in: world, writer)
        return true
      }
      try election.tellObstacle(
        missing.joined(separator: " "),
        saying: "The time to vote in “\(election.title)” has come, and voting is not open. "
          + missing.joined(separator: " ") + " It opens by itself once everything is there.",
        in: world, writer)
      return false
    }
  }

  /// Every thing that keeps it from being opened now, in sentences.
  private func obstacles(in world: World, _ reader: any SQLReader) throws -> [String] {
    let clock = try Self.clock(at: world.now(), reader)
    return try Checklist.of(self, viewer: clock, reader: reader).missing(for: .opening)
      + [world.urnKeys.obstacle].compactMap(\.self)
  }
}
