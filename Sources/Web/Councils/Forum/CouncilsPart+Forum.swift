import Councils
import HTML
import Kernel
import SQLStore

extension CouncilsPart {
  /// Reading and writing in forums, and what officers do there.
  func registerForum(in routes: inout Routes) {
    routes.page(ForumPath.forum, .signedIn) { visit, id, reader in
      .page(try ForumPage(id, visit, reader).page)
    }
    routes.form(ForumPath.write, .signedIn) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      guard frame.belonging.mayWrite else { throw Absent() }
      return Self.writing(frame, state)
    } change: { visit, id, fields, writer in
      let draft = try ForumDraft { fields[$0] }
      let post = try Mending.refusals {
        try ForumPost.begin(draft, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(ForumPath.thread.location(post), saying: "It is written.")
    }
    routes.form(ForumPath.thread, .signedIn) { visit, id, state, reader in
      try ThreadPage(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      let content = try ForumDraft.reply { fields[$0] }
      let post = try Mending.refusals {
        try ForumPost.reply(content, to: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      let last = try ForumThread.find(id, viewer: visit.viewer, reader: writer)
      let isOnFirstPage = last.replies.entries.contains { $0.id == post }
      return .redirect(
        ForumPath.thread.location(
          id, query: isOnFirstPage ? [] : [("before", Self.behindAll)],
          fragment: "post-\(post.text)"),
        saying: "Your reply is written.")
    }
    registerModeration(in: &routes)
  }

  /// A place behind every post.
  private static let behindAll = "ffffffff-ffff-ffff-ffff-ffffffffffff"

  private func registerModeration(in routes: inout Routes) {
    routes.form(ForumPath.hide, .signedIn) { visit, id, state, reader in
      let (organization, belonging) = try ForumPost.place(
        of: id, viewer: visit.viewer, reader: reader)
      guard belonging.isOfficer else { throw Absent() }
      let frame = try OrganizationFrame(organization.id, visit, reader)
      return frame.page(
        below: "Hide a post", subtitle: "Others read that an officer hid it. It can be shown again."
      ) {
        Form.of(visit, ForumPath.hide.location(id), state) {
          Field(ForumDraft.Field.reason, "Why", seenBy: "its author and the officers")
            .lines(state, rows: 3)
          Form.acts("Hide it", cancel: ForumPath.forum.location(organization.id))
        }
      }
    } change: { visit, id, fields, writer in
      try ForumPost.hide(
        id, because: fields[ForumDraft.Field.reason], by: visit.viewer, writer: writer)
      return try Self.back(to: id, "Hidden.", visit, writer)
    }
    registerPostButtons(in: &routes)
  }

  private func registerPostButtons(in routes: inout Routes) {
    routes.button(ForumPath.withdraw, .signedIn) { visit, id, _, writer in
      try ForumPost.withdraw(id, by: visit.viewer, writer: writer)
      return try Self.back(to: id, "Withdrawn. Its words are deleted.", visit, writer)
    }
    routes.button(ForumPath.show, .signedIn) { visit, id, _, writer in
      try ForumPost.show(id, by: visit.viewer, writer: writer)
      return try Self.back(to: id, "Shown again.", visit, writer)
    }
    routes.button(ForumPath.pin, .signedIn) { visit, id, _, writer in
      try ForumPost.pin(id, true, by: visit.viewer, writer: writer)
      return try Self.back(to: id, "It stays on top.", visit, writer)
    }
    routes.button(ForumPath.unpin, .signedIn) { visit, id, _, writer in
      try ForumPost.pin(id, false, by: visit.viewer, writer: writer)
      return try Self.back(to: id, "It is not on top any more.", visit, writer)
    }
    routes.button(ForumPath.mark, .signedIn) { visit, id, _, writer in
      try ForumPost.mark(id, by: visit.viewer, in: visit.world, writer: writer)
      return try Self.back(to: id, "The officers are asked to look.", visit, writer)
    }
    routes.button(ForumPath.unmark, .signedIn) { visit, id, _, writer in
      try ForumPost.unmark(id, by: visit.viewer, writer: writer)
      return try Self.back(to: id, "Noted.", visit, writer)
    }
  }

  private static func writing(_ frame: OrganizationFrame, _ state: FormState) -> Page {
    frame.page(below: "Write to the members") {
      Form.of(frame.visit, ForumPath.write.location(frame.id), state) {
        Field(ForumDraft.Field.title, "Title", seenBy: ForumPage.readers).text(state)
        Field(
          ForumDraft.Field.content, "What you have to say", seenBy: ForumPage.readers,
          hint: "Plain text. An empty line begins a paragraph. Web addresses become links."
        ).lines(state, rows: 10)
        if frame.belonging.isOfficer {
          Tick.of(
            ForumDraft.Field.isAnnouncement, "An announcement",
            hint: "Everybody who belongs here is told that there is something new.",
            isOn: state.fields[ForumDraft.Field.isAnnouncement] == OrganizationDraft.Field.yes)
        }
        Form.acts("Post it", cancel: ForumPath.forum.location(frame.id))
      }
    }
  }

  private static func back(
    to id: ID<ForumPost>, _ sentence: String, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Reply {
    let thread = try ForumPost.thread(of: id, viewer: visit.viewer, reader: reader)
    return .redirect(ForumPath.thread.location(thread), saying: sentence)
  }
}
