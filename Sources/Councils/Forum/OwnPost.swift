package import Kernel
package import SQLStore

/// What the viewer wrote in forums, for their own copy of their data.
package enum OwnPost {
  /// Organization, what it is, title, words, when, and what became of it; the latest first.
  package static func rows(viewer: Viewer, reader: any SQLReader) throws -> [[String]] {
    guard let person = viewer.person else { throw Absent() }
    return try reader.rows(
      """
      SELECT organization.name AS name, forum_post.kind AS kind, title, content, posted_at,
        withdrawn_at, hidden_because
      FROM forum_post JOIN organization ON organization.id = forum_post.organization_id
      WHERE author_id = \(person) ORDER BY forum_post.id DESC
      """
    ).map { row in
      let hidden = try row.textOrNil("hidden_because").map { "Hidden by an officer: \($0)" }
      let withdrawn = try row.textOrNil("withdrawn_at").map { "Withdrawn \($0)" }
      return [
        try row.text("name"), try row.text("kind"), try row.text("title"),
        try row.text("content"), try row.text("posted_at"), hidden ?? withdrawn ?? "",
      ]
    }
  }
}
