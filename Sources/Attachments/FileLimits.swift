/// What is taken, and how large it may be.
package struct FileLimits: Sendable, Equatable {
  package var kinds: Set<FileKind>
  /// Of a picture.
  package var pictureBytes: Int
  /// Of a text.
  package var textBytes: Int
  /// Pixels of the longer side of a picture.
  package var side: Int
  /// Pixels of a whole picture: what it takes to show it grows with them, whatever its bytes.
  package var area: Int

  /// The limits of what people attach: the photographs of today's phones, and long letters.
  package init(
    kinds: Set<FileKind> = Set(FileKind.allCases), pictureBytes: Int = 10_485_760,
    textBytes: Int = 102_400, side: Int = 16_000, area: Int = 64_000_000
  ) {
    self.kinds = kinds
    self.pictureBytes = pictureBytes
    self.textBytes = textBytes
    self.side = side
    self.area = area
  }

  /// The most bytes of any file: whoever receives one may stop reading behind them.
  package var mostBytes: Int { max(pictureBytes, textBytes) }

  /// Segments, chunks or blocks of coded data; real pictures have hundreds, seldom thousands.
  static let parts = 100_000
  /// Passes in which a progressive picture becomes sharper; encoders make a dozen.
  static let scans = 100

  /// Refuses a kind that is not taken, and what is too large for its kind.
  func check(_ kind: FileKind, bytes: Int) throws(FileProblem) {
    guard kinds.contains(kind) else { throw .unknown }
    let most = kind == .text ? textBytes : pictureBytes
    guard bytes <= most else { throw .tooLarge(kind, most: most) }
  }

  /// Refuses a picture without pixels, and one with too many.
  func check(width: Int, height: Int) throws(FileProblem) {
    guard width > 0, height > 0 else { throw .damaged }
    guard max(width, height) <= side, width * height <= area else {
      throw .tooManyPixels(side: side, area: area)
    }
  }
}
