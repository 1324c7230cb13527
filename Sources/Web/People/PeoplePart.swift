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

  var places: [Place] {
    [Place(.people, "People", PeoplePath.people.location(), in: .roster, for: .signedIn)]
  }

  var jobs: [JobKind] { [] }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let listed = try Directory.page(
      DirectoryQuery(text: text), viewer: visit.viewer, reader: reader, size: 20)
    return [
      FoundGroup(
        heading: "People",
        found: listed.entries.map { entry in
          FoundGroup.Found(
            title: entry.name,
            detail: [entry.programName, entry.departmentName].compactMap { $0 }
              .joined(separator: ", "),
            location: PeoplePath.person.location(entry.person))
        })
    ]
  }

  func ownData(of person: PersonID, _ reader: any SQLReader) -> [OwnTable] { [] }
}
