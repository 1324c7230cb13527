import HTML
import Kernel
import SQLStore

/// The address of the search.
enum SearchPath {
  static let search = SitePath<NoArgument>("search")
}

/// One search over all parts; each answers with what the viewer may see.
struct SearchPart: Part {
  var places: [Place] { [] }
  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(SearchPath.search, .signedIn) { visit, _, reader in
      let text = visit.query.given("q") ?? ""
      let groups =
        text.isEmpty ? [] : try Parts.all.flatMap { try $0.search(text, visit, reader) }
      return .page(Self.page(text, groups.filter { !$0.found.isEmpty }))
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }

  private static func page(_ text: String, _ groups: [FoundGroup]) -> Page {
    guard !text.isEmpty else {
      return Page("Search") {
        EmptyState.of(
          "What are you looking for?",
          "Type a part of a name. Accents and case do not matter: nunez finds Núñez.")
      }
    }
    return Page("“\(text)”", subtitle: groups.isEmpty ? "Nothing found" : nil) {
      if groups.isEmpty {
        EmptyState.of(
          "Nothing has this name",
          "Try fewer letters, or another part of the name. What you may not see is not found.")
      }
      for group in groups {
        section {
          h2 { group.heading }
          ul(.class("list")) {
            for found in group.found {
              li {
                div {
                  a(.href(found.location), .named("dir", "auto")) { found.title }
                  br()
                  small { found.detail }
                }
              }
            }
          }
        }
      }
    }
  }
}
