import Kernel

/// The keys of one mapping; what nobody knows is noted with the key that may have been meant.
struct Keys {
  let found: Found
  private let pairs: [FileValue.Pair]

  /// - Returns: nil, with a problem, unless the value is a mapping.
  init?(_ found: Found, known: [String]) {
    guard case .keys(let pairs) = found.value.content else {
      found.complain(
        "Write keys with their values here, such as “\(known.first ?? "name"): …”.")
      return nil
    }
    self.found = found
    self.pairs = pairs
    for pair in pairs where !known.contains(pair.key) {
      let hint = Nearest.hint(to: FoldedText.key(pair.key), among: known)
      let others = hint.isEmpty ? " Known here: \(known.joined(separator: ", "))." : hint
      found.reading.add(
        "There is no key “\(pair.key)” here.\(others)",
        at: Spot(line: pair.line, column: pair.column, path: found.path + [pair.key]))
    }
  }

  /// The keys that the file has, also those whose values are wrong.
  var given: Set<String> { Set(pairs.map(\.key)) }

  /// The value of a key; nil where the file does not have it.
  subscript(key: String) -> Found? {
    guard let pair = pairs.first(where: { $0.key == key }) else { return nil }
    // An empty value has no place of its own, or one on a later line: its key is where to look.
    var value = pair.value
    if case .empty = value.content {
      value = FileValue(line: pair.line, column: pair.column, content: .empty)
    }
    return Found(value: value, path: found.path + [key], reading: found.reading)
  }

  /// The value of a key that must be there.
  func required(_ key: String, _ missing: String) -> Found? {
    let value = self[key]
    if value == nil {
      found.reading.add(
        missing, at: Spot(line: found.spot.line, column: found.spot.column, path: found.path))
    }
    return value
  }
}
