package import Kernel

/// Something to be posted, as typed into a form and found right in itself.
package struct ForumDraft: Sendable, Equatable {
  package var title: String
  package var content: String
  /// Whether it is an announcement of the officers.
  package var isAnnouncement: Bool

  package init(title: String, content: String, isAnnouncement: Bool = false) {
    self.title = title
    self.content = content
    self.isAnnouncement = isAnnouncement
  }

  /// The names of the fields.
  package enum Field {
    /// The title of a thread.
    package static let title = "title"
    /// What is said.
    package static let content = "content"
    /// Whether it is an announcement.
    package static let isAnnouncement = "announcement"
    /// Why an officer hides a post.
    package static let reason = "reason"
  }

  /// The most characters of a post.
  package static let longest = 10_000

  /// Reads what was typed.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let title = fields.required(Field.title, most: 120, "Write a title.")
    let content = fields.requiredLines(
      Field.content, most: Self.longest, "Write what you have to say.")
    try fields.problems.throwIfAny()
    self.init(
      title: title ?? "", content: content ?? "",
      isAnnouncement: typed(Field.isAnnouncement) == OrganizationDraft.Field.yes)
  }

  /// Reads a reply.
  package static func reply(typed: @escaping (String) -> String) throws(Problems) -> String {
    var fields = TypedFields(typed)
    let content = fields.requiredLines(Field.content, most: longest, "Write your reply.")
    try fields.problems.throwIfAny()
    return content ?? ""
  }
}
