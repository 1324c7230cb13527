package import Kernel
import Roster
package import SQLStore

/// Something that was written in an organization's forum: to those who belong to it, and to guests.
package struct ForumPost: Sendable, Equatable {
  package let id: ID<ForumPost>
  package let kind: Kind
  package let title: String
  /// Plain text; an empty line begins a paragraph. Empty where the viewer may not read it.
  package let content: String
  package let author: Author
  package let postedAt: Instant
  package let activeAt: Instant
  package let isPinned: Bool
  /// Whether a reader asked the officers to look at it; shown to officers alone.
  package let isMarked: Bool
  package let state: State
  /// How many replies a thread has.
  package let replies: Int

  /// What sort of post it is.
  package enum Kind: String, Sendable, CaseIterable {
    /// From the officers, to all.
    case announcement
    case thread
    case reply
  }

  /// Who wrote it.
  package enum Author: Sendable, Equatable {
    case viewer(name: String)
    case person(PersonID, name: String)
    /// Someone who does not belong to it any more: their name is not shown.
    case former
  }

  /// Whether it can be read.
  package enum State: Sendable, Equatable {
    case shown
    case withdrawn
    /// An officer hid it; the author and the officers see why.
    case hidden(because: String?)
  }
}

extension ForumPost: SQLDecodable {
  /// The posts as a viewer reads them: what is hidden from them does not leave the database.
  static func selection(
    _ organization: OrganizationID, _ viewer: Viewer, _ belonging: Belonging
  ) -> SQLQuery {
    let reads: SQLQuery =
      """
      (forum_post.hidden_at IS NULL OR forum_post.author_id = \(viewer.person)
        OR \(belonging.isOfficer))
      """
    return """
      SELECT forum_post.id AS id, forum_post.kind AS kind,
        CASE WHEN \(reads) THEN forum_post.title ELSE '' END AS title,
        CASE WHEN \(reads) THEN forum_post.content ELSE '' END AS content,
        CASE WHEN \(reads) THEN forum_post.hidden_because END AS hidden_because,
        CASE WHEN \(stays(organization, viewer)) THEN forum_post.author_id END AS author_id,
        coalesce(directory_entry.name, 'Someone') AS author_name,
        coalesce(forum_post.author_id = \(viewer.person), \(false)) AS is_own,
        forum_post.posted_at AS posted_at, forum_post.active_at AS active_at,
        forum_post.pinned AS pinned, forum_post.withdrawn_at AS withdrawn_at,
        forum_post.hidden_at AS hidden_at,
        (forum_post.marked_at IS NOT NULL AND \(belonging.isOfficer)) AS is_marked,
        (SELECT count(*) FROM forum_post AS reply WHERE reply.thread_id = forum_post.id) AS replies
      FROM forum_post
      LEFT JOIN directory_entry ON directory_entry.person_id = forum_post.author_id
      WHERE forum_post.organization_id = \(organization)
      """
  }

  private static func stays(_ organization: OrganizationID, _ viewer: Viewer) -> SQLQuery {
    Belonging.stays("forum_post.author_id", in: organization, on: viewer.today)
  }

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), kind: try row.word("kind"), title: try row.text("title"),
      content: try row.text("content"), author: try Author(row),
      postedAt: try row.instant("posted_at"), activeAt: try row.instant("active_at"),
      isPinned: try row.boolean("pinned"), isMarked: try row.boolean("is_marked"),
      state: try State(row), replies: try row.integer("replies"))
  }
}

extension ForumPost.Author {
  fileprivate init(_ row: SQLRow) throws {
    let name = try row.text("author_name")
    if try row.boolean("is_own") {
      self = .viewer(name: name)
    } else {
      self = try row.idOrNil("author_id").map { .person($0, name: name) } ?? .former
    }
  }
}

extension ForumPost.State {
  fileprivate init(_ row: SQLRow) throws {
    if try row.textOrNil("withdrawn_at") != nil {
      self = .withdrawn
    } else if try row.textOrNil("hidden_at") != nil {
      self = .hidden(because: try row.textOrNil("hidden_because"))
    } else {
      self = .shown
    }
  }
}
