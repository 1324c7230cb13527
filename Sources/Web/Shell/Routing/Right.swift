import Councils
package import Kernel
import Roster

/// Who may open a route at all; what they see there is decided by the queries.
///
/// Every route declares one. The matrix in `Tests/WebTests/Matrix` opens each route as each role.
package struct Right: Sendable {
  /// The name in the matrix, as in `office`.
  package let name: String
  let isHeld: @Sendable (Viewer) -> Bool
  /// Whether the route exists in the demonstration alone: elsewhere there is no such address.
  var isOfDemonstration = false
  /// Whether the route looks at who asks at all.
  var asksWho = true

  package init(_ name: String, isHeld: @escaping @Sendable (Viewer) -> Bool) {
    self.name = name
    self.isHeld = isHeld
  }

  /// Also someone who is not signed in.
  package static let anyone = Right("anyone") { _ in true }
  /// Anyone, and the answer does not depend on who it is: cookies, address and browser are taken
  /// off the request before the route sees it, and nothing of a session is read or written.
  package static let unseen = {
    var right = Right("anyone, unseen") { _ in true }
    right.asksWho = false
    return right
  }()
  /// Everybody who is signed in.
  package static let signedIn = Right("signed in") { $0.isSignedIn }
  /// Program directors and their deputies.
  package static let director = Right("director") { !$0.directedPrograms.isEmpty }
  /// Those who answer for all programs.
  package static let overseer = Right("overseer") { $0.maySeeSilentDirectors }
  /// The GME office and the administrators.
  package static let rosterKeeper = Right("roster keeper") { $0.mayKeepRoster }
  /// The administrators.
  package static let administrator = Right("administrator") { $0.mayAdminister }
  /// Those who may read the audit trail.
  package static let auditReader = Right("audit reader") { $0.mayReadAudit }
  /// Anyone, and in the demonstration alone.
  package static let demonstration = {
    var right = Right("anyone, demonstration only") { _ in true }
    right.isOfDemonstration = true
    return right
  }()
}
