import Foundation

/// As much of JSON Schema as the published schema uses.
struct Schema {
  private let root: [String: Any]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// Where a document does not keep the schema.
  func problems(in data: Data) throws -> [String] {
    problems(try JSONSerialization.jsonObject(with: data), root, at: "")
  }

  private func problems(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
      let definition = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
    {
      return problems(value, definition, at: path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let found = choices.map { problems(value, $0, at: path) }
      return found.contains([]) ? [] : found.joined() + ["\(path): none of \(choices.count)"]
    }
    if let words = schema["enum"] as? [String] {
      return (value as? String).map(words.contains) == true ? [] : ["\(path): not in \(words)"]
    }
    guard isA(value, schema["type"] as? String ?? "") else { return ["\(path): wrong type"] }
    switch value {
    case let object as [String: Any]: return members(object, schema, at: path)
    case let array as [Any]:
      let items = schema["items"] as? [String: Any] ?? [:]
      return array.enumerated().flatMap { problems($1, items, at: "\(path)/\($0)") }
    case let text as String:
      guard let pattern = schema["pattern"] as? String else { return [] }
      return text.range(of: pattern, options: .regularExpression) == nil ? ["\(path): \(text)"] : []
    default: return []
    }
  }

  private func isA(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": value is Bool
    case "integer": value is Int
    default: value is NSNull
    }
  }

  private func members(
    _ object: [String: Any], _ schema: [String: Any], at path: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(path): \($0) is missing" }
    return missing
      + object.flatMap { key, value -> [String] in
        guard let member = properties[key] ?? others else { return ["\(path): stray \(key)"] }
        return problems(value, member, at: "\(path)/\(key)")
      }
  }
}
