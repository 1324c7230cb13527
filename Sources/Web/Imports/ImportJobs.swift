import HTML
import Kernel
import Roster
import SQLStore

/// The work of imports that goes on after an answer.
enum ImportJobs {
  static let all = [
    JobKind("roster.check", "Look through a roster file", attempts: 2) { job, around in
      let occasion = try await occasion(of: job, around)
      let check = try await RosterImport.check(
        ID(stored: job.payload), directory: ImportDesk.folder, on: occasion)
      return "\(Figures.counted(check.report.accepted, "row", "rows")) accepted, "
        + "\(Figures.grouped(check.report.refusedRows)) refused."
    },
    JobKind("roster.import", "Import a roster", attempts: 2) { job, around in
      let occasion = try await occasion(of: job, around)
      let id = ID<RosterImport>(stored: job.payload)
      let report = try await RosterImport.run(
        id, directory: ImportDesk.folder, on: occasion)
      try await SeatTurn.follow(around)
      try await tell(job, report, around)
      return ImportFigures.sentence(report)
    },
    JobKind(
      "roster.purge", "Discard roster files that nobody confirmed",
      nextDue: JobKind.every(seconds: 86_400)
    ) { _, around in
      let today = try await around.store.read { reader in
        around.world.now().day(in: try Settings(reader: reader).timeZone)
      }
      return try await RosterImport.purge(
        on: RosterOccasion(store: around.store, world: around.world, today: today)
      ).sentence
    },
  ]

  /// The latest job of an import; nil where none was begun.
  static func latest(of id: ID<RosterImport>, _ reader: any SQLReader) throws -> Job? {
    try reader.first(
      Job.self,
      """
      SELECT \(Job.columns) FROM job
      WHERE kind IN ('roster.check', 'roster.import') AND payload = \(id)
      ORDER BY id DESC LIMIT 1
      """)
  }

  /// The occasion of the person who asked, with the rights that they have now.
  private static func occasion(
    of job: Job, _ around: JobSurroundings
  ) async throws -> RosterOccasion {
    guard let person = job.createdBy else { throw Absent() }
    let now = around.world.now()
    let viewer = try await around.store.read { reader in
      let today = now.day(in: try Settings(reader: reader).timeZone)
      return try Viewer(person: person, now: now, today: today, reader: reader)
    }
    var occasion = RosterOccasion(store: around.store, world: around.world, viewer: viewer)
    let progress = around.progress
    occasion.progress = { progress.report(done: $0.done, total: $0.total ?? 0) }
    return occasion
  }

  private static func tell(
    _ job: Job, _ report: RosterReport, _ around: JobSurroundings
  ) async throws {
    guard let person = job.createdBy else { return }
    let sentence =
      "Your import is done: " + ImportFigures.sentence(report)
    let world = around.world
    let path = ImportPath.one.location(ID(stored: job.payload)).text
    try await around.store.write { writer in
      try Notice.tell(
        person, Notice.News(.roster, sentence, path: path), in: world, writer: writer)
    }
  }
}
