/// A kind of file that is taken, by what the file holds.
package enum FileKind: String, Sendable, CaseIterable {
  case jpeg = "image/jpeg"
  case png = "image/png"
  case text = "text/plain"

  /// The type that an answer with such a file declares; it must forbid guessing another one.
  package var mediaType: String {
    self == .text ? "text/plain; charset=utf-8" : rawValue
  }

  /// What its name ends with.
  package var ending: String {
    switch self {
    case .jpeg: "jpg"
    case .png: "png"
    case .text: "txt"
    }
  }

  /// The name of the file with a number, in place of the one that it came with.
  package func name(_ number: Int) -> String {
    "\(self == .text ? "text" : "picture")-\(number).\(ending)"
  }
}
