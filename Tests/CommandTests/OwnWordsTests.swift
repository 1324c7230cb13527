import Kernel
import SQLStore
import StoreTestSupport
import Stores
import Testing

/// Commands that open a database speak the words of its institution.
@Suite struct OwnWordsTests {
  private static let file = """
    Personnel ID,Last Name,First Name,Department,Program,Sponsor,PGY,Start,End
    P1,Okafor,Amara,Medicine,Internal Medicine,Health System,2,2020-07-01,2034-06-30
    P2,Rossi,Ugo,Medicine,Internal Medicine,Another,2,2020-07-01,2034-06-30
    P3,Weber,Eva,Medicine,Internal Medicine,Health System,3,2020-07-01,2034-06-30

    """

  @Test(arguments: Engine.available)
  func `an import, its refusals and its undo are told in own words`(
    engine: Engine
  ) async throws {
    try await withLocation(engine) { location in
      try await begin(location)
      let program = Housestaff(on: location)
      let first = try program.importRoster(Self.file)
      #expect(first.status == 0)
      #expect(
        first.output.contains("  line 3, Sponsor: a second sponsor of record for this orchard\n"))
      #expect(first.output.contains("  New here: 1 orchard, 1 elbow, 1 sponsor.\n"))
      let second = try program.importRoster(
        Self.file.replacing("P3,Weber", with: "P4,Diallo").replacing("P2,", with: "P5,"))
      #expect(
        second.output.contains(
          "1 current zookeeper is not in the file; nothing was changed for them.\n"))
      let refused = try program.importRoster(Self.file.replacing(",Program,", with: ",Anything,"))
      #expect(
        refused
          == Executable.Answer(
            status: 1, output: "",
            complaint: "housestaff: The file has no column for: Orchard. Choose the columns, or "
              + "add them.\n"))
      let name = second.output.split(separator: "This import is ").last?.prefix(36)
      let undone = try program.run("roster", "undo", String(name ?? ""))
      #expect(
        undone
          == .done(
            "Undone: 1 person removed, 0 people as before, 0 orchards and places removed.\n"))
      let json = try program.importRoster(Self.file, "--dry-run", "--format", "json")
      #expect(json.output.contains(#""reason": "a second sponsor of record for this orchard""#))
      #expect(!(first.output + second.output + json.output).contains("{P"))
    }
  }

  /// An empty institution with words of its own.
  private func begin(_ location: StoreLocation) async throws {
    let begun = try Housestaff(on: location).run(
      "init", "--institution", "Meridian", "--administrator", "ada@hospital.example",
      "--given-name", "Ada", "--family-name", "Abel")
    #expect(begun.status == 0, "\(begun.complaint)")
    let store = try await openStore(at: location)
    try await store.write { writer in
      var settings = try Settings(reader: writer)
      settings.words = [.trainee: "zookeeper", .program: "orchard", .department: "elbow"]
      try settings.save(by: nil, at: Instant(milliseconds: 0), to: writer)
    }
    try await store.close()
  }
}

/// The program on one database.
private struct Housestaff {
  let database: String

  init(on location: StoreLocation) {
    switch location {
    case .sqlite(let path): database = path
    case .postgres(let url): database = url
    }
  }

  func run(_ words: String...) throws -> Executable.Answer {
    try Executable.run(words: words + ["--database", database])
  }

  func importRoster(_ text: String, _ options: String...) throws -> Executable.Answer {
    try Executable.answer(
      to: ["roster", "import"], text, options + ["--database", database])
  }
}
