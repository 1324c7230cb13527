import Foundation

/// The lines of a file, one after the other, in memory bounded by the longest line.
final class LineSource {
  private static let chunk = 1 << 18
  private static let newline = UInt8(ascii: "\n")

  private let path: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The number of the line that was given last.
  private(set) var number = 0

  /// Opens a file.
  init(path: String) throws(TransferProblem) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .file(path: path, reason: "it does not exist or may not be read")
    }
    self.path = path
    self.handle = handle
  }

  deinit { try? handle.close() }

  /// The next line without its newline, or nil after the last one.
  func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: Self.newline) {
        defer { start = end + 1 }
        number += 1
        return Array(buffer[start..<end])
      }
      searched = buffer.count - start
      guard try fill() else { break }
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    number += 1
    return Array(buffer[start...])
  }

  /// Reads on, moving the unread rest to the front.
  private func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    buffer.removeSubrange(..<start)
    start = 0
    do {
      let more = try handle.read(upToCount: Self.chunk) ?? Data()
      isAtEnd = more.isEmpty
      buffer += more
    } catch {
      throw TransferProblem.file(path: path, reason: "it cannot be read")
    }
    return !isAtEnd
  }
}
