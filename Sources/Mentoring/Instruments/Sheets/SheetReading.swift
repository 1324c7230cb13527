import Kernel

/// Reads the parts of a questionnaire's file and gathers everything that is wrong with it: each
/// sentence names the place, the rule, and how to mend it.
struct SheetReading {
  /// The field of the form into which the file was put.
  let field: String
  private(set) var problems = Problems()

  init(field: String) {
    self.field = field
  }

  /// An object of the file, with where it stands.
  struct Part {
    /// Empty for the file itself.
    let place: String
    let values: [String: JSONTree]

    /// Where a field stands, as in `Item 3, “subscale”`.
    func place(of key: String) -> String { place.isEmpty ? "“\(key)”" : "\(place), “\(key)”" }
  }

  /// Notes what is wrong at a place.
  mutating func wrong(_ place: String, _ sentence: String) {
    problems.add(field, place.isEmpty ? sentence : "\(place): \(sentence)")
  }

  /// An object that has no other fields than these.
  mutating func part(_ tree: JSONTree?, _ place: String, keys: [String]) -> Part? {
    let known = keys.map { "“\($0)”" }.joined(separator: ", ")
    guard case .object(let values)? = tree else {
      wrong(place, "Write an object in curly brackets with \(known).")
      return nil
    }
    let part = Part(place: place, values: values)
    for key in values.keys.sorted() where !keys.contains(key) {
      wrong(part.place(of: key), "There is no such field here. Take it away; there are \(known).")
    }
    return part
  }

  /// A text of one line that may not be left out.
  mutating func text(_ key: String, of part: Part, most limit: Int) -> String? {
    guard case .text(let text)? = part.values[key] else {
      wrong(part.place(of: key), "Write a text in quotation marks.")
      return nil
    }
    let line = TypedLine.tidy(text)
    if line.isEmpty {
      wrong(part.place(of: key), "This is empty. Write a text.")
    } else if line.unicodeScalars.count > limit {
      wrong(part.place(of: key), "This is too long. Use at most \(limit) characters.")
    } else {
      return line
    }
    return nil
  }

  /// A whole number within bounds.
  mutating func whole(_ key: String, of part: Part, in bounds: ClosedRange<Int>) -> Int? {
    if case .whole(let number)? = part.values[key], bounds.contains(number) { return number }
    wrong(
      part.place(of: key),
      "Write a whole number from \(bounds.lowerBound) to \(bounds.upperBound), without quotation "
        + "marks.")
    return nil
  }

  /// `true` or `false`; what is left out is false.
  mutating func truth(_ key: String, of part: Part) -> Bool {
    switch part.values[key] {
    case nil: return false
    case .truth(let truth)?: return truth
    default:
      wrong(part.place(of: key), "Write true or false, without quotation marks.")
      return false
    }
  }

  /// A list that is not empty.
  mutating func list(_ key: String, of part: Part, most limit: Int) -> [JSONTree] {
    guard case .list(let list)? = part.values[key], !list.isEmpty else {
      wrong(part.place(of: key), "Write a list in square brackets with one at least.")
      return []
    }
    guard list.count <= limit else {
      wrong(part.place(of: key), "There are \(list.count). Write at most \(limit).")
      return []
    }
    return list
  }
}
