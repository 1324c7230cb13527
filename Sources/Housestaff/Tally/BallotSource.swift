import Foundation
import Tally

/// A file that a count reads.
struct BallotSource {
  let path: String

  /// The election in the file, for so many seats; nil for as many as the file says.
  func election(seats: Int?, for rule: any CountingMethod) throws -> Election {
    try read { bytes throws(FileProblem) in
      try Election(ballots: bytes, seats: seats, equalRanks: rule.allowsEqualRanks)
    }
  }

  /// What is made of the bytes of the file; a complaint with file, line and reason if it cannot be.
  func read<Content>(_ make: ([UInt8]) throws(FileProblem) -> Content) throws -> Content {
    let bytes = try bytes()
    do {
      return try make(bytes)
    } catch {
      throw Complaint("\(path):\(error.line > 0 ? "" : " ")\(error)", status: 65)
    }
  }

  /// The bytes of the file; read straight into place, for there may be many.
  private func bytes() throws -> [UInt8] {
    guard let stream = InputStream(fileAtPath: path) else { throw unreadable }
    stream.open()
    defer { stream.close() }
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    var bytes: [UInt8] = []
    var room = max(1 << 16, (size ?? 0) + 1)
    while true {
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, used in
        count = buffer.baseAddress.map { stream.read($0, maxLength: room) } ?? 0
        used = max(0, count)
      }
      guard count >= 0 else { throw unreadable }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = 1 << 16
    }
  }

  private var unreadable: Complaint {
    Complaint("\(path): there is no such file, or it may not be read.", status: 65)
  }
}
