package import SQLStore
import Synchronization

/// How one kind of job is carried out.
package struct JobKind: Sendable {
  /// The name in the store, as in `roster.import`.
  package let name: String
  /// What it does, in plain words, as in “Import a roster”.
  package let title: String
  /// When a recurring kind is due next; nil for work that is asked for.
  package let nextDue: (@Sendable (Instant, Settings) -> Instant)?
  /// How often it is begun before it fails for good.
  package let attempts: Int
  /// Does the work; the answer says in words what came of it.
  package let run: @Sendable (Job, JobSurroundings) async throws -> String

  package init(
    _ name: String, _ title: String, attempts: Int = 5,
    nextDue: (@Sendable (Instant, Settings) -> Instant)? = nil,
    run: @escaping @Sendable (Job, JobSurroundings) async throws -> String
  ) {
    self.name = name
    self.title = title
    self.attempts = attempts
    self.nextDue = nextDue
    self.run = run
  }
}

extension JobKind {
  /// A kind that is done again so many seconds after it was done.
  package static func every(
    seconds: Int
  ) -> @Sendable (Instant, Settings) -> Instant {
    { now, _ in now.adding(seconds: seconds) }
  }
}

/// What a job works with.
package struct JobSurroundings: Sendable {
  package let store: any Store
  package let world: World
  /// The address of the site, for links in mail.
  package let siteAddress: String
  /// Where the job says how far it is.
  package let progress: JobProgress

  package init(
    store: any Store, world: World, siteAddress: String, progress: JobProgress
  ) {
    self.store = store
    self.world = world
    self.siteAddress = siteAddress
    self.progress = progress
  }
}

/// How far a running job is; the job writes, pages and the runner read.
///
/// A job inside a long transaction cannot write to the store beside it, so progress stands in
/// memory and the runner copies it into the store when it can.
package final class JobProgress: Sendable {
  private let kept = Mutex(Job.Progress(done: 0, total: 0))

  package init() {}

  /// How far the job is.
  package var current: Job.Progress {
    kept.withLock { $0 }
  }

  /// Says how far the job is.
  package func report(done: Int, total: Int) {
    kept.withLock { $0 = Job.Progress(done: done, total: total) }
  }
}

/// The jobs that run in this process, by their identifiers.
package final class RunningJobs: Sendable {
  private let kept = Mutex<[String: JobProgress]>([:])

  package init() {}

  /// How far a job of this process is; nil when it runs elsewhere or not at all.
  package func progress(of job: ID<Job>) -> Job.Progress? {
    kept.withLock { $0[job.text]?.current }
  }

  /// Notes that a job began.
  package func began(_ job: ID<Job>, _ progress: JobProgress) {
    kept.withLock { $0[job.text] = progress }
  }

  /// Notes that a job ended.
  package func ended(_ job: ID<Job>) {
    kept.withLock { $0[job.text] = nil }
  }
}
