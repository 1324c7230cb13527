import FoundationEssentials

/// Encoded words of RFC 2047: how a header says what ASCII cannot.
enum EncodedWord {
  private static let opening = "=?UTF-8?B?"
  private static let closing = "?="
  /// The longest encoded word that fits a line of 76 with its leading space.
  private static let longest = 75

  /// The words of a text, each a whole number of characters; readers join them without spaces.
  /// - Parameter room: octets that the first line leaves; less than one character's is passed over.
  static func words(_ text: String, room: Int) -> [String] {
    var words: [String] = []
    var chunk: [UInt8] = []
    var most = octets(in: room)
    for scalar in text.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if !chunk.isEmpty, chunk.count + octets.count > most {
        words.append(word(chunk))
        chunk = []
        most = self.octets(in: longest)
      }
      chunk += octets
    }
    return chunk.isEmpty ? words : words + [word(chunk)]
  }

  /// The octets whose encoded word is no longer than `length`.
  private static func octets(in length: Int) -> Int {
    max(min(length, longest) - opening.utf8.count - closing.utf8.count, 0) / 4 * 3
  }

  private static func word(_ octets: [UInt8]) -> String {
    opening + Data(octets).base64EncodedString() + closing
  }
}
