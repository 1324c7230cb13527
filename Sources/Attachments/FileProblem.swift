/// Why a file is not taken.
package enum FileProblem: Error, Equatable {
  case empty
  /// More bytes than its kind may have; without a kind, more than any may.
  case tooLarge(FileKind?, most: Int)
  case tooManyPixels(side: Int, area: Int)
  /// A picture that did not arrive whole, or does not keep to its format.
  case damaged
  /// A picture of a sort that browsers do not show.
  case unusual
  /// A file of a known format that is not taken.
  case foreign(ForeignFormat)
  /// Text in another encoding than UTF-8.
  case encoding
  case unknown

  /// What to do instead.
  package var sentence: String {
    switch self {
    case .empty: "This file is empty. Choose another one, or write what it should say."
    case .tooLarge(let kind, let most): Self.tooLarge(kind, Self.words(bytes: most))
    case .tooManyPixels(let side, let area):
      "This picture is more than \(Self.grouped(side)) pixels wide or high, or has more than "
        + "\(area / 1_000_000) million of them. Make it smaller, or attach a screenshot of it."
    case .damaged:
      "This picture did not arrive whole, or is damaged. Attach it again, or a screenshot of it."
    case .unusual:
      "Browsers do not show this sort of picture. Attach a screenshot of it in place of it."
    case .foreign(let format): format.sentence
    case .encoding:
      "This text is not kept as UTF-8, so letters would be lost. Copy the text and paste it in "
        + "place of the file."
    case .unknown:
      "Files of this kind are not taken. Attach a photograph or a screenshot of it as JPEG or PNG, "
        + "or copy its text."
    }
  }

  private static func tooLarge(_ kind: FileKind?, _ most: String) -> String {
    switch kind {
    case .jpeg, .png:
      "This picture has more than \(most). Make it smaller, or attach a screenshot of it."
    case .text: "This text has more than \(most). Attach the part that matters."
    case nil: "This file has more than \(most). Attach a screenshot of the part that matters."
    }
  }

  private static func words(bytes: Int) -> String {
    bytes >= 1_048_576 ? "\(bytes / 1_048_576) MB" : "\(bytes / 1024) KB"
  }

  private static func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return "\(number)" }
    let rest = "\(number % 1000)"
    return "\(number / 1000)," + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
