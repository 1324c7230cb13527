import SystemPackage
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

  private func bytes() throws -> [UInt8] {
    do {
      return try FileDescriptor.bytes(of: path)
    } catch {
      throw unreadable
    }
  }

  private var unreadable: Complaint {
    Complaint("\(path): there is no such file, or it may not be read.", status: 65)
  }
}
