/// Finds the word that someone may have meant.
enum Nearest {
  /// ` Did you mean “departments”?`, or nothing where no word is near.
  static func hint(to typed: String, among words: some Sequence<String>) -> String {
    word(to: typed, among: words).map { " Did you mean “\($0)”?" } ?? ""
  }

  /// The word with the fewest letters changed, if they are at most a third of it; the first of
  /// several.
  static func word(to typed: String, among words: some Sequence<String>) -> String? {
    let letters = Array(typed.unicodeScalars)
    let most = max(1, letters.count / 3)
    var best: (word: String, distance: Int)?
    for word in words {
      let other = Array(word.lowercased().unicodeScalars)
      guard abs(other.count - letters.count) <= most else { continue }
      let distance = distance(letters, other)
      if distance <= most, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// How many letters must be put in, taken out or changed (Levenshtein), in time of both lengths.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let changed = diagonal + (right[column] == letter ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
