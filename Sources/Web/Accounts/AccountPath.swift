import Accounts
import HTML
import Kernel

/// The addresses of signing in and out, and of what a person decides about it.
enum AccountPath {
  static let signIn = SitePath<NoArgument>("sign-in")
  /// Asking for a link by mail.
  static let linkRequest = SitePath<NoArgument>("sign-in", "link")
  /// The page after that.
  static let linkMailed = SitePath<NoArgument>("sign-in", "mailed")
  /// A link from a mail; the argument is its secret.
  static let link = SitePath<PathWord>("sign-in", "link", argument: PathWord.self)
  static let secondFactor = SitePath<NoArgument>("sign-in", "second-factor")
  static let signOut = SitePath<NoArgument>("sign-out")
  static let demonstration = SitePath<NoArgument>("demonstration")

  static let security = SitePath<NoArgument>("security")
  static let password = SitePath<NoArgument>("security", "password")
  static let removePassword = SitePath<NoArgument>("security", "password", "remove")
  static let ownFactor = SitePath<NoArgument>("security", "second-factor")
  static let startFactor = SitePath<NoArgument>("security", "second-factor", "start")
  static let cancelFactor = SitePath<NoArgument>("security", "second-factor", "cancel")
  static let removeFactor = SitePath<NoArgument>("security", "second-factor", "remove")
  static let recoveryCodes = SitePath<NoArgument>("security", "recovery-codes")
  static let endSession = SitePath<ID<Session>>(
    "security", "sessions", argument: ID<Session>.self, then: "end")
  static let endOtherSessions = SitePath<NoArgument>("security", "sessions", "end-others")

  /// What the institution asks of those who sign in.
  static let rules = SitePath<NoArgument>("settings", "sign-in")
  /// Mailing someone a link, from their page.
  static let invite = SitePath<PersonID>(
    "people", argument: PersonID.self, then: "sign-in-link")
  /// Taking away a second factor that someone lost.
  static let resetFactor = SitePath<PersonID>(
    "people", argument: PersonID.self, then: "second-factor", "reset")
}

/// Where to go after signing in: kept in a hidden field and in links, and only ever a path of this
/// site.
enum ReturnTarget {
  /// The name in queries and forms.
  static let name = "return"

  /// The target of a page or form; the start page where there is none or it leads elsewhere.
  static func of(_ visit: Visit, _ fields: FormFields = FormFields()) -> String {
    let given = fields[name].isEmpty ? visit.query[name] : fields[name]
    // Back to the sign-in itself would be a circle.
    guard !given.hasPrefix("/sign-"), let location = Location(returning: given) else { return "/" }
    return location.text
  }

  /// The query that carries a target.
  static func query(_ target: String) -> [(name: String, value: String)] {
    target == "/" ? [] : [(name, target)]
  }

  /// The hidden field that carries a target.
  static func field(_ target: String) -> HTML {
    target == "/" ? .nothing : input(.type("hidden"), .name(name), .value(target))
  }

  /// The address of a target.
  static func location(_ target: String) -> Location {
    Location(returning: target) ?? HomePath.home.location()
  }
}
