import HTML
import Kernel
import Roster
import SQLStore

/// The addresses of people.
enum PeoplePath {
  static let people = SitePath<NoArgument>("people")
  static let person = SitePath<PersonID>("people", argument: PersonID.self)
}

/// The directory: who is here, and where.
struct PeoplePart: Part {
  func register(in routes: inout Routes) {
    routes.page(PeoplePath.people, .signedIn) { visit, _, reader in
      let page = try Directory.page(
        DirectoryQuery(text: visit.query["q"], after: visit.query["after"]),
        viewer: visit.viewer, reader: reader)
      return .page(PeoplePage(visit: visit, listed: page).page)
    }
  }
}
