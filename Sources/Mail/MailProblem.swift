/// Why a message cannot be written.
package enum MailProblem: Error, Hashable, Sendable {
  /// A line break or another control character in a header, which could smuggle in further headers.
  case controlCharacter(header: String)
  /// A name that is none, or one that the composer writes itself.
  case headerName(String)
  /// A message identifier that is not `left@right` of visible ASCII characters.
  case messageID(String)
  /// An unsubscribe address that is not http, https or mailto, in visible ASCII characters.
  case unsubscribeURL(String)

  /// The problem in a plain sentence.
  package var sentence: String {
    switch self {
    case .controlCharacter(let header):
      "The header \(header) holds a line break or control character."
    case .headerName(let name): "“\(name)” cannot be set as a header."
    case .messageID(let text): "“\(text)” is not a message identifier."
    case .unsubscribeURL(let text): "“\(text)” is not an address at which to unsubscribe."
    }
  }
}
