package import Kernel
import Roster
package import SQLStore

/// What is written in an organization: announcements, and threads with replies.
package struct Forum: Sendable, Equatable {
  package let organization: Organization
  package let belonging: Belonging
  /// Those on top, on the first page alone.
  package let pinned: [ForumPost]
  /// The others, the one last written in first.
  package let threads: Listed<ForumPost>

  /// How many a page holds.
  package static let pageSize = 30

  /// One page of a forum.
  /// - Throws: ``Absent`` for whoever does not belong to the organization and is no guest.
  package static func page(
    of id: OrganizationID, at place: ListPlace = .start, viewer: Viewer, reader: any SQLReader
  ) throws -> Forum {
    let (organization, belonging) = try Belonging.inside(id, viewer: viewer, reader: reader)
    let selection = ForumPost.selection(id, viewer, belonging)
    let pinned = try reader.all(
      ForumPost.self,
      """
      \(selection) AND forum_post.thread_id IS NULL AND forum_post.pinned = \(true)
      ORDER BY forum_post.active_at DESC, forum_post.id DESC LIMIT 20
      """)
    let order = PostOrder(place)
    let posts = try reader.all(
      ForumPost.self,
      """
      \(selection) AND forum_post.thread_id IS NULL AND forum_post.pinned = \(false)
        \(order.condition) ORDER BY \(order.order) LIMIT \(pageSize + 1)
      """)
    let threads = Listed(fetched: posts, at: order.place, size: pageSize) {
      $0.id.text + $0.activeAt.text
    }
    return Forum(
      organization: organization, belonging: belonging,
      pinned: threads.previous == nil ? pinned : [], threads: threads)
  }
}

/// A thread with one page of its replies, the first first.
package struct ForumThread: Sendable, Equatable {
  package let organization: Organization
  package let belonging: Belonging
  package let post: ForumPost
  package let replies: Listed<ForumPost>

  /// A thread, or an announcement.
  /// - Throws: ``Absent`` for whoever may not read in the forum.
  package static func find(
    _ id: ID<ForumPost>, at place: ListPlace = .start, viewer: Viewer, reader: any SQLReader
  ) throws -> ForumThread {
    let (organization, belonging) = try ForumPost.place(of: id, viewer: viewer, reader: reader)
    let selection = ForumPost.selection(organization.id, viewer, belonging)
    let post = try reader.first(
      ForumPost.self,
      "\(selection) AND forum_post.id = \(id) AND forum_post.thread_id IS NULL")
    guard let post else { throw Absent() }
    let isBackward = place.isBackward
    let position = place.position.flatMap { ID<ForumPost>(given: $0) }
    let beyond: SQLQuery =
      position.map {
        isBackward ? "AND forum_post.id < \($0)" : "AND forum_post.id > \($0)"
      } ?? ""
    let replies = try reader.all(
      ForumPost.self,
      """
      \(selection) AND forum_post.thread_id = \(id) \(beyond)
      ORDER BY forum_post.id \(literal: isBackward ? "DESC" : "") LIMIT \(Forum.pageSize + 1)
      """)
    return ForumThread(
      organization: organization, belonging: belonging, post: post,
      replies: Listed(
        fetched: replies, at: position == nil ? .start : place, size: Forum.pageSize
      ) { $0.id.text })
  }
}

extension ForumPost {
  /// The organization in whose forum a post stands, if the viewer reads there.
  /// - Throws: ``Absent`` otherwise, as for a post that does not exist.
  package static func place(
    of id: ID<ForumPost>, viewer: Viewer, reader: any SQLReader
  ) throws -> (organization: Organization, belonging: Belonging) {
    let row = try reader.first("SELECT organization_id FROM forum_post WHERE id = \(id)")
    guard let row else { throw Absent() }
    return try Belonging.inside(try row.id("organization_id"), viewer: viewer, reader: reader)
  }

  /// The thread in which a post stands; of one that began a thread, itself.
  package static func thread(
    of id: ID<ForumPost>, viewer: Viewer, reader: any SQLReader
  ) throws -> ID<ForumPost> {
    _ = try place(of: id, viewer: viewer, reader: reader)
    let row = try reader.first("SELECT thread_id FROM forum_post WHERE id = \(id)")
    return try row?.idOrNil("thread_id") ?? id
  }
}

/// Threads by the moment in which they were last written in, page by page.
private struct PostOrder {
  let place: ListPlace
  private let position: (id: String, activeAt: Instant)?

  init(_ place: ListPlace) {
    let text = place.position ?? ""
    if let id = ID<ForumPost>(given: String(text.prefix(36))),
      let activeAt = Instant(text: String(text.dropFirst(36)))
    {
      position = (id.text, activeAt)
      self.place = place
    } else {
      position = nil
      self.place = .start
    }
  }

  var condition: SQLQuery {
    guard let position else { return "" }
    return place.isBackward
      ? "AND (forum_post.active_at, forum_post.id) > (\(position.activeAt), \(position.id))"
      : "AND (forum_post.active_at, forum_post.id) < (\(position.activeAt), \(position.id))"
  }

  var order: SQLQuery {
    place.isBackward
      ? "forum_post.active_at, forum_post.id" : "forum_post.active_at DESC, forum_post.id DESC"
  }
}
