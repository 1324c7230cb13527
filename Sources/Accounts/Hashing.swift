package import Credentials
package import Kernel

/// How passwords and recovery codes are hashed: at what cost, and how many at a time.
package struct Hashing: Sendable {
  package let cost: PasswordCost
  /// Each hash takes tens of milliseconds and megabytes, so never more than a few run at once.
  package let work: BoundedWork

  package init(cost: PasswordCost, work: BoundedWork) {
    self.cost = cost
    self.work = work
  }

  /// What the program hashes with: one bound for the whole process, because memory and processors
  /// are the process's. Two at a time, and four seconds of work may wait.
  package static let production = Hashing(
    cost: .production, work: BoundedWork(atOnce: 2, waiting: 256))
}

extension World {
  /// Chance as the credentials take it.
  var random: RandomBytes { RandomBytes(fill: randomBytes) }
}
