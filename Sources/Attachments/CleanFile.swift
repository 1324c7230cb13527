/// A file that someone attached, made anew from what it takes to show it and nothing else.
///
/// Whoever attaches a photograph or a text to what they say in confidence may be betrayed by what
/// the file says beside it: where and when it was taken, with whose device, by which program, what
/// it looked like before it was cropped. Neither its name nor the type that the sender claimed is
/// asked for. What the picture or the text itself shows is kept; nobody can clean that but its
/// author.
///
/// A cleaned file is clean: taken once more it comes out the same.
package struct CleanFile: Sendable, Equatable {
  package let kind: FileKind
  package let bytes: [UInt8]

  /// Takes what was received. The time is linear in its bytes and in the pixels of a picture.
  package init(
    received bytes: [UInt8], within limits: FileLimits = FileLimits()
  ) throws(FileProblem) {
    guard !bytes.isEmpty else { throw .empty }
    if bytes.starts(with: JPEGFile.signature) {
      try limits.check(.jpeg, bytes: bytes.count)
      kind = .jpeg
      self.bytes = try JPEGFile.rewritten(bytes, within: limits)
    } else if bytes.starts(with: PNGFile.signature) {
      try limits.check(.png, bytes: bytes.count)
      kind = .png
      self.bytes = try PNGFile.rewritten(bytes, within: limits)
    } else {
      kind = .text
      self.bytes = try PlainText.rewritten(bytes, within: limits)
    }
  }

  /// A file as it was kept.
  package init(kind: FileKind, kept bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
  }
}
