package import Kernel

/// Minutes as typed into a form.
package struct MinutesDraft: Sendable, Equatable {
  package var content: String
  /// The version that was changed; 0 where there was none.
  package var version: Int
  package var isTraineesOnly: Bool

  package init(content: String, after version: Int, isTraineesOnly: Bool = false) {
    self.content = content
    self.version = version
    self.isTraineesOnly = isTraineesOnly
  }

  /// Reads what was typed.
  package init(
    isTraineesOnly: Bool, typed: @escaping (String) -> String
  ) throws(Problems) {
    var fields = TypedFields(typed)
    let content = fields.requiredLines(
      Minutes.Field.content, most: Minutes.longest, "Write the minutes.")
    try fields.problems.throwIfAny()
    self.init(
      content: content ?? "", after: Int(typed(Minutes.Field.version)) ?? 0,
      isTraineesOnly: isTraineesOnly)
  }
}
