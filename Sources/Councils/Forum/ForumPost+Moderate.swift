package import Kernel
import Roster
package import SQLStore

extension ForumPost {
  /// Hides a post: its author reads why, others that an officer hid it.
  package static func hide(
    _ id: ID<ForumPost>, because reason: String, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let organization = try moderated(id, viewer, writer)
    var fields = TypedFields { _ in reason }
    let reason = fields.requiredLines(
      ForumDraft.Field.reason, most: 1000, "Write why, in a sentence. The author reads it.")
    try fields.problems.throwIfAny()
    let changed = try writer.execute(
      """
      UPDATE forum_post SET hidden_at = \(viewer.now), hidden_by = \(viewer.person),
        hidden_because = \(reason ?? ""), pinned = \(false), marked_at = NULL
      WHERE id = \(id) AND hidden_at IS NULL AND withdrawn_at IS NULL
      """)
    if changed > 0 { try organization.note("post.hidden", by: viewer, to: writer) }
  }

  /// Shows a hidden post again.
  package static func show(
    _ id: ID<ForumPost>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let organization = try moderated(id, viewer, writer)
    let changed = try writer.execute(
      """
      UPDATE forum_post SET hidden_at = NULL, hidden_by = NULL, hidden_because = NULL
      WHERE id = \(id) AND hidden_at IS NOT NULL
      """)
    if changed > 0 { try organization.note("post.shown", by: viewer, to: writer) }
  }

  /// Keeps a thread on top, or does not any more.
  package static func pin(
    _ id: ID<ForumPost>, _ isPinned: Bool, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    _ = try moderated(id, viewer, writer)
    try writer.execute(
      """
      UPDATE forum_post SET pinned = \(isPinned)
      WHERE id = \(id) AND thread_id IS NULL AND hidden_at IS NULL AND withdrawn_at IS NULL
      """)
  }

  /// Asks the officers to look at a post. Who asked is not kept.
  package static func mark(
    _ id: ID<ForumPost>, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let (organization, _) = try place(of: id, viewer: viewer, reader: writer)
    let changed = try writer.execute(
      """
      UPDATE forum_post SET marked_at = \(viewer.now)
      WHERE id = \(id) AND marked_at IS NULL AND hidden_at IS NULL AND withdrawn_at IS NULL
      """)
    guard changed > 0 else { return }
    try Officership.tell(
      of: organization, "A post waits for a look in an organization whose officer you are.",
      viewer, world, writer)
  }

  /// Takes the mark off again: an officer looked.
  package static func unmark(
    _ id: ID<ForumPost>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    _ = try moderated(id, viewer, writer)
    try writer.execute("UPDATE forum_post SET marked_at = NULL WHERE id = \(id)")
  }

  private static func moderated(
    _ id: ID<ForumPost>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Organization {
    let (organization, belonging) = try place(of: id, viewer: viewer, reader: reader)
    guard belonging.isOfficer else { throw BelongingRefusal.onlyOfficers }
    return organization
  }
}
