import HTML
import Kernel
import SQLStore

/// The addresses of signing in and out.
enum AccountPath {
  static let signIn = SitePath<NoArgument>("sign-in")
  static let secondFactor = SitePath<NoArgument>("sign-in", "second-factor")
  static let signOut = SitePath<NoArgument>("sign-out")
  static let security = SitePath<NoArgument>("security")
  static let demonstration = SitePath<NoArgument>("demonstration")
}

/// Signing in and out, sessions and second factors.
struct AccountsPart: Part {
  func register(in routes: inout Routes) {
    routes.page(AccountPath.signIn, .anyone) { _, _, _ in
      .page(Page("Sign in") { HTML.sentence("Ask your office for a link.") })
    }
  }

  var places: [Place] { [] }
  var jobs: [JobKind] { [] }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(of person: PersonID, _ reader: any SQLReader) -> [OwnTable] { [] }
}
