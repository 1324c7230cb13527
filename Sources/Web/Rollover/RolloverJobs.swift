import HTML
import Kernel
import Roster
import SQLStore

/// The work of rollovers that goes on after an answer.
enum RolloverJobs {
  static let run = "rollover.run"
  static let undo = "rollover.undo"

  static let all = [
    JobKind(run, "Take everybody to the next academic year", attempts: 2) { job, around in
      let (occasion, visit) = try await behalf(of: job, around)
      let id = ID<Rollover>(stored: job.payload)
      let report = try await Rollover.carryOut(id, with: .parts(visit), on: occasion)
      try await tell(job, "The rollover is done: \(report.sentence)", around)
      return report.sentence
    },
    JobKind(undo, "Undo a rollover", attempts: 2) { job, around in
      let (occasion, visit) = try await behalf(of: job, around)
      _ = try await Rollover.undo(
        ID(stored: job.payload), with: .parts(visit), on: occasion)
      let sentence = "The rollover is undone. Everything stands as it did before."
      try await tell(job, sentence, around)
      return sentence
    },
    JobKind(
      "rollover.purge", "Discard what rollovers kept for an undo",
      nextDue: JobKind.every(seconds: 86_400)
    ) { _, around in
      let now = around.world.now()
      return try await around.store.write { try Rollover.purge(at: now, in: $0) }.sentence
    },
  ]

  /// The latest job of a rollover; nil where none was begun.
  static func latest(of rollover: Rollover, _ reader: any SQLReader) throws -> Job? {
    guard rollover.isKept else { return nil }
    return try reader.first(
      Job.self,
      """
      SELECT \(Job.columns) FROM job
      WHERE kind IN (\(list: [run, undo])) AND payload = \(rollover.id)
      ORDER BY id DESC LIMIT 1
      """)
  }

  /// Has a job begun, unless one of the rollover is under way.
  /// - Throws: ``RolloverRefusal/underWay``.
  static func begin(
    _ kind: String, _ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter
  ) throws {
    if let job = try latest(of: rollover, writer),
      job.state == .waiting || job.state == .running
    {
      throw RolloverRefusal.underWay
    }
    try Job.enqueue(
      Job.Order(kind, payload: rollover.id.text), by: visit.viewer.person, in: visit.world,
      to: writer)
  }

  /// The occasion of the person who asked, with the rights that they have now.
  private static func behalf(
    of job: Job, _ around: JobSurroundings
  ) async throws -> (RosterOccasion, Visit) {
    guard let person = job.createdBy else { throw Absent() }
    let (now, world) = (around.world.now(), around.world)
    let visit = try await around.store.read { reader in
      let settings = try Settings(reader: reader)
      let viewer = try Viewer(
        person: person, now: now, today: now.day(in: settings.timeZone), reader: reader)
      return Visit(of: viewer, settings: settings, in: world)
    }
    var occasion = RosterOccasion(store: around.store, world: world, viewer: visit.viewer)
    let progress = around.progress
    occasion.progress = { progress.report(done: $0.done, total: $0.total ?? 0) }
    return (occasion, visit)
  }

  private static func tell(
    _ job: Job, _ sentence: String, _ around: JobSurroundings
  ) async throws {
    guard let person = job.createdBy else { return }
    let world = around.world
    try await around.store.write { writer in
      try Notice.tell(
        person, Notice.News(.roster, sentence, path: RolloverPath.start.location().text),
        in: world, writer: writer)
    }
  }
}
