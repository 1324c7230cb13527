import Foundation

/// A questionnaire as data: what is asked, on which scale, and what is counted together.
package struct InstrumentSheet: Sendable, Equatable {
  package let name: String
  /// Whom it comes from and on which terms; it is shown wherever the questions are.
  package let source: String
  package let answeredBy: Audience
  package let scale: Scale
  package let subscales: [Subscale]
  package let items: [Item]

  /// Who answers it.
  package enum Audience: String, Sendable, CaseIterable, Codable {
    case mentees, mentors, both

    /// Whether one of a pair's two sides answers it.
    package func includes(_ side: PairSide) -> Bool {
      switch self {
      case .both: true
      case .mentees: side == .mentee
      case .mentors: side == .mentor
      }
    }
  }

  /// The numbers that are given, and what the first and the last of them mean.
  package struct Scale: Sendable, Equatable, Codable {
    package let min: Int
    package let max: Int
    package let minLabel: String
    package let maxLabel: String

    /// The numbers, in order.
    package var points: ClosedRange<Int> { min...max }

    private enum CodingKeys: String, CodingKey {
      case min, max
      case minLabel = "min_label"
      case maxLabel = "max_label"
    }
  }

  /// Items that are counted together.
  package struct Subscale: Sendable, Equatable, Codable {
    /// By which items name it.
    package let key: String
    package let name: String
  }

  /// One sentence to which a number is given.
  package struct Item: Sendable, Equatable, Codable {
    package let text: String
    /// The key of its subscale.
    package let subscale: String
    /// Whether more of it means less of what the subscale measures.
    package let reversed: Bool
  }
}

extension InstrumentSheet: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, source, scale, subscales, items
    case answeredBy = "answered_by"
  }

  /// The sheet as a file, the same text for the same sheet.
  package func file() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Reads what ``file()`` wrote; files from outside are read by ``init(checking:)``.
  init(kept text: String) throws {
    self = try JSONDecoder().decode(InstrumentSheet.self, from: Data(text.utf8))
  }
}
