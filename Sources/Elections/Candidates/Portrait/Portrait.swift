package import Attachments

/// A candidate's picture, made anew so that it holds what draws the picture and nothing else.
package struct Portrait: Sendable, Equatable {
  /// A picture, never a text.
  package let kind: FileKind
  package let bytes: [UInt8]

  /// The most bytes of a file.
  package static let mostBytes = limits.pictureBytes

  private static let limits = FileLimits(
    kinds: [.jpeg, .png], pictureBytes: 1_048_576, textBytes: 0, side: 4000, area: 16_000_000)

  /// Takes a file in.
  package init(file: [UInt8]) throws(PortraitProblem) {
    guard file.count <= Self.mostBytes else { throw .tooLarge }
    do throws(FileProblem) {
      let clean = try CleanFile(received: file, within: Self.limits)
      self.init(kind: clean.kind, kept: clean.bytes)
    } catch {
      throw PortraitProblem(error)
    }
  }

  /// A picture as it was kept.
  init(kind: FileKind, kept bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
  }
}
