import HTML
import Kernel
import Roster
import SQLStore

/// The addresses of roster imports.
enum ImportPath {
  static let list = SitePath<NoArgument>("imports")
  static let one = SitePath<ID<RosterImport>>("imports", argument: ID<RosterImport>.self)
  static let columns = SitePath<ID<RosterImport>>(
    "imports", argument: ID<RosterImport>.self, then: "columns")
  static let confirm = SitePath<ID<RosterImport>>(
    "imports", argument: ID<RosterImport>.self, then: "confirm")
  static let discard = SitePath<ID<RosterImport>>(
    "imports", argument: ID<RosterImport>.self, then: "discard")
  static let undo = SitePath<ID<RosterImport>>(
    "imports", argument: ID<RosterImport>.self, then: "undo")
  static let refused = SitePath<ID<RosterImport>>(
    "imports", argument: ID<RosterImport>.self, then: "refused.csv")
}

/// Roster files: brought, looked through, imported, undone.
struct ImportsPart: Part {
  var places: [Place] {
    [Place(.imports, "Import", ImportPath.list.location(), in: .roster, for: .rosterKeeper)]
  }

  var jobs: [JobKind] { ImportJobs.all }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.act(ImportPath.list, .rosterKeeper) { visit, _, state, reader in
      let imports = try RosterImport.recent(for: visit.viewer, in: reader)
      let names = try Directory.names(of: imports.compactMap(\.createdBy), reader: reader)
      return ImportListPage(visit: visit, state: state, imports: imports, names: names).page
    } act: { visit, _, incoming in
      .redirect(ImportPath.one.location(try await ImportDesk.receive(visit, incoming)))
    }
    routes.view(ImportPath.one, .rosterKeeper) { visit, id, incoming in
      .page(try await ImportDesk.page(of: id, visit, incoming.site))
    }
    registerSteps(in: &routes)
  }

  private func registerSteps(in routes: inout Routes) {
    routes.work(ImportPath.columns, .rosterKeeper) { visit, id, incoming in
      try await ImportDesk.choose(incoming.fields, for: id, visit, incoming.site)
      return .redirect(ImportPath.one.location(id))
    }
    routes.work(ImportPath.confirm, .rosterKeeper) { visit, id, incoming in
      try await ImportDesk.begin("roster.import", id, visit, incoming.site)
      return .redirect(ImportPath.one.location(id))
    }
    routes.work(ImportPath.discard, .rosterKeeper) { visit, id, incoming in
      try await RosterUpload.discard(id, on: ImportDesk.occasion(visit, incoming.site))
      return .redirect(ImportPath.list.location(), saying: "The file is discarded.")
    }
    routes.work(ImportPath.undo, .rosterKeeper) { visit, id, incoming in
      let undone = try await RosterImport.undo(
        id, on: ImportDesk.occasion(visit, incoming.site))
      return .redirect(ImportPath.one.location(id), saying: undone.sentence)
    }
    routes.page(ImportPath.refused, .rosterKeeper) { visit, id, reader in
      let found = try RosterImport.find(id, for: visit.viewer, in: reader)
      return .download(try ImportDesk.refusedRows(of: found, reader))
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    try RosterImport.recent(20, for: visit.viewer, in: reader)
      .filter { $0.state == .checked || $0.state == .uploaded }
      .map { waiting in
        HomeItem(
          .due, "Finish the import of \(waiting.fileName)",
          why: "Nothing of it is saved yet. After seven days the file is discarded.",
          ImportPath.one.location(waiting.id),
          day: waiting.createdAt.adding(seconds: RosterUpload.lifetime)
            .day(in: visit.settings.timeZone))
      }
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  /// The files that the person brought, as long as they may import; never what was in them.
  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    guard visit.viewer.mayImportRoster else { return [] }
    let imports = try RosterImport.recent(
      10_000, ownOnly: true, for: visit.viewer, in: reader)
    return [
      OwnTable(
        name: "imports", title: "Files that you brought",
        seenBy: visit.words("the {office} and the administrators"),
        columns: ["File", "When", "Imported"],
        rows: imports.map { summary in
          [summary.fileName, summary.createdAt.text, summary.importedAt?.text ?? ""]
        })
    ]
  }
}
