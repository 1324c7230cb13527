import Kernel

extension InstrumentSheet {
  /// The name of the field into which a file is put.
  package static let field = "sheet"
  /// How many items, subscales and points of a scale there are at most.
  package static let (mostItems, mostSubscales, mostPoints) = (60, 12, 11)

  /// Reads a file that someone brought; nothing in it is taken for granted.
  /// - Throws: all ``Problems`` at once, each naming the place, the rule, and how to mend it.
  package init(checking text: String) throws {
    var reading = SheetReading(field: Self.field)
    guard let tree = JSONTree(text) else {
      throw Problems(
        field: Self.field,
        "This is no JSON. A comma, a quotation mark or a bracket is missing somewhere, or is one "
          + "too many.")
    }
    let sheet = Self.sheet(tree, &reading)
    try reading.problems.throwIfAny()
    guard let sheet else { throw Problems(field: Self.field, "This is no questionnaire.") }
    self = sheet
  }

  private static func sheet(
    _ tree: JSONTree, _ reading: inout SheetReading
  ) -> InstrumentSheet? {
    let keys = ["name", "source", "answered_by", "scale", "subscales", "items"]
    guard let file = reading.part(tree, "", keys: keys) else { return nil }
    let name = reading.text("name", of: file, most: 120)
    let source = reading.text("source", of: file, most: 500)
    let audience = audience(of: file, &reading)
    let scale = scale(file.values["scale"], &reading)
    let subscales = subscales(of: file, &reading)
    let items = items(of: file, subscales.map(\.key), &reading)
    guard let name, let source, let audience, let scale else { return nil }
    return InstrumentSheet(
      name: name, source: source, answeredBy: audience, scale: scale, subscales: subscales,
      items: items)
  }

  private static func audience(
    of file: SheetReading.Part, _ reading: inout SheetReading
  ) -> Audience? {
    if case .text(let word)? = file.values["answered_by"], let audience = Audience(rawValue: word) {
      return audience
    }
    reading.wrong("“answered_by”", "Write “mentees”, “mentors” or “both”.")
    return nil
  }

  private static func scale(_ tree: JSONTree?, _ reading: inout SheetReading) -> Scale? {
    let place = "“scale”"
    let keys = ["min", "max", "min_label", "max_label"]
    guard let part = reading.part(tree, place, keys: keys) else { return nil }
    let min = reading.whole("min", of: part, in: 0...10)
    let max = reading.whole("max", of: part, in: 1...20)
    let minLabel = reading.text("min_label", of: part, most: 60)
    let maxLabel = reading.text("max_label", of: part, most: 60)
    guard let min, let max else { return nil }
    guard min < max, max - min < mostPoints else {
      reading.wrong(
        part.place(of: "max"),
        "Write a number above “min”, so that there are at most \(mostPoints) to choose from.")
      return nil
    }
    guard let minLabel, let maxLabel else { return nil }
    return Scale(min: min, max: max, minLabel: minLabel, maxLabel: maxLabel)
  }

  private static func subscales(
    of file: SheetReading.Part, _ reading: inout SheetReading
  ) -> [Subscale] {
    var found: [Subscale] = []
    let list = reading.list("subscales", of: file, most: mostSubscales)
    for (number, tree) in list.enumerated() {
      let place = "Subscale \(number + 1)"
      guard let part = reading.part(tree, place, keys: ["key", "name"]) else { continue }
      let key = reading.text("key", of: part, most: 40)
      let name = reading.text("name", of: part, most: 80)
      guard let key, let name else { continue }
      if found.contains(where: { $0.key == key }) {
        reading.wrong(part.place(of: "key"), "“\(key)” stands there twice. Write another one.")
      } else if found.contains(where: { FoldedText.key($0.name) == FoldedText.key(name) }) {
        reading.wrong(part.place(of: "name"), "“\(name)” stands there twice. Write another one.")
      }
      found.append(Subscale(key: key, name: name))
    }
    return found
  }

  private static func items(
    of file: SheetReading.Part, _ subscales: [String], _ reading: inout SheetReading
  ) -> [Item] {
    var found: [Item] = []
    for (number, tree) in reading.list("items", of: file, most: mostItems).enumerated() {
      let place = "Item \(number + 1)"
      let keys = ["text", "subscale", "reversed"]
      guard let part = reading.part(tree, place, keys: keys) else { continue }
      let text = reading.text("text", of: part, most: 300)
      let subscale = reading.text("subscale", of: part, most: 40)
      let reversed = reading.truth("reversed", of: part)
      if let subscale, !subscales.contains(subscale) {
        let known = subscales.map { "“\($0)”" }.joined(separator: ", ")
        reading.wrong(
          part.place(of: "subscale"),
          "There is no subscale with the key “\(subscale)”. Write one of: \(known).")
      }
      guard let text, let subscale else { continue }
      if found.contains(where: { FoldedText.key($0.text) == FoldedText.key(text) }) {
        reading.wrong(part.place(of: "text"), "This is asked twice. Take one of them away.")
      }
      found.append(Item(text: text, subscale: subscale, reversed: reversed))
    }
    let used = Set(found.map(\.subscale))
    for subscale in subscales where !found.isEmpty && !used.contains(subscale) {
      reading.wrong(
        "“subscales”", "Nothing belongs to “\(subscale)”. Give it an item, or take it away.")
    }
    return found
  }
}
