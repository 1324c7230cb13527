package import Kernel
import Roster
package import SQLStore

extension ForumPost {
  /// Begins a thread, or announces something.
  @discardableResult
  package static func begin(
    _ draft: ForumDraft, in id: OrganizationID, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ID<ForumPost> {
    let (organization, belonging) = try Belonging.inside(id, viewer: viewer, reader: writer)
    try refuse(belonging, organization, viewer)
    if draft.isAnnouncement, !belonging.isOfficer { throw BelongingRefusal.onlyOfficers }
    let post: ID<ForumPost> = world.newID()
    try insert(
      Row(
        id: post, organization: id, thread: nil, title: draft.title, content: draft.content,
        kind: draft.isAnnouncement ? .announcement : .thread), viewer, writer)
    if draft.isAnnouncement {
      try ForumNotice(organization, viewer, world, writer).tellAll()
    }
    return post
  }

  /// Answers in a thread.
  @discardableResult
  package static func reply(
    _ content: String, to thread: ID<ForumPost>, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ID<ForumPost> {
    let found = try ForumThread.find(thread, viewer: viewer, reader: writer)
    try refuse(found.belonging, found.organization, viewer)
    guard found.post.state == .shown else { throw BelongingRefusal.threadIsHidden }
    let post: ID<ForumPost> = world.newID()
    try insert(
      Row(
        id: post, organization: found.organization.id, thread: thread, title: "",
        content: content, kind: .reply), viewer, writer)
    try writer.execute(
      "UPDATE forum_post SET active_at = \(viewer.now) WHERE id = \(thread)")
    try ForumNotice(found.organization, viewer, world, writer).tellWriters(in: thread)
    return post
  }

  /// Takes one's own post back: its words are deleted.
  package static func withdraw(
    _ id: ID<ForumPost>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    _ = try place(of: id, viewer: viewer, reader: writer)
    let changed = try writer.execute(
      """
      UPDATE forum_post SET withdrawn_at = \(viewer.now), content = '', title = '',
        pinned = \(false)
      WHERE id = \(id) AND author_id = \(viewer.person) AND withdrawn_at IS NULL
      """)
    if changed == 0 { throw Absent() }
  }

  private struct Row {
    let id: ID<ForumPost>
    let organization: OrganizationID
    let thread: ID<ForumPost>?
    let title: String
    let content: String
    let kind: Kind
  }

  private static func insert(_ row: Row, _ viewer: Viewer, _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO forum_post (id, organization_id, thread_id, kind, title, content, author_id,
        posted_at, active_at, pinned)
      VALUES (\(row.id), \(row.organization), \(row.thread), \(row.kind.rawValue), \(row.title),
        \(row.content), \(viewer.person), \(viewer.now), \(viewer.now), \(false))
      """)
  }

  private static func refuse(
    _ belonging: Belonging, _ organization: Organization, _ viewer: Viewer
  ) throws {
    guard belonging.mayWrite else { throw BelongingRefusal.guestsRead }
    try organization.refuseClosed(on: viewer.today)
  }
}
