/// A candidate's picture, rewritten so that it holds what draws the picture and nothing else.
///
/// Cameras write beside a picture where and when it was taken, with whose device, and a smaller
/// copy of what was there before cropping. None of that is kept, and no byte behind the picture.
package struct Portrait: Sendable, Equatable {
  package let format: Format
  package let bytes: [UInt8]

  /// A format, by what the file holds, not by its name.
  package enum Format: String, Sendable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"
  }

  /// The most bytes of a file.
  package static let mostBytes = 1_048_576
  /// The most pixels of a side.
  static let mostPixels = 4000

  /// Takes a file in.
  package init(file: [UInt8]) throws(PortraitProblem) {
    guard file.count <= Self.mostBytes else { throw .tooLarge }
    if file.starts(with: PNGFile.signature) {
      format = .png
      bytes = try PNGFile.rewritten(file)
    } else if file.starts(with: JPEGFile.signature) {
      format = .jpeg
      bytes = try JPEGFile.rewritten(file)
    } else {
      throw .unknownFormat
    }
  }

  /// A picture as it was kept.
  init(format: Format, kept bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }

  static func check(width: Int, height: Int) throws(PortraitProblem) {
    guard width > 0, height > 0 else { throw .broken }
    guard width <= mostPixels, height <= mostPixels else { throw .tooManyPixels }
  }
}
