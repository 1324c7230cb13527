package import Kernel
package import SQLStore

extension ConcernCategory {
  /// The names of the fields.
  package enum Field {
    /// The name.
    package static let name = "name"
    /// What belongs to it.
    package static let hint = "hint"
    /// Business days until it is acknowledged.
    package static let acknowledge = "acknowledge"
    /// Business days until the first answer.
    package static let answer = "answer"
    /// Business days until it is resolved.
    package static let close = "close"
  }

  /// What a category is to be.
  package struct Draft: Sendable, Equatable {
    package var name: String
    package var hint: String
    package var promise: Promise

    package init(name: String, hint: String, promise: Promise) {
      self.name = name
      self.hint = hint
      self.promise = promise
    }

    /// Reads what was typed.
    package init(typed: @escaping (String) -> String) throws(Problems) {
      var fields = TypedFields(typed)
      let name = fields.required(
        Field.name, most: 60, "Write a name, such as “Duty hours and workload”.")
      let hint = fields.line(Field.hint, most: 160)
      let days = "Write a number of business days from 1 to 250."
      let acknowledge = fields.number(Field.acknowledge, in: 1...250, days)
      let answer = fields.number(Field.answer, in: 1...250, days)
      let close = fields.number(Field.close, in: 1...250, days)
      if let acknowledge, let answer, let close,
        acknowledge > answer || answer > close
      {
        fields.add(
          Field.close, "A concern is acknowledged first, then answered, then resolved: raise this.")
      }
      try fields.problems.throwIfAny()
      self.init(
        name: name ?? "", hint: hint ?? "",
        promise: Promise(acknowledge: acknowledge ?? 1, answer: answer ?? 1, close: close ?? 1))
    }
  }

  /// Adds a category behind the others.
  @discardableResult
  package static func add(
    _ draft: Draft, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> ID<ConcernCategory> {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    let id: ID<ConcernCategory> = world.newID()
    try refuseTaken(draft.name, id, writer)
    let position = try writer.number("SELECT coalesce(max(position), 0) + 1 FROM concern_category")
    try writer.execute(
      """
      INSERT INTO concern_category (id, name, name_key, hint, acknowledge_days, answer_days,
        close_days, position)
      VALUES (\(id), \(draft.name), \(FoldedText.key(draft.name)), \(draft.hint),
        \(draft.promise.acknowledge), \(draft.promise.answer), \(draft.promise.close),
        \(position))
      """)
    try note("concern_category.added", id, draft.name, viewer, writer)
    return id
  }

  /// Changes a category. Concerns that were raised keep the days that they were promised.
  package static func change(
    _ id: ID<ConcernCategory>, to draft: Draft, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    _ = try find(id, viewer: viewer, reader: writer)
    try refuseTaken(draft.name, id, writer)
    try writer.execute(
      """
      UPDATE concern_category SET name = \(draft.name), name_key = \(FoldedText.key(draft.name)),
        hint = \(draft.hint), acknowledge_days = \(draft.promise.acknowledge),
        answer_days = \(draft.promise.answer), close_days = \(draft.promise.close)
      WHERE id = \(id)
      """)
    try note("concern_category.changed", id, draft.name, viewer, writer)
  }

  /// Takes a category out of the choices; concerns keep it.
  package static func retire(
    _ id: ID<ConcernCategory>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    let category = try find(id, viewer: viewer, reader: writer)
    try writer.execute("UPDATE concern_category SET retired_at = \(viewer.now) WHERE id = \(id)")
    try note("concern_category.retired", id, category.name, viewer, writer)
  }

  private static func refuseTaken(
    _ name: String, _ id: ID<ConcernCategory>, _ reader: any SQLReader
  ) throws {
    let same = try reader.first(
      """
      SELECT id FROM concern_category WHERE name_key = \(FoldedText.key(name))
        AND retired_at IS NULL AND id <> \(id)
      """)
    if same != nil {
      throw Problems(field: Field.name, "There is a category of this name. Choose another one.")
    }
  }

  private static func note(
    _ act: String, _ id: ID<ConcernCategory>, _ name: String, _ viewer: Viewer,
    _ writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(
        act, of: Audit.Subject(kind: "concern_category", id: id.text), detail: name),
      by: viewer.person, at: viewer.now, to: writer)
  }
}
