import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What the roster says outside of pages is in the institution's own words.
@Suite struct OwnWordsTests {
  private static let own: [Settings.Word: String] = [
    .trainee: "zookeeper", .program: "orchard", .department: "elbow", .site: "igloo",
    .office: "umbrella desk",
  ]

  private static func choose(
    _ words: [Settings.Word: String], in store: any Store
  ) async throws {
    try await store.write { writer in
      var settings = try Settings(reader: writer)
      settings.words = words
      try settings.save(by: nil, at: TestWorld.now, to: writer)
    }
  }

  @Test(arguments: Engine.available)
  func `a notice and its mail keep the words of the day on which it was told`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      try await stage.store.write { try $0.execute("DELETE FROM notice") }
      try await Self.choose(Self.own, in: stage.store)
      try await stage.act(as: cast.administrator) { viewer, writer in
        for (role, scope) in [
          (Role.programCoordinator, Scope.program(cast.generalSurgery)),
          (.office, .department(cast.medicine)),
        ] {
          try RoleGrant.grant(
            GrantDraft(
              person: cast.faculty, role: role, scope: scope, term: Term(from: viewer.today)),
            by: viewer, in: world, to: writer)
        }
      }
      // Whatever the words are when it is mailed, the mail says what the notice says.
      try await Self.choose([:], in: stage.store)
      let told = try await stage.store.read { reader in
        try Notice.list(for: cast.faculty, before: nil, reader: reader).map(\.sentence)
          .reversed() as [String]
      }
      let actor = try #require(told.first?.split(separator: " gave").first)
      #expect(
        told == [
          "\(actor) gave you a role: Orchard coordinator, General Surgery.",
          "\(actor) gave you a role: Umbrella desk, Medicine.",
        ])
      let mails = try await stage.store.write { writer in
        _ = try NoticeMail.collect(
          [.digest], siteAddress: "https://gme.example", in: world, writer: writer)
        return try Outbox.latest(state: nil, before: nil, reader: writer)
      }
      #expect(mails.map(\.subject) == ["2 notices from Our institution"])
      for sentence in told { #expect(mails[0].body.contains("- \(sentence)\n")) }
    }
  }

  @Test(arguments: Engine.available)
  func `an entry of the audit trail keeps the place of a word, not the word`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, before) = (stage.cast, try await stage.lastAct())
      try await Self.choose(Self.own, in: stage.store)
      try await stage.act(as: cast.office) { viewer, writer in
        try RoleGrant.grant(
          GrantDraft(
            person: cast.faculty, role: .programCoordinator, scope: .program(cast.generalSurgery),
            term: Term(from: viewer.today)), by: viewer, in: stage.world, to: writer)
      }
      #expect(
        try await stage.acts(after: before).last
          == "role.granted: {Program} coordinator, General Surgery, from 2026-11-02")
    }
  }

  @Test(arguments: Engine.available)
  func `an import says what it refused, noted and took back in own words`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      try await Self.choose(Self.own, in: stage.store)
      let words = Words(try await stage.store.read { try Settings(reader: $0) })
      let report = try await stage.run(
        text: RosterText.people(["ACGME Program ID": ""], ["Sponsor": "Another"], [:], [:]))
      #expect(report.refusals == ["3 Sponsor: a second sponsor of record for this orchard"])
      #expect(
        report.notes == [
          "Internal Medicine: its ACGME orchard number is 1401500004.",
          "New here: 1 orchard, 1 elbow, 1 igloo, 1 sponsor.",
        ])
      let later = try await stage.run(text: RosterText.people(surgery))
      #expect(
        later.text(in: words).contains(
          "2 current zookeepers are not in the file; nothing was changed for them.\n"))
      let undone = try await stage.undo(later)
      #expect(words(undone.sentence).hasSuffix("orchards and places removed."))
      let refusal = await #expect(throws: ImportRefusal.self) {
        try await stage.run(text: "Personnel ID,Last Name,PGY,Start,End\n1,Okafor,2,,\n")
      }
      #expect(
        words(refusal?.sentence ?? "")
          == "The file has no column for: Orchard. Choose the columns, or add them.")
    }
  }
}
