package import Foundation

/// Small pictures that Pillow made (`pictures.py fixtures`), one of each sort.
package enum Sample {
  /// Every sort of JPEG: colors in full and in half resolution, progressive, with restarts, in RGB
  /// and CMYK by Adobe's segment, and with a scan for each component.
  package static let jpegs = [
    "gray-progressive", "gray", "halved", "inks", "plain", "progressive-restarts", "progressive",
    "restarts", "rgb", "scans", "wide",
  ].map { $0 + ".jpg" }

  /// Every sort of PNG.
  package static let pngs = [
    "bits", "deep", "gray-alpha", "gray", "interlaced", "one-color", "palette", "rgb", "rgba",
    "stored",
  ].map { $0 + ".png" }

  /// The folder in which they and their script are.
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The bytes of a picture.
  package static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
  }
}
