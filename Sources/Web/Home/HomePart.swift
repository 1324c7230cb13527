import HTML
import Kernel
import SQLStore

/// The start page.
enum HomePath {
  static let home = SitePath<NoArgument>()
}

/// What is due, and what changed: collected from all parts.
struct HomePart: Part {
  var places: [Place] {
    [Place(.home, "Home", HomePath.home.location(), in: .start, for: .signedIn)]
  }

  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(HomePath.home, .signedIn) { visit, _, reader in
      let items = try Parts.all.flatMap { try $0.home(visit, reader) }
      return .page(HomePage(visit: visit, items: items).page)
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }
}
