import HTML
import Kernel
import SQLStore

/// The start page.
enum HomePath {
  static let home = SitePath<NoArgument>()
}

/// What is due, and what changed.
struct HomePart: Part {
  func register(in routes: inout Routes) {
    routes.page(HomePath.home, .signedIn) { visit, _, _ in
      .page(Page("Good day, \(visit.name)", in: .home) { HTML.sentence("Nothing is due today.") })
    }
  }
}
