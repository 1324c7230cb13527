import Kernel
import Logging
import SQLStore
import ServiceLifecycle

/// Carries out the jobs of the store, one at a time, for as long as the program serves.
///
/// Any number of processes may run on one database: a job is claimed with a lease that is renewed
/// while it works, and taken over by another process when the lease runs out.
struct JobRunner: Service {
  let store: any Store
  let world: World
  let kinds: [JobKind]
  let running: RunningJobs
  let siteAddress: String
  let logger: Logger

  /// Seconds until another process may take a job over.
  private static let leaseSeconds = 60

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let worked = await attempt("jobs") {
          try await planRecurring()
          return try await runNext()
        }
        if worked != true { try? await Task.sleep(for: .seconds(1)) }
      }
    }
  }

  /// Runs the job that is due longest.
  /// - Returns: whether there was one.
  func runNext() async throws -> Bool {
    let world = world
    let names = kinds.map(\.name)
    let job = try await store.write { writer in
      try Job.claim(
        kinds: names, leaseSeconds: Self.leaseSeconds, now: world.now(), writer: writer)
    }
    guard let job, let kind = kinds.first(where: { $0.name == job.kind }) else { return false }
    await carryOut(job, kind)
    return true
  }

  private func carryOut(_ job: Job, _ kind: JobKind) async {
    let progress = JobProgress()
    running.began(job.id, progress)
    defer { running.ended(job.id) }
    let surroundings = JobSurroundings(
      store: store, world: world, siteAddress: siteAddress, progress: progress)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await keepLease(of: job, progress) }
      let result: Result<String, any Error>
      do {
        result = .success(try await kind.run(job, surroundings))
      } catch {
        result = .failure(error)
      }
      group.cancelAll()
      await settle(job, kind, result)
    }
  }

  private func keepLease(of job: Job, _ progress: JobProgress) async {
    while (try? await Task.sleep(for: .seconds(2))) != nil {
      let world = world
      await attempt("lease") {
        try await store.write { writer in
          try job.note(
            progress.current, leaseSeconds: Self.leaseSeconds, now: world.now(), writer: writer)
        }
      }
    }
  }

  private func settle(_ job: Job, _ kind: JobKind, _ result: Result<String, any Error>) async {
    let now = world.now()
    await attempt("settling") {
      try await store.write { writer in
        switch result {
        case .success(let outcome):
          try job.finish(.done, outcome: outcome, now: now, writer: writer)
        case .failure(let error as any Refusal):
          let words = Words(try Settings(reader: writer))
          try job.finish(.failed, outcome: words(error.sentence), now: now, writer: writer)
        case .failure where job.attempts >= kind.attempts:
          try job.finish(
            .failed, outcome: "It failed \(job.attempts) times; see the log.", now: now,
            writer: writer)
        case .failure:
          // 30 s, 1 min, 2 min … between attempts.
          let later = now.adding(seconds: 15 << min(job.attempts, 8))
          try job.postpone(until: later, outcome: "Will be tried again.", writer: writer)
        }
      }
    }
    if case .failure(let error) = result, !(error is any Refusal) {
      logger.error(
        "a job failed",
        metadata: ["job": "\(job.id.text)", "kind": "\(job.kind)", "error": "\(error)"])
    }
  }

  /// Plans the next run of each recurring kind.
  private func planRecurring() async throws {
    let recurring = kinds.filter { $0.nextDue != nil }
    let world = world
    let missing = try await store.read { reader in
      try recurring.filter { kind in
        try reader.number(
          """
          SELECT count(*) FROM job
          WHERE kind = \(kind.name) AND state IN ('waiting', 'running')
          """) == 0
      }.map(\.name)
    }
    guard !missing.isEmpty else { return }
    try await store.write { writer in
      let settings = try Settings(reader: writer)
      for kind in recurring where missing.contains(kind.name) {
        guard let due = kind.nextDue?(world.now(), settings) else { continue }
        try Job.plan(kind.name, dueAt: due, in: world, to: writer)
      }
    }
  }

  /// Does something that may fail without ending the runner; the failure is logged.
  @discardableResult
  private func attempt<Answer: Sendable>(
    _ what: String, _ work: () async throws -> Answer
  ) async -> Answer? {
    do {
      return try await work()
    } catch is CancellationError {
      return nil
    } catch {
      logger.error("the job runner met an error", metadata: ["at": "\(what)", "error": "\(error)"])
      return nil
    }
  }
}
