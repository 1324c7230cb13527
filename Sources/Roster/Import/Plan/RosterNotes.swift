/// What a person should know of an import though nothing is refused for it; each thing once.
struct RosterNotes {
  private(set) var all: [String] = []
  private var known: Set<String> = []
  private(set) var left = 0
  private let limit = 200

  mutating func add(_ note: String) {
    guard known.count < 10 * limit, known.insert(note).inserted else { return }
    if all.count < limit { all.append(note) } else { left += 1 }
  }

  /// The notes, with a last one for those that did not fit.
  var list: [String] {
    left == 0 ? all : all + ["\(left) more notes like these are not listed."]
  }
}
