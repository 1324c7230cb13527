/// Given and family names that belong together, from which names are drawn at random.
///
/// An entry is a word, or a word in its own script and after a slash its Latin letters.
struct Culture: Sendable {
  let women: [Part]
  let men: [Part]
  let families: [Part]
  let custom: Custom
  /// How often it is drawn, compared with the others.
  let weight: Int

  /// How a full name is made of its parts.
  enum Custom: Sendable {
    case plain
    /// Women's family names end in another letter: `-а` is added, or replaces `-ий` and `-i`.
    case gendered
    /// The family entry is a parent's name in the genitive; a daughter and a son take endings.
    case patronymic
    /// Two family names, the father's and the mother's.
    case twoFamilies
    /// A single name and no family.
    case oneWord
    /// The family name is composed of two syllables, as place names are.
    case composed
  }

  /// A part of a name: as it is written, and in Latin letters.
  struct Part: Sendable {
    let text: String
    let latin: String

    init(_ entry: Substring) {
      let halves = entry.split(separator: "/", maxSplits: 1)
      text = halves[0].split(separator: "_").joined(separator: " ")
      latin = halves.count == 2 ? String(halves[1]) : text
    }

    init(text: String, latin: String) {
      self.text = text
      self.latin = latin
    }
  }

  init(
    _ weight: Int, _ custom: Custom = .plain, women: String, men: String, families: String
  ) {
    self.weight = weight
    self.custom = custom
    self.women = Self.parts(women)
    self.men = Self.parts(men)
    self.families = Self.parts(families)
  }

  private static func parts(_ words: String) -> [Part] {
    words.split { $0 == " " || $0 == "\n" }.map { Part($0) }
  }
}
