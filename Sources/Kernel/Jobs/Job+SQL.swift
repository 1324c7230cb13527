package import SQLStore

extension Job {
  /// What is to be done, and when.
  package struct Order: Sendable, Equatable {
    package let kind: String
    package let payload: String
    /// Nil is at once.
    package let dueAt: Instant?

    package init(_ kind: String, payload: String = "", dueAt: Instant? = nil) {
      self.kind = kind
      self.payload = payload
      self.dueAt = dueAt
    }
  }

  /// Puts work into the store, to be done as soon as its time has come.
  @discardableResult
  package static func enqueue(
    _ order: Order, by person: PersonID?, in world: World, to writer: any SQLWriter
  ) throws -> ID<Job> {
    let id = world.newID(ID<Job>.self)
    let now = world.now()
    try writer.execute(
      """
      INSERT INTO job (id, kind, payload, state, due_at, attempts, progress_done, progress_total,
        outcome, created_by, created_at)
      VALUES (\(id), \(order.kind), \(order.payload), 'waiting', \(order.dueAt ?? now), 0, 0, 0, '',
        \(person), \(now))
      """)
    return id
  }

  /// Makes sure that a recurring kind is planned exactly once.
  package static func plan(
    _ kind: String, dueAt: Instant, in world: World, to writer: any SQLWriter
  ) throws {
    let planned = try writer.number(
      """
      SELECT count(*) FROM job WHERE kind = \(kind) AND state IN ('waiting', 'running')
      """)
    if planned == 0 {
      try enqueue(Order(kind, dueAt: dueAt), by: nil, in: world, to: writer)
    }
  }

  /// Takes the job that is due longest, for as long as the lease lasts.
  package static func claim(
    kinds: [String], leaseSeconds: Int, now: Instant, writer: any SQLWriter
  ) throws -> Job? {
    try writer.first(
      Job.self,
      """
      UPDATE job SET state = 'running', attempts = attempts + 1,
        lease_until = \(now.adding(seconds: leaseSeconds))
      WHERE id = (
        SELECT id FROM job
        WHERE kind IN (\(list: kinds)) AND due_at <= \(now)
          AND (state = 'waiting' OR (state = 'running' AND lease_until < \(now)))
        ORDER BY due_at, id LIMIT 1)
      RETURNING \(columns)
      """)
  }

  /// Notes how far a running job is, and keeps its lease.
  package func note(
    _ progress: Progress, leaseSeconds: Int, now: Instant, writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      UPDATE job SET progress_done = \(progress.done), progress_total = \(progress.total),
        lease_until = \(now.adding(seconds: leaseSeconds))
      WHERE id = \(id) AND state = 'running' AND attempts = \(attempts)
      """)
  }

  /// Ends a job that is done, or failed for good.
  package func finish(
    _ state: State, outcome: String, now: Instant, writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      UPDATE job SET state = \(state.rawValue), outcome = \(outcome), finished_at = \(now),
        lease_until = NULL
      WHERE id = \(id) AND state = 'running' AND attempts = \(attempts)
      """)
  }

  /// Puts a job that failed back, to be tried again later.
  package func postpone(
    until dueAt: Instant, outcome: String, writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      UPDATE job SET state = 'waiting', due_at = \(dueAt), outcome = \(outcome),
        lease_until = NULL
      WHERE id = \(id) AND state = 'running' AND attempts = \(attempts)
      """)
  }

  /// Tries a failed job again, from the jobs page.
  package static func retry(
    _ id: ID<Job>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let changed = try writer.execute(
      """
      UPDATE job SET state = 'waiting', due_at = \(viewer.now), attempts = 0, finished_at = NULL
      WHERE id = \(id) AND state = 'failed'
      """)
    guard changed == 1 else { throw Absent() }
    try Audit.append(
      Audit.Act("job.retried", of: Audit.Subject(kind: "job", id: id.text)), by: viewer.person,
      at: viewer.now, to: writer)
  }

  /// One job.
  package static func find(_ id: ID<Job>, reader: any SQLReader) throws -> Job? {
    try reader.first(Job.self, "SELECT \(columns) FROM job WHERE id = \(id)")
  }

  /// The latest jobs, newest first, fifty at a time.
  package static func latest(
    state: State?, before: ID<Job>?, reader: any SQLReader
  ) throws -> [Job] {
    var conditions: [SQLQuery] = ["1 = 1"]
    if let state { conditions.append("state = \(state.rawValue)") }
    if let before { conditions.append("id < \(before)") }
    return try reader.all(
      Job.self,
      """
      SELECT \(columns) FROM job WHERE \(SQLQuery.joined(conditions, separator: " AND "))
      ORDER BY id DESC LIMIT 51
      """)
  }
}
