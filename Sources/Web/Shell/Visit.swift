package import Accounts
import HTML
package import Kernel

/// One request, as the pages see it: who asks, and what was asked for.
package struct Visit: Sendable {
  /// The person who asks, what they may do, and when.
  package let viewer: Viewer
  /// The sign-in; nil for someone who is not signed in.
  package let session: Session?
  /// New identifiers, and the moment of the request as the only clock.
  package let world: World
  /// The institution's settings.
  package let settings: Settings
  /// What was asked for.
  package let query: FormFields
  /// The path and query, for coming back to it.
  package let here: String
  /// The page from which they came; nil where it is unknown.
  let cameFrom: Location?
  /// From what secrets of the session follow; nil for someone who is not signed in.
  let sessionSecret: SessionSecret?
  /// The token that forms carry.
  package let formToken: String
  /// What the last action said, shown once.
  package let flash: String?
  /// Whether this is the demonstration.
  package let isDemonstration: Bool

  /// The institution's words for things.
  package let words: Words

  /// The person who asks.
  /// - Throws: ``Absent`` for someone who is not signed in.
  package var person: PersonID {
    get throws {
      guard let person = viewer.person else { throw Absent() }
      return person
    }
  }

  /// The name of the person who asks.
  package var name: String { session?.name ?? "" }
}
