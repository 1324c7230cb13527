import Kernel
import SQLStore

extension RosterImport {
  /// What a look through a file found.
  package struct Check: Sendable {
    /// What an import would do, and which rows it would refuse.
    package let report: RosterReport
    /// The first rows of each sort.
    package let preview: RosterPreview
    /// What the import would do, in one number: it repeats only where it still would.
    package let digest: String
    package let layout: RosterLayout
    /// The rows that an import would refuse, as the file has them.
    let refused: RefusedRows
  }

  /// How a file is laid out, for choosing its columns.
  /// - Throws: ``ImportRefusal`` where the file cannot be read.
  package static func layout(
    of file: RosterFile, on occasion: RosterOccasion
  ) async throws -> RosterLayout {
    try occasion.checkRight()
    return try await occasion.store.read { reader in try RosterRows(file, in: reader).layout }
  }

  /// Looks through a file and changes nothing.
  /// - Throws: ``ImportRefusal`` where no row of the file can be read.
  package static func check(
    _ file: RosterFile, on occasion: RosterOccasion
  ) async throws -> Check {
    try occasion.checkRight()
    let findings = try await occasion.read { reader, watch in
      let pass = try RosterPass(file, on: occasion, in: reader)
      let work = RosterWork(pass, importing: nil)
      try work.run(reader, watch) { _ in }
      try watch.reached(work.pass.lastProgress, isLast: true)
      return try work.finish(reader)
    }
    return Check(
      report: findings.report, preview: findings.preview, digest: findings.digest,
      layout: findings.layout, refused: findings.refused)
  }

  /// Imports a file in one transaction, or with `dryRun` only says what that would do.
  ///
  /// Rows that are refused do not hold the others back. The report carries the identifier by which
  /// the import can be undone.
  /// - Throws: ``ImportRefusal`` where no row of the file can be read; then nothing has changed.
  package static func fromFile(
    _ file: RosterFile, dryRun: Bool, on occasion: RosterOccasion
  ) async throws -> RosterReport {
    if dryRun { return try await check(file, on: occasion).report }
    try occasion.checkRight()
    return try await occasion.write { writer, watch in
      let id = occasion.world.newID(ID<RosterImport>.self)
      try Self.insert(id, file, state: .importing, on: occasion, in: writer)
      return try Self.perform(id, file, expecting: nil, occasion, (writer, watch))
    }
  }

  /// Writes a file's rows and all that goes with an import, in the caller's transaction.
  static func perform(
    _ id: ID<RosterImport>, _ file: RosterFile, expecting digest: String?,
    _ occasion: RosterOccasion, _ connection: (writer: any SQLWriter, watch: RosterWatch)
  ) throws -> RosterReport {
    let (writer, watch) = connection
    let pass = try RosterPass(file, on: occasion, in: writer)
    let work = RosterWork(pass, importing: id)
    // Where few are known, most people come from the file.
    try writer.filling(pass.everybody == nil ? [] : RosterStatement.filledTables) {
      try work.run(writer, watch) { try $0.write(to: writer) }
    }
    var programs = RosterBatch(of: id)
    programs.addChangedPrograms(work.pass.catalog)
    try programs.write(to: writer)
    try watch.reached(work.pass.lastProgress, isLast: true)
    var findings = try work.finish(writer)
    if let digest, digest != findings.digest { throw ImportRefusal.outdated }
    try finish(id, file, findings, occasion, writer)
    findings.report.importID = id
    return findings.report
  }

  private static func finish(
    _ id: ID<RosterImport>, _ file: RosterFile, _ findings: RosterPass.Findings,
    _ occasion: RosterOccasion, _ writer: any SQLWriter
  ) throws {
    let now = occasion.world.now()
    let layout = findings.layout
    try layout.mapping.save(forTitles: layout.titles, at: now, in: writer)
    try writer.execute(
      """
      UPDATE roster_import SET state = \(State.imported.rawValue),
        mapping = \(layout.mapping.json), report = \(findings.report.json),
        preview = \(try JSONText.encoded(findings.preview)), plan_digest = \(findings.digest),
        imported_at = \(now)
      WHERE id = \(id)
      """)
    try findings.refused.keep(titles: layout.ownTitles, with: id, in: writer)
    try writer.execute("DELETE FROM roster_import_chunk WHERE import_id = \(id)")
    let report = findings.report
    try Audit.append(
      Audit.Act(
        "roster.imported", of: subject(id),
        detail: """
          \(file.name): \(report.new) new, \(report.changed) changed, \(report.ended) ended, \
          \(report.unchanged) unchanged, \(report.refusedRows) refused
          """),
      by: occasion.actor, at: now, to: writer)
  }

  /// The import as the audit trail names it.
  static func subject(_ id: ID<RosterImport>) -> Audit.Subject {
    Audit.Subject(kind: "roster-import", id: id.text)
  }

  static func insert(
    _ id: ID<RosterImport>, _ file: RosterFile, state: State, on occasion: RosterOccasion,
    in writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO roster_import (id, file_name, state, mapping, report, preview, plan_digest,
        created_by, created_at)
      VALUES (\(id), \(file.name), \(state.rawValue), \(file.mapping?.json ?? ""), \(""), \(""),
        \(""), \(occasion.actor?.text), \(occasion.world.now()))
      """)
  }
}

extension RosterPass {
  /// How far the pass is after its last row.
  var lastProgress: RosterProgress {
    RosterProgress(done: report.rows, total: report.rows)
  }
}
