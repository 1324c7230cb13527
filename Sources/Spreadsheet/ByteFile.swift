import Glibc

/// A regular file opened for reading; closed when the last reference goes.
final class ByteFile {
  private let descriptor: Int32

  /// Its size when it was opened.
  let size: Int

  /// Opens the file; anything that is no regular file is refused, for it may have no end.
  init(path: String) throws(SheetProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(code: errno) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else {
      let code = errno
      close(descriptor)
      throw .unreadable(code: code)
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(code: EINVAL)
    }
    self.descriptor = descriptor
    size = Int(facts.st_size)
  }

  deinit { close(descriptor) }

  /// Fills the start of `target` and returns how many bytes it got, 0 at the end of the file.
  func read(into target: UnsafeMutableRawBufferPointer) throws(SheetProblem) -> Int {
    while true {
      let count = Glibc.read(descriptor, target.baseAddress, target.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unreadable(code: errno) }
    }
  }

  /// Fills `bytes` from `index` on, as far as one read goes, and returns how many bytes it got.
  func read(into bytes: inout [UInt8], from index: Int) throws(SheetProblem) -> Int {
    try bytes.withUnsafeMutableBufferPointer { (all) throws(SheetProblem) in
      let room = UnsafeMutableBufferPointer(rebasing: all[index...])
      return try read(into: UnsafeMutableRawBufferPointer(room))
    }
  }

  /// The first bytes, at most `count`; the position stays after them.
  func start(_ count: Int) throws(SheetProblem) -> [UInt8] {
    try seek(to: 0)
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = try read(into: &bytes, from: filled)
      if got == 0 { break }
      filled += got
    }
    return Array(bytes[..<filled])
  }

  /// Sets the position for the next `read`.
  func seek(to offset: Int) throws(SheetProblem) {
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
      throw .unreadable(code: errno)
    }
  }
}
