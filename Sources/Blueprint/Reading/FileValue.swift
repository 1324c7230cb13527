/// A value of a blueprint's file as it stands there, before anyone asks what it means.
struct FileValue: Sendable {
  let line: Int
  let column: Int
  let content: Content

  /// The shapes that a value can have.
  enum Content: Sendable {
    /// Nothing stands behind the key.
    case empty
    case text(String)
    case list([FileValue])
    case keys([Pair])
  }

  /// A key with its value.
  struct Pair: Sendable {
    let key: String
    let line: Int
    let column: Int
    let value: FileValue
  }

  /// The value under a key, where this is a mapping.
  func value(_ key: String) -> FileValue? {
    guard case .keys(let pairs) = content else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// What the value calls itself: its text, or that of its `name`, `title` or `category`.
  var name: String? {
    switch content {
    case .text(let text): text
    case .keys: (value("name") ?? value("title") ?? value("category"))?.name
    case .empty, .list: nil
    }
  }
}
