import Foundation

/// Feeds a file inside an archive to the XML parser as the parser asks for it.
final class PartStream: InputStream {
  /// What ended the stream early, if anything did.
  private(set) var problem: SheetProblem?

  /// Ends the stream: the parser gets nothing more.
  var isStopped = false

  private let entry: ZipEntry
  private var isStart = true

  private static let typeDeclaration = Array("<!DOCTYPE".utf8)

  /// Reads `entry` from where it stands.
  init(_ entry: ZipEntry) {
    self.entry = entry
    super.init(data: Data())
  }

  override func open() {}

  override func close() {}

  override var hasBytesAvailable: Bool { !isStopped }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength count: Int) -> Int {
    guard !isStopped else { return 0 }
    do throws(SheetProblem) {
      let target = UnsafeMutableRawBufferPointer(start: buffer, count: count)
      let got = try entry.read(into: target)
      if isStart { try checkStart(UnsafeRawBufferPointer(rebasing: target[..<got])) }
      isStart = false
      return got
    } catch {
      problem = error
      isStopped = true
      return 0
    }
  }

  /// Refuses document type declarations, which the packaging standard forbids.
  ///
  /// The parser resolves no entities in any case: one that slipped by would be lost text, no
  /// danger.
  private func checkStart(_ bytes: UnsafeRawBufferPointer) throws(SheetProblem) {
    let sign = Self.typeDeclaration
    guard bytes.count >= sign.count else { return }
    for index in 0...(bytes.count - sign.count) where bytes[index] == sign[0] {
      if bytes[index..<(index + sign.count)].elementsEqual(sign) {
        throw .damaged(part: entry.name)
      }
    }
  }
}
