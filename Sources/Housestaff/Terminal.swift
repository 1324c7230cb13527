import Foundation

/// What commands say on standard output.
enum Terminal {
  /// A line.
  static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
