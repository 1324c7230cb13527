import Foundation
import Kernel
import SQLStore
import StoreTestSupport
import Stores
import Testing

/// `housestaff init --blueprint` and `housestaff blueprint`, as people run them.
@Suite struct BlueprintCommandTests {
  private static let file = """
    institution:
      name: Meridian
      words:
        program: {one: orchard}
    sponsors: [Meridian Hospital]
    departments: [Medicine]
    programs:
      - {name: Cardiology, department: Medicine, sponsor: Meridian Hospital}

    """

  private static let plan = """
    Institution
      name: Our institution → Meridian
      words, program, one: orchard

    Sponsors: 1 new
      + Meridian Hospital

    Departments: 1 new
      + Medicine

    Programs: 1 new
      + Cardiology
          department: Medicine
          sponsor: Meridian Hospital

    First administrator: Ada Abel, ada@hospital.example

    """

  private static let ada = [
    "--administrator", "ada@hospital.example", "--given-name", "Ada", "--family-name", "Abel",
  ]

  @Test func `without a yes and a terminal the plan is shown and nothing is made`() async throws {
    try await withFolder { folder in
      let answer = try Run(in: folder).begin(Self.file, Self.ada)
      #expect(
        answer
          == Executable.Answer(
            status: 1, output: Self.plan,
            complaint: "housestaff: Nothing was changed: there is no terminal to ask at. Add "
              + "--yes to carry this plan out.\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["plan.yaml"])
    }
  }

  @Test(arguments: Engine.available)
  func `with a yes the institution begins, and a second time nothing changes`(
    engine: Engine
  ) async throws {
    try await withLocation(engine) { location in
      try await withFolder { folder in
        let run = Run(in: folder, on: location)
        let begun = try run.begin(Self.file, Self.ada + ["--yes"])
        #expect(begun.status == 0, "\(begun.complaint)")
        let said = begun.output.replacing(run.shown, with: "DATABASE")
          .replacing(/http\S+/, with: "LINK")
        #expect(
          said == Self.plan + """
            DATABASE is as FILE describes it.
            Meridian begins in DATABASE.
            Start the site with: housestaff serve --database DATABASE
            Then open this link within a day; it works once:
            LINK

            """)
        let again = try run.begin(Self.file, [])
        #expect(again == .done("Nothing would change: \(run.shown) is as FILE describes it.\n"))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an institution that is at work is changed, in its own words`(
    engine: Engine
  ) async throws {
    try await withLocation(engine) { location in
      try await withFolder { folder in
        let run = Run(in: folder, on: location)
        #expect(try run.begin(Self.file, Self.ada + ["--yes"]).status == 0)
        let more = Self.file.replacing("name: Cardiology", with: "name: Nephrology")
        let plan = try run.plan(more)
        #expect(
          plan
            == .done(
              """
              Orchards: 1 new
                + Nephrology
                    department: Medicine
                    sponsor: Meridian Hospital

              Not in the file, and left as it is: 1 orchard.

              """))
        #expect(
          try run.begin(more, ["--yes"])
            == .done(plan.output + "\(run.shown) is as FILE describes it.\n"))
        let exported = try Executable.run(
          "blueprint", "export", "--database", run.database)
        #expect(exported.output.hasSuffix(Self.exported), "\(exported.output)")
      }
    }
  }

  private static let exported = """
    programs:
      - name: Cardiology
        department: Medicine
        sponsor: Meridian Hospital
      - name: Nephrology
        department: Medicine
        sponsor: Meridian Hospital

    """

  @Test func `a broken file names its lines, and nothing is made`() async throws {
    try await withFolder { folder in
      let broken = Self.file.replacing("departments", with: "department")
      let answer = try Run(in: folder).begin(broken, Self.ada + ["--yes"])
      #expect(
        answer
          == Executable.Answer(
            status: 1, output: "",
            complaint: """
              housestaff: 2 things to mend in plan.yaml. Nothing was changed.
              plan.yaml, line 6, column 1, department: There is no key “department” here. Did you \
              mean “departments”?
              plan.yaml, line 8, column 36, programs › Cardiology › department: There is no \
              department named “Medicine”, here or in the database. Add it to the file, or correct \
              the name.

              """))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["plan.yaml"])
    }
  }

  @Test func `an institution without anybody who could sign in is not begun`() async throws {
    try await withFolder { folder in
      let answer = try Run(in: folder).begin(Self.file, ["--yes"])
      #expect(
        answer
          == Executable.Answer(
            status: 1, output: "",
            complaint: "housestaff: This database has no administrator yet. Say who is the first: "
              + "--administrator, --given-name and --family-name.\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["plan.yaml"])
    }
  }

  @Test func `an export goes to a new file, and not over one that is there`() async throws {
    try await withFolder { folder in
      let run = Run(in: folder)
      #expect(try run.begin(Self.file, Self.ada + ["--yes"]).status == 0)
      let target = folder + "/exported.yaml"
      let words = ["blueprint", "export", target, "--database", run.database]
      #expect(
        try Executable.run(words: words)
          == .done("\(run.database) is described in \(target).\n"))
      let printed = try Executable.run("blueprint", "export", "--database", run.database)
      #expect(try String(contentsOfFile: target, encoding: .utf8) == printed.output)
      #expect(
        try Executable.run(words: words)
          == Executable.Answer(
            status: 1, output: "",
            complaint: "housestaff: \(target) exists already, or cannot be written. Name another "
              + "file.\n"))
      let missing = folder + "/none.sqlite"
      #expect(
        try Executable.run("blueprint", "export", "--database", missing)
          == Executable.Answer(
            status: 1, output: "", complaint: "housestaff: There is no database at \(missing).\n"))
    }
  }
}

/// The program with a blueprint in a folder, and a database.
private struct Run {
  let folder: String
  let database: String
  /// The database as the program calls it: without its password.
  let shown: String

  init(in folder: String, on location: StoreLocation? = nil) {
    self.folder = folder
    switch location {
    case .sqlite(let path)?: database = path
    case .postgres(let url)?: database = url
    case nil: database = folder + "/housestaff.sqlite"
    }
    shown = location.map { "\($0)" } ?? database
  }

  /// `housestaff init --blueprint`.
  func begin(_ text: String, _ options: [String]) throws -> Executable.Answer {
    try answer(["init", "--blueprint"], text, options)
  }

  /// `housestaff blueprint plan`.
  func plan(_ text: String) throws -> Executable.Answer {
    try answer(["blueprint", "plan"], text, [])
  }

  private func answer(
    _ command: [String], _ text: String, _ options: [String]
  ) throws -> Executable.Answer {
    let file = folder + "/plan.yaml"
    try Data(text.utf8).write(to: URL(filePath: file))
    let answer = try Executable.run(
      words: command + [file] + options + ["--database", database])
    return Executable.Answer(
      status: answer.status, output: answer.output.replacing(file, with: "FILE"),
      complaint: answer.complaint.replacing(file, with: "FILE"))
  }
}
