import CZip

/// A file inside an archive, unpacked as it is read.
final class ZipEntry {
  /// Its path in the archive.
  let name: String

  private let handle: OpaquePointer
  /// Keeps the archive open.
  private let archive: ZipArchive

  /// Takes over libzip's handle of an opened file.
  init(_ handle: OpaquePointer, name: String, of archive: ZipArchive) {
    self.handle = handle
    self.name = name
    self.archive = archive
  }

  deinit { zip_fclose(handle) }

  /// Fills the start of `target` and returns how many bytes it got, 0 at the end.
  ///
  /// libzip compares the checksum at the end, so that damage is noticed.
  func read(into target: UnsafeMutableRawBufferPointer) throws(SheetProblem) -> Int {
    let count = zip_fread(handle, target.baseAddress, UInt64(target.count))
    guard count >= 0 else { throw .damaged(part: name) }
    try archive.count(unpacked: Int(count))
    return Int(count)
  }

  /// The first bytes, at most `count`.
  func start(_ count: Int) throws(SheetProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.withUnsafeMutableBufferPointer { (all) throws(SheetProblem) in
      try read(into: UnsafeMutableRawBufferPointer(all))
    }
    return Array(bytes[..<got])
  }
}
