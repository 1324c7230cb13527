import HTML
import Kernel
import Roster

/// While a file is read or imported: how far it is; the page looks again by itself.
struct ImportProgressPage: Sendable {
  let visit: Visit
  let found: RosterImport
  let progress: Job.Progress?

  var page: Page {
    let location = ImportPath.one.location(found.id)
    return Page(
      found.state == .importing || found.state == .checked
        ? "Importing \(found.fileName)" : "Reading \(found.fileName)",
      in: .imports, under: [Page.Breadcrumb("Import", ImportPath.list.location())],
      subtitle: "You may leave this page. The work goes on, and you get a notice."
    ) {
      Steps.of(ImportListPage.steps, current: 2, label: "Import")
      section(.class("card"), .id("job"), .named("data-refresh-url", location.text)) {
        ProgressBar.of("bar", words, progress.map { ($0.done, $0.total) })
      }
      p { a(.class("btn"), .href(location)) { "Look again" } }
    }
  }

  private var words: String {
    guard let progress, progress.total > 0 else { return "Waiting to start" }
    return "\(Figures.grouped(progress.done)) of about \(Figures.grouped(progress.total)) rows"
  }
}
