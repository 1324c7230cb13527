import Foundation
import Kernel

extension WordingRule {
  /// The rules that come with the program, from `Rules/wording.json`.
  ///
  /// A file that cannot be read gives no rules; a test reads it.
  package static let embedded: [WordingRule] =
    (try? JSONDecoder().decode([Kept].self, from: Data(PackageResources.wording_json)))?
    .compactMap(\.rule) ?? []

  /// A rule as the file has it.
  private struct Kept: Decodable {
    let id: String
    let kind: String
    let title: String
    let phrases: [String]
    let why: String
    let suggestion: String
    let source: String
    let example: String
    let from: String
    let to: String?

    var rule: WordingRule? {
      guard let kind = Kind(rawValue: kind), let from = Day(text: from) else { return nil }
      return WordingRule(
        id: id, kind: kind, title: title, phrases: phrases, why: why, suggestion: suggestion,
        source: source, example: example, effectiveFrom: from,
        effectiveTo: to.flatMap { Day(text: $0) }, isOwn: false)
    }
  }
}
