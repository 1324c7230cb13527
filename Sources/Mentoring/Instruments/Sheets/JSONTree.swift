import Foundation

/// A JSON text as it stands there, so that everything that is wrong with it can be named at once.
enum JSONTree: Equatable {
  case object([String: JSONTree])
  case list([JSONTree])
  case text(String)
  case whole(Int)
  case truth(Bool)
  /// A fraction, or nothing.
  case other
}

extension JSONTree: Decodable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let whole = try? value.decode(Int.self) {
      self = .whole(whole)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONTree].self) {
      self = .list(list)
    } else if let object = try? value.decode([String: JSONTree].self) {
      self = .object(object)
    } else {
      self = .other
    }
  }

  /// Reads a text.
  /// - Returns: nil for what is no JSON.
  init?(_ text: String) {
    guard let tree = try? JSONDecoder().decode(JSONTree.self, from: Data(text.utf8)) else {
      return nil
    }
    self = tree
  }
}
