/// A cell as a worksheet's file stores it.
struct StoredCell {
  /// Its column, from 1; 0 before a row's first cell.
  var column = 0

  /// What kind of value it has: `s` a shared string, `inlineStr`, `b`, and so on; nil a number.
  var type: String?

  /// The number of its style.
  var style: Int?

  private var value = ""
  private var isValue = false
  private var inline = RichText()

  /// A cell without a value yet.
  init(column: Int = 0, type: String? = nil, style: Int? = nil) {
    self.column = column
    self.type = type
    self.style = style
  }

  /// What the file stores as its value; a formula is none.
  var stored: String { type == "inlineStr" ? inline.text : value }

  /// Whether text that comes now belongs to its value.
  var isOpen: Bool { type == "inlineStr" ? inline.isOpen : isValue }

  /// An element within the cell begins.
  mutating func start(_ name: String) {
    if name == "v" { isValue = true }
    inline.start(name)
  }

  /// Takes more of the value.
  mutating func append(_ more: String) {
    if type == "inlineStr" {
      inline.append(more)
    } else {
      value += more
    }
  }

  /// An element within the cell ends.
  mutating func end(_ name: String) {
    if name == "v" { isValue = false }
    inline.end(name)
  }
}
