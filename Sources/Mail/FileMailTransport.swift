package import FoundationEssentials

/// Writes each message as an `.eml` file, which mail programs open: for the demo and for tests.
package struct FileMailTransport: MailTransport {
  /// The folder; it is made when it is missing.
  package let folder: URL

  /// Names the folder.
  package init(folder: URL) {
    self.folder = folder
  }

  /// Writes the file whole or not at all; the same message again replaces its file.
  package func deliver(_ message: MailMessage) -> Delivery {
    let octets: [UInt8]
    do {
      octets = try message.bytes()
    } catch {
      return .refused(code: nil, answer: error.sentence)
    }
    let name = Self.fileName(of: message)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(octets).write(to: folder.appending(path: name), options: .atomic)
    } catch {
      return .tryLater(code: nil, answer: "The file \(name) could not be written: \(error)")
    }
    return .accepted(answer: name)
  }

  /// The moment and the identifier, so that a listing is in order of time.
  private static func fileName(of message: MailMessage) -> String {
    let moment = String(message.stamp.date)
    let safe = message.stamp.messageID.map { character in
      character.isASCII && (character.isLetter || character.isNumber || "-@.".contains(character))
        ? character : "_"
    }
    return String(repeating: "0", count: max(14 - moment.count, 0)) + moment + "-" + safe + ".eml"
  }
}
