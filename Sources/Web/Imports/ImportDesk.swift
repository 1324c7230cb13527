import Foundation
import Kernel
import Roster
import SQLStore
import Spreadsheet

/// What the pages of imports do with a file.
enum ImportDesk {
  /// The occasion of someone who is signed in.
  static func occasion(_ visit: Visit, _ site: Site) -> RosterOccasion {
    RosterOccasion(store: site.store, world: site.world, viewer: visit.viewer)
  }

  /// Receives a file, keeps it, and looks through it at once where its columns are plain.
  static func receive(_ visit: Visit, _ incoming: Incoming) async throws -> ID<RosterImport> {
    let occasion = occasion(visit, incoming.site)
    let id = try await UploadedFile.receive(incoming, limit: RosterUpload.limit) { file in
      try await RosterUpload.store(fileName: file.name, chunks: file.chunks, on: occasion)
    }
    do {
      _ = try await RosterImport.layout(of: id, directory: folder, on: occasion)
    } catch let refusal as ImportRefusal {
      // Not a table at all: it is not kept.
      try await RosterUpload.discard(id, on: occasion)
      throw Problems(field: "file", refusal.sentence)
    }
    return id
  }

  /// The page of an import, by where it stands.
  static func page(
    of id: ID<RosterImport>, _ visit: Visit, _ site: Site
  ) async throws -> Page {
    let (found, job, name) = try await site.store.read { reader in
      let found = try RosterImport.find(id, for: visit.viewer, in: reader)
      let names = try Directory.names(of: [found.createdBy].compactMap { $0 }, reader: reader)
      return (found, try ImportJobs.latest(of: id, reader), names.values.first)
    }
    if job?.state == .waiting || job?.state == .running || found.state == .importing {
      let progress = job.flatMap { site.running.progress(of: $0.id) ?? $0.progress }
      return ImportProgressPage(visit: visit, found: found, progress: progress).page
    }
    switch found.state {
    case .uploading, .uploaded, .checking:
      let layout = try await RosterImport.layout(
        of: id, directory: folder, on: occasion(visit, site))
      return ImportColumnsPage(visit: visit, found: found, layout: layout, job: job).page
    case .checked, .importing:
      return ImportPreviewPage(visit: visit, found: found, job: job).page
    case .imported, .undone, .failed:
      return ImportDonePage(visit: visit, found: found, importedBy: name).page
    }
  }

  /// Keeps the columns that a form chose, and has the file looked through.
  static func choose(
    _ fields: FormFields, for id: ID<RosterImport>, _ visit: Visit, _ site: Site
  ) async throws {
    var mapping = ColumnMapping()
    var problems = Problems()
    for (name, value) in fields.pairs where name.hasPrefix("column-") {
      guard let number = Int(name.dropFirst(7)), let field = RosterField(rawValue: value) else {
        continue
      }
      if mapping.columns[field] != nil {
        problems.add(
          name, "Two columns mean “\(field.label(in: visit.words))”. Leave one of them out.")
      }
      mapping.columns[field] = number
    }
    let missing = mapping.missing(in: visit.words)
    if !missing.isEmpty {
      problems.add(nil, "Say which column holds: \(missing.joined(separator: ", ")).")
    }
    try problems.throwIfAny()
    try await RosterImport.choose(mapping, for: id, on: occasion(visit, site))
    try await begin("roster.check", id, visit, site)
  }

  /// Has a job begun for an import, unless one is under way: a double click begins one.
  static func begin(
    _ kind: String, _ id: ID<RosterImport>, _ visit: Visit, _ site: Site
  ) async throws {
    let world = site.world
    try await site.store.write { writer in
      _ = try RosterImport.find(id, for: visit.viewer, in: writer)
      if let job = try ImportJobs.latest(of: id, writer),
        job.state == .waiting || job.state == .running
      {
        return
      }
      try Job.enqueue(
        Job.Order(kind, payload: id.text), by: visit.viewer.person, in: world, to: writer)
    }
  }

  /// The refused rows as a table that can be mended and imported.
  static func refusedRows(of found: RosterImport, _ reader: any SQLReader) throws -> Download {
    let table = try RefusedTable(of: found, in: reader)
    var writer = CSVWriter(byteOrderMark: true)
    writer.write(table.header)
    for row in table.rows { writer.write(row) }
    return Download(
      fileName: "refused-rows.csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
  }

  /// Where files lie while they are read.
  static var folder: String { FileManager.default.temporaryDirectory.path }
}
