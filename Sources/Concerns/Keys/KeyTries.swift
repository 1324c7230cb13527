import Credentials
import Kernel
import SQLStore

/// Wrong passphrases and sheets of a responder: a few are free, then each next try waits longer.
enum KeyTries {
  private static let rule = Throttle.accountFromAddress

  /// Counts a try before it is looked at, in a transaction of its own: a wrong one stays counted.
  /// - Throws: ``ConcernRefusal/waitBeforeTrying(seconds:)``, and the try does not count.
  static func charge(_ person: PersonID, at now: Instant, _ store: any Store) async throws {
    try await store.write { writer in
      let row = try writer.first(
        "SELECT wrong, last_at FROM passphrase_try WHERE person_id = \(person)")
      let before = try row.map {
        Throttle.Failures(
          count: try $0.integer("wrong"), last: try $0.instant("last_at").milliseconds)
      }
      let wait = rule.wait(after: before, at: now.milliseconds)
      guard wait == 0 else {
        throw ConcernRefusal.waitBeforeTrying(seconds: Int((wait + 999) / 1000))
      }
      let after = rule.failures(after: before, failingAt: now.milliseconds)
      try writer.execute(
        """
        INSERT INTO passphrase_try (person_id, wrong, last_at)
        VALUES (\(person), \(after.count), \(now))
        ON CONFLICT (person_id) DO UPDATE SET wrong = excluded.wrong,
          last_at = excluded.last_at
        """)
    }
  }

  /// Forgets the tries of someone who was right.
  static func forget(_ person: PersonID, _ writer: any SQLWriter) throws {
    try writer.execute("DELETE FROM passphrase_try WHERE person_id = \(person)")
  }
}
