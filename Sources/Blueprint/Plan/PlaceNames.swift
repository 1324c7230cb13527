import Kernel

/// The names that a blueprint may refer to, by kind: those of the database and those of the file.
struct PlaceNames {
  /// A kind of thing whose names are unique.
  struct Kind: Hashable, Sendable {
    /// The thing in a sentence, with the institution's word in braces.
    let words: String

    static let sponsor = Kind(words: "sponsor")
    static let site = Kind(words: "{site}")
    static let department = Kind(words: "{department}")
    static let program = Kind(words: "{program}")
  }

  /// A name as it is written, and the identifier of what bears it; nil before it is added.
  struct Entry {
    let name: String
    var id: String?
  }

  private var entries: [Kind: [String: Entry]] = [:]

  /// Takes a name in; one that is known keeps its identifier.
  mutating func note(_ name: String, id: String? = nil, as kind: Kind) {
    let key = FoldedText.key(name)
    let known = entries[kind]?[key]?.id
    entries[kind, default: [:]][key] = Entry(name: name, id: id ?? known)
  }

  /// The entry of a name, however it is written.
  func entry(_ name: String, as kind: Kind) -> Entry? {
    entries[kind]?[FoldedText.key(name)]
  }

  /// The names of a kind, sorted.
  func names(of kind: Kind) -> [String] {
    entries[kind, default: [:]].sorted { $0.key < $1.key }.map(\.value.name)
  }
}
