/// Collects the text of a string item: its runs one after the other, without the pronunciation
/// that East Asian sheets add.
struct RichText {
  /// What was collected.
  private(set) var text = ""

  /// Whether text that comes now belongs to the item.
  var isOpen: Bool { isText && !isPronunciation }

  private var isText = false
  private var isPronunciation = false

  /// An element within the item begins.
  mutating func start(_ name: String) {
    if name == "t" { isText = true }
    if name == "rPh" { isPronunciation = true }
  }

  /// Takes more text.
  mutating func append(_ more: String) {
    if text.isEmpty { text = more } else { text += more }
  }

  /// An element within the item ends.
  mutating func end(_ name: String) {
    if name == "t" { isText = false }
    if name == "rPh" { isPronunciation = false }
  }
}
