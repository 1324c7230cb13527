import Disclosure
import Foundation

extension AuditEvidence {
  /// Reads evidence that was written before.
  init(at path: String) throws {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw Complaint("\(path): The file cannot be read.", status: 65)
    }
    do {
      self = try JSONDecoder().decode(AuditEvidence.self, from: bytes)
    } catch {
      throw Complaint("\(path): These are no certificates.", status: 65)
    }
  }

  /// Writes the evidence, the same bytes for the same table.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      try encoder.encode(self).write(to: URL(filePath: path))
    } catch {
      throw Complaint("\(path): The file cannot be written.", status: 73)
    }
  }
}
