import HTML
import Kernel
import SQLStore

/// The addresses of help.
enum HelpPath {
  static let whoSeesWhat = SitePath<NoArgument>("who-sees-what")
}

/// Pages that explain, open to everybody.
struct HelpPart: Part {
  var places: [Place] { [] }
  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(HelpPath.whoSeesWhat, .anyone) { visit, _, _ in
      .page(WhoSeesWhatPage.page(visit.words))
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }
}
