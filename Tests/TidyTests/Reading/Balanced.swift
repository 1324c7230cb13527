/// Text between brackets that may hold further brackets.
enum Balanced {
  private static let pairs: [Character: Character] = ["(": ")", "[": "]", "{": "}"]

  /// The text from the bracket at `opening` to the one that closes it, both included.
  static func text(in text: Substring, from opening: Substring.Index) -> Substring {
    guard let closes = pairs[text[opening]] else { return text[opening..<opening] }
    var depth = 0
    for index in text[opening...].indices {
      if text[index] == text[opening] { depth += 1 }
      if text[index] == closes { depth -= 1 }
      if depth == 0 { return text[opening...index] }
    }
    return text[opening...]
  }
}
