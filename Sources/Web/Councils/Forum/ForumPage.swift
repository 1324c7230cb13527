import Councils
import HTML
import Kernel
import SQLStore

/// What members write to each other: announcements and threads.
struct ForumPage: Sendable {
  let frame: OrganizationFrame
  let forum: Forum

  /// Who reads what is written here, as it is said at every field.
  static let readers = "members, officers and guests of this organization, with your name"

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    frame = try OrganizationFrame(id, visit, reader)
    forum = try Forum.page(
      of: id, at: ListPlace(after: visit.query["after"], before: visit.query["before"]),
      viewer: visit.viewer, reader: reader)
  }

  private var write: HTML {
    forum.belonging.mayWrite && forum.organization.isOpen(on: frame.visit.viewer.today)
      ? a(.class("btn primary"), .href(ForumPath.write.location(frame.id))) { "Write" } : .nothing
  }

  var page: Page {
    frame.page(.forum, actions: write) {
      if !forum.belonging.mayWrite {
        NoticeBox.of(.info, "You read here as a guest. Members see that you do.")
      }
      if forum.pinned.isEmpty, forum.threads.entries.isEmpty {
        EmptyState.of(
          "Nobody has written yet", "What is written here, its members, officers and guests read.")
      } else {
        ul(.class("list")) {
          for post in forum.pinned + forum.threads.entries { line(post) }
        }
        Pager.of(
          "", previous: forum.threads.previous.map { place("before", $0) },
          next: forum.threads.next.map { place("after", $0) })
      }
    }
  }

  private func line(_ post: ForumPost) -> HTML {
    li {
      div {
        a(.href(ForumPath.thread.location(post.id)), .named("dir", "auto")) {
          PostWords.title(post)
        }
        if post.isPinned {
          " "
          Badge.of("On top", .info)
        }
        if post.kind == .announcement {
          " "
          Badge.of("Announcement", .good)
        }
        if post.isMarked {
          " "
          Badge.of("Please look", .warn)
        }
        br()
        small {
          bdi { PostWords.author(post) }
          ", \(When.within(post.postedAt, frame.visit)), "
          Figures.counted(post.replies, "reply", "replies")
        }
      }
    }
  }

  private func place(_ name: String, _ position: String) -> Location {
    ForumPath.forum.location(frame.id, query: [(name, position)])
  }
}

/// Posts in words.
enum PostWords {
  static func title(_ post: ForumPost) -> String {
    switch post.state {
    case .withdrawn: "Withdrawn by its author"
    case .hidden where post.title.isEmpty: "Hidden by an officer"
    case .shown, .hidden: post.title
    }
  }

  static func author(_ post: ForumPost) -> String {
    switch post.author {
    case .viewer: "You"
    case .person(_, let name): name
    case .former: "A former member"
    }
  }
}
