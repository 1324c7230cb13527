package import SQLStore

/// Work that goes on after an answer: kept in the store, claimed by one process with a lease.
///
/// A process that dies leaves a lease that runs out; another one then repeats the work, so every
/// job is written to be repeatable.
package struct Job: Sendable, Equatable {
  package let id: ID<Job>
  /// What is to be done; a ``JobKind`` carries it out.
  package let kind: String
  /// What the kind needs to know, in its own form.
  package let payload: String
  package let state: State
  package let dueAt: Instant
  /// How often it was begun.
  package let attempts: Int
  package let progress: Progress
  /// What came of it, or why it failed, in words.
  package let outcome: String
  package let createdBy: PersonID?
  package let createdAt: Instant
  package let finishedAt: Instant?

  /// Where a job stands.
  package enum State: String, Sendable, CaseIterable {
    case waiting, running, done, failed
  }

  /// How far a job is, in units of its own.
  package struct Progress: Sendable, Equatable {
    package let done: Int
    /// 0 where it is not known.
    package let total: Int

    package init(done: Int, total: Int) {
      self.done = done
      self.total = total
    }
  }
}

extension Job: SQLDecodable {
  /// The columns of a job.
  package static let columns: SQLQuery =
    """
    id, kind, payload, state, due_at, attempts, progress_done, progress_total, outcome,
    created_by, created_at, finished_at
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), kind: try row.text("kind"), payload: try row.text("payload"),
      state: try row.word("state"), dueAt: try row.instant("due_at"),
      attempts: try row.integer("attempts"),
      progress: Progress(
        done: try row.integer("progress_done"), total: try row.integer("progress_total")),
      outcome: try row.text("outcome"), createdBy: try row.idOrNil("created_by"),
      createdAt: try row.instant("created_at"), finishedAt: try row.instantOrNil("finished_at"))
  }
}
