package import Kernel
import Roster

extension Viewer {
  /// Whether the viewer founds handling groups and keeps categories, closed days and channels.
  /// It does not mean reading anything that was written.
  package var mayKeepHandlingGroups: Bool { mayKeepRoster }
}
