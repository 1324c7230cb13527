package import Kernel
package import SQLStore

/// What concerns are about, and within how many business days something happens.
package struct ConcernCategory: Sendable, Equatable {
  package let id: ID<ConcernCategory>
  package let name: String
  /// What belongs to it, in a few words.
  package let hint: String
  package let promise: Promise

  /// Business days after a concern was raised until which something happens.
  package struct Promise: Sendable, Equatable {
    /// Until someone says that it was read.
    package var acknowledge: Int
    /// Until the first answer.
    package var answer: Int
    /// Until it is resolved.
    package var close: Int

    package init(acknowledge: Int, answer: Int, close: Int) {
      self.acknowledge = acknowledge
      self.answer = answer
      self.close = close
    }
  }
}

extension ConcernCategory: SQLDecodable {
  private static let columns: SQLQuery =
    "id, name, hint, acknowledge_days, answer_days, close_days"

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), name: try row.text("name"), hint: try row.text("hint"),
      promise: Promise(
        acknowledge: try row.integer("acknowledge_days"), answer: try row.integer("answer_days"),
        close: try row.integer("close_days")))
  }

  /// Those that can be chosen, in the order that the office gave them.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [ConcernCategory] {
    try reader.all(
      ConcernCategory.self,
      """
      SELECT \(columns) FROM concern_category WHERE retired_at IS NULL ORDER BY position, id
      """)
  }

  /// One that can be chosen.
  package static func find(
    _ id: ID<ConcernCategory>, viewer: Viewer, reader: any SQLReader
  ) throws -> ConcernCategory {
    let category = try reader.first(
      ConcernCategory.self,
      "SELECT \(columns) FROM concern_category WHERE id = \(id) AND retired_at IS NULL")
    guard let category else { throw Absent() }
    return category
  }
}
