import Foundation
import Testing

/// Reference files that lie beside the repository and are no part of it.
enum SharedData {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data").standardized

  /// Whether tests that need them are to run: where they are, and always in CI, so that their
  /// absence fails there.
  static var isExpected: Bool {
    ProcessInfo.processInfo.environment["CI"] == "true"
      || FileManager.default.fileExists(atPath: folder.path)
  }

  /// The path of such a file.
  static func path(_ name: String) -> String { folder.appending(path: name).path }
}

extension Trait where Self == ConditionTrait {
  /// Skips, with a line that says so, where the reference files are absent (but not in CI).
  static var needsSharedData: Self {
    .enabled(if: SharedData.isExpected, "The reference files in ../shared/data are not here.")
  }
}
