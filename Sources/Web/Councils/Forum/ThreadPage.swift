import Councils
import HTML
import Kernel
import SQLStore

/// A thread or an announcement with its replies.
struct ThreadPage: Sendable {
  let frame: OrganizationFrame
  let thread: ForumThread
  let state: FormState

  private var visit: Visit { frame.visit }
  private var belonging: Belonging { thread.belonging }

  init(
    _ id: ID<ForumPost>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    thread = try ForumThread.find(
      id, at: ListPlace(after: visit.query["after"], before: visit.query["before"]),
      viewer: visit.viewer, reader: reader)
    frame = try OrganizationFrame(thread.organization.id, visit, reader)
    self.state = state
  }

  private var isOpen: Bool {
    belonging.mayWrite && thread.post.state == .shown
      && thread.organization.isOpen(on: visit.viewer.today)
  }

  var page: Page {
    Page(
      PostWords.title(thread.post), in: .organizations,
      under: [
        .init("Organizations", OrganizationPath.list.location()),
        .init(frame.organization.name, OrganizationPath.organization.location(frame.id)),
        .init("Forum", ForumPath.forum.location(frame.id)),
      ]
    ) {
      post(thread.post)
      if !thread.replies.entries.isEmpty || thread.replies.previous != nil {
        h2 { "Replies" }
        for reply in thread.replies.entries { post(reply) }
        Pager.of(
          "", previous: thread.replies.previous.map { place("before", $0) },
          next: thread.replies.next.map { place("after", $0) })
      }
      if isOpen { answer }
    }
  }

  private var answer: HTML {
    Form.of(visit, ForumPath.thread.location(thread.post.id), state) {
      Field(
        ForumDraft.Field.content, "Your reply", seenBy: ForumPage.readers,
        hint: "Plain text. An empty line begins a paragraph."
      ).lines(state, rows: 5)
      Form.acts("Reply")
    }
  }

  private func post(_ post: ForumPost) -> HTML {
    HTML.element(
      "section", [.class("card"), .id("post-\(post.id.text)")],
      [
        p(.class("soft")) {
          author(post)
          ", \(When.within(post.postedAt, visit))"
        },
        words(post), buttons(post),
      ])
  }

  @HTMLBuilder private func author(_ post: ForumPost) -> HTML {
    if case .person(let person, let name) = post.author {
      a(.href(PeoplePath.person.location(person)), .named("dir", "auto")) { name }
    } else {
      PostWords.author(post)
    }
  }

  @HTMLBuilder private func words(_ post: ForumPost) -> HTML {
    switch post.state {
    case .shown: LinkedText.of(post.content)
    case .withdrawn: p(.class("soft")) { "Withdrawn by its author." }
    case .hidden(let reason):
      p(.class("soft")) {
        "Hidden by an officer." + (reason.map { " \($0)" } ?? "")
      }
      if reason != nil { LinkedText.of(post.content) }
    }
  }

  private func buttons(_ post: ForumPost) -> HTML {
    div(.class("acts")) {
      if case .viewer = post.author, post.state != .withdrawn {
        button("Withdraw", ForumPath.withdraw, post)
      }
      if belonging.isOfficer { moderation(post) } else { mark(post) }
    }
  }

  @HTMLBuilder private func mark(_ post: ForumPost) -> HTML {
    if case .shown = post.state, !isOwn(post) {
      button("Ask an officer to look", ForumPath.mark, post)
    }
  }

  @HTMLBuilder private func moderation(_ post: ForumPost) -> HTML {
    switch post.state {
    case .shown:
      a(.class("btn small"), .href(ForumPath.hide.location(post.id))) { "Hide" }
      if post.kind != .reply {
        button(
          post.isPinned ? "Not on top" : "Keep on top",
          post.isPinned ? ForumPath.unpin : ForumPath.pin, post)
      }
      if post.isMarked { button("Looked at it", ForumPath.unmark, post) }
    case .hidden: button("Show again", ForumPath.show, post)
    case .withdrawn: HTML.nothing
    }
  }

  private func isOwn(_ post: ForumPost) -> Bool {
    if case .viewer = post.author { true } else { false }
  }

  private func button(
    _ label: String, _ path: SitePath<ID<ForumPost>>, _ post: ForumPost
  ) -> HTML {
    Form.button(visit, label, path.location(post.id), style: "btn small")
  }

  private func place(_ name: String, _ position: String) -> Location {
    ForumPath.thread.location(thread.post.id, query: [(name, position)])
  }
}
