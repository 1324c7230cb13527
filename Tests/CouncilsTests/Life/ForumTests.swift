import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct ForumTests {
  @Test(arguments: Engine.available)
  func `members, officers and guests read; everybody else finds nothing`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let cast = society.cast
      try await society.join(cast.trainee)
      try await society.appoint(cast.faculty)
      try await society.letIn(cast.adviser)
      let thread = try await begin("Journal club", by: cast.trainee, society)
      for person in [cast.trainee, cast.faculty, cast.adviser] {
        #expect(try await titles(as: person, society) == ["Journal club"])
      }
      for person in [cast.office, cast.dio, cast.administrator, cast.director, cast.other] {
        #expect(await refusal { _ = try await titles(as: person, society) } == "absent")
        for id in [thread, ID<ForumPost>(stored: "00000000-0000-7000-8000-000000000000")] {
          #expect(
            await refusal {
              _ = try await society.stage.see(as: person) {
                try ForumThread.find(id, viewer: $0, reader: $1)
              }
            } == "absent")
        }
      }
      #expect(
        await refusal { try await reply(to: thread, by: cast.adviser, society) } == "guests-read")
      #expect(await refusal { try await reply(to: thread, by: cast.office, society) } == "absent")
      try await society.leave(cast.trainee)
      #expect(await refusal { _ = try await titles(as: cast.trainee, society) } == "absent")
    }
  }

  @Test(arguments: Engine.available)
  func `what an officer hides others do not read, and the author reads why`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let cast = society.cast
      try await society.join(cast.trainee, cast.other)
      try await society.appoint(cast.faculty)
      let thread = try await begin("Rude words", by: cast.trainee, society)
      #expect(
        await refusal {
          try await society.stage.act(as: cast.other) { viewer, writer in
            try ForumPost.hide(thread, because: "No", by: viewer, writer: writer)
          }
        } == "only-officers")
      try await society.stage.act(as: cast.faculty) { viewer, writer in
        try ForumPost.hide(thread, because: "Please be kind.", by: viewer, writer: writer)
      }
      let other = try await post(thread, as: cast.other, society)
      #expect([other.title, other.content] == ["", ""])
      #expect(other.state == .hidden(because: nil))
      for person in [cast.trainee, cast.faculty] {
        let own = try await post(thread, as: person, society)
        #expect(own.content == "Words")
        #expect(own.state == .hidden(because: "Please be kind."))
      }
      #expect(
        await refusal { try await reply(to: thread, by: cast.other, society) }
          == "thread-is-hidden")
    }
  }

  @Test(arguments: Engine.available)
  func `who withdraws takes the words with them, and who left is not named`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let cast = society.cast
      try await society.join(cast.trainee, cast.other)
      let first = try await begin("First", by: cast.trainee, society)
      let second = try await begin("Second", by: cast.trainee, society)
      #expect(
        await refusal { try await withdraw(first, by: cast.other, society) } == "absent")
      try await withdraw(first, by: cast.trainee, society)
      let gone = try await post(first, as: cast.other, society)
      #expect(gone.state == .withdrawn && gone.content.isEmpty && gone.title.isEmpty)
      #expect(
        try await post(second, as: cast.other, society).author
          == .person(cast.trainee, name: "Tess Núñez"))
      try await society.leave(cast.trainee)
      #expect(try await post(second, as: cast.other, society).author == .former)
    }
  }

  @Test(arguments: Engine.available)
  func `everybody who belongs to it is told once that there is something, and not what`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let (cast, id, world) = (society.cast, society.organization, society.stage.world)
      try await society.join(cast.trainee, cast.other)
      try await society.appoint(cast.faculty)
      try await society.letIn(cast.adviser)
      try await society.stage.act(as: cast.faculty) { viewer, writer in
        try writer.execute("DELETE FROM notice")
        for title in ["One", "Two"] {
          try ForumPost.begin(
            ForumDraft(title: title, content: "Secret", isAnnouncement: true), in: id,
            by: viewer, at: world, writer: writer)
        }
      }
      let told = try await society.stage.store.read { reader in
        try reader.rows("SELECT person, sentence, path FROM notice ORDER BY person").map {
          [try $0.text("person"), try $0.text("sentence"), try $0.text("path")]
        }
      }
      let sentence = "There is something new in the organizations you belong to."
      #expect(
        told
          == [cast.trainee.text, cast.other.text].sorted()
          .map { [$0, sentence, "/your-organizations"] })
      #expect(
        await refusal {
          try await society.stage.act(as: cast.trainee) { viewer, writer in
            _ = try ForumPost.begin(
              ForumDraft(title: "Mine", content: "x", isAnnouncement: true), in: id, by: viewer,
              at: world, writer: writer)
          }
        } == "only-officers")
    }
  }

  @Test(arguments: Engine.available)
  func `threads and replies come page by page, what is on top first`(engine: Engine) async throws {
    try await withSociety(engine) { society in
      let (cast, id, world) = (society.cast, society.organization, society.stage.world)
      try await society.join(cast.trainee)
      try await society.appoint(cast.faculty)
      let first = try await begin("First", by: cast.trainee, society)
      try await society.stage.act(as: cast.faculty) { viewer, writer in
        for number in 0..<40 {
          try ForumPost.begin(
            ForumDraft(title: "T\(number)", content: "x"), in: id, by: viewer, at: world,
            writer: writer)
          try ForumPost.reply("R\(number)", to: first, by: viewer, at: world, writer: writer)
        }
        try ForumPost.pin(first, true, by: viewer, writer: writer)
      }
      let (forum, next, thread) = try await society.stage.see(as: cast.trainee) {
        viewer, reader in
        let forum = try Forum.page(of: id, viewer: viewer, reader: reader)
        return (
          forum,
          try Forum.page(
            of: id, at: .after(forum.threads.next ?? ""), viewer: viewer, reader: reader),
          try ForumThread.find(first, viewer: viewer, reader: reader)
        )
      }
      #expect(forum.pinned.map(\.title) == ["First"] && next.pinned == [])
      #expect(forum.threads.entries.count == 30 && next.threads.entries.count == 10)
      #expect(Set((forum.threads.entries + next.threads.entries).map(\.id)).count == 40)
      #expect(next.threads.next == nil)
      #expect(thread.replies.entries.map(\.content) == (0..<30).map { "R\($0)" })
      #expect(thread.post.replies == 40)
    }
  }

  private func begin(
    _ title: String, by person: PersonID, _ society: Society
  ) async throws -> ID<ForumPost> {
    let (id, world) = (society.organization, society.stage.world)
    return try await society.stage.act(as: person) { viewer, writer in
      try ForumPost.begin(
        ForumDraft(title: title, content: "Words"), in: id, by: viewer, at: world,
        writer: writer)
    }
  }

  private func reply(
    to thread: ID<ForumPost>, by person: PersonID, _ society: Society
  ) async throws {
    let world = society.stage.world
    try await society.stage.act(as: person) { viewer, writer in
      _ = try ForumPost.reply("Reply", to: thread, by: viewer, at: world, writer: writer)
    }
  }

  private func withdraw(
    _ id: ID<ForumPost>, by person: PersonID, _ society: Society
  ) async throws {
    try await society.stage.act(as: person) { viewer, writer in
      try ForumPost.withdraw(id, by: viewer, writer: writer)
    }
  }

  private func post(
    _ id: ID<ForumPost>, as person: PersonID, _ society: Society
  ) async throws -> ForumPost {
    try await society.stage.see(as: person) {
      try ForumThread.find(id, viewer: $0, reader: $1).post
    }
  }

  private func titles(as person: PersonID, _ society: Society) async throws -> [String] {
    let id = society.organization
    return try await society.stage.see(as: person) {
      try Forum.page(of: id, viewer: $0, reader: $1).threads.entries.map(\.title)
    }
  }
}
