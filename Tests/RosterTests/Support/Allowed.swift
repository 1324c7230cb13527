import Kernel
import Roster
import RosterTestSupport
import SQLStore

extension Stage {
  /// The roles of the cast to whom a change is allowed; each is taken back.
  func allowed(
    _ change: @escaping @Sendable (Viewer, any SQLWriter) throws -> Void
  ) async throws -> [String] {
    var allowed: [String] = []
    for viewer in cast.viewers {
      do {
        try await act(as: viewer.person) { viewer, writer in
          try change(viewer, writer)
          throw Rehearsal()
        }
      } catch is Rehearsal {
        allowed.append(viewer.role)
      } catch RosterRefusal.notAllowed {
      } catch is Absent {}
    }
    return allowed
  }

  /// The roles of the cast to whom something is not absent.
  func visible(
    _ look: @escaping @Sendable (Viewer, any SQLReader) throws -> Void
  ) async throws -> [String] {
    var visible: [String] = []
    for viewer in cast.viewers {
      do {
        try await see(as: viewer.person, look)
        visible.append(viewer.role)
      } catch is Absent {}
    }
    return visible
  }
}

/// Thrown to take a change back that was allowed.
struct Rehearsal: Error {}

extension [String: String] {
  /// The raw text of a field, as a form gives it.
  var field: @Sendable (String) -> String {
    { self[$0] ?? "" }
  }
}
