package import Kernel

/// What the rules of career resources say no to.
package enum ResourceRefusal: Refusal, Equatable {
  /// Somebody changed the resource since it was read.
  case changed
  /// Another resource has the title meanwhile.
  case isThere(String)

  package var kind: RefusalKind { .conflict }

  package var code: String {
    switch self {
    case .changed: "resource-changed"
    case .isThere: "resource-is-there"
    }
  }

  package var sentence: String {
    switch self {
    case .changed:
      "Somebody has changed this meanwhile. Look at it as it is now, then do it again."
    case .isThere(let title):
      "Another resource is called “\(title)” meanwhile. Give that one another title first."
    }
  }
}
