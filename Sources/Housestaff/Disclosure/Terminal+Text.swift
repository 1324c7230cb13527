import Foundation

extension Terminal {
  /// Text that brings its own line ends.
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}
