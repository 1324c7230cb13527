package import Kernel

extension Viewer {
  /// Whether the viewer may bring roster files, import them and undo imports.
  package var mayImportRoster: Bool { mayKeepRoster }
}
