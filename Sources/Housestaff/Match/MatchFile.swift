import Matching
import SystemPackage

/// A file that is matched.
enum MatchFile {
  /// Reads a file and makes something of it; a complaint names the file, the line and the reason.
  static func read<Value>(
    _ path: String, _ parse: ([UInt8]) throws(InvalidInput) -> Value
  ) throws -> Value {
    let bytes: [UInt8]
    do {
      bytes = try FileDescriptor.bytes(of: path)
    } catch {
      throw Complaint("\(path): cannot be read", status: badData)
    }
    return try explaining(path) { () throws(InvalidInput) in try parse(bytes) }
  }

  /// Does something whose error becomes a complaint about a file.
  static func explaining<Value>(
    _ path: String, _ work: () throws(InvalidInput) -> Value
  ) throws -> Value {
    do throws(InvalidInput) {
      return try work()
    } catch {
      let place = error.line.map { "\(path):\($0)" } ?? path
      throw Complaint("\(place): \(error.reason)", status: badData)
    }
  }

  /// The status that the shell sees for data that cannot be used (`EX_DATAERR` of sysexits).
  private static let badData: Int32 = 65
}
