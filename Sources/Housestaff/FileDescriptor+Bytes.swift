import SystemPackage

extension FileDescriptor {
  /// All bytes of a file or a pipe; read straight into place, for there may be many.
  static func bytes(of path: String) throws -> [UInt8] {
    let file = try open(FilePath(path), .readOnly)
    return try file.closeAfter { try file.allBytes() }
  }

  private func allBytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var room = max(1 << 16, try size() + 1)
    while true {
      let part = try [UInt8](unsafeUninitializedCapacity: room) { buffer, used in
        used = try read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = 1 << 16
    }
  }

  /// How many bytes a file has; 0 for a pipe, which does not know.
  private func size() throws -> Int {
    guard let end = try? seek(offset: 0, from: .end) else { return 0 }
    // Some file systems say of a folder that it ends where no file could.
    guard end < 1 << 40 else { throw Errno.isDirectory }
    try seek(offset: 0, from: .start)
    return Int(end)
  }
}
