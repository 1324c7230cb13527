import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

/// What is refused of a file, and with which words.
@Suite struct RowTests {
  /// The refusals of people with these changes, in an empty store.
  private func refusals(_ changes: [String: String]...) async throws -> [String] {
    let text = RosterText(rows: changes.enumerated().map { RosterText.row($0 + 1, $1) }).text
    return try await withImports(.sqlite) { try await $0.run(text: text).refusals }
  }

  @Test func `each thing that is wrong is said by line, column and reason`() async throws {
    let long = String(repeating: "x", count: 201)
    #expect(
      try await refusals(
        ["Personnel ID": ""], ["Last Name": "", "First Name": ""], ["Last Name": long],
        ["Training Level": "PGY-16"], ["Status": "Inactive"], ["Position End": "2041-07-02"],
        ["Position End": "2024-06-30"], ["Position Start": "soon"], ["Department": "#REF!"],
        ["Program": "", "ACGME Program ID": ""], ["Email": "nobody"]) == [
          "2 Personnel ID: missing", "3 Last Name: missing",
          "4 Last Name: longer than 200 characters", "5 Training Level: not between 1 and 15",
          "6 Status: not a known status: use Active, Leave, Remediation, Probation, Withdrawn, "
            + "Dismissed, Graduated or Transferred",
          "7 Position End: more than 15 years after the start", "8 Position End: before the start",
          "9 Position Start: not a date", "10 Department: an error of a formula",
          "11 Program: missing", "12 Email: not an address",
        ])
  }

  @Test func `all that is wrong with a row is said at once, in the order of its columns`()
    async throws
  {
    #expect(
      try await refusals(
        [:],
        [
          "Position Start": "x", "Training Level": "", "Email": "T1@HOSPITAL.example",
          "Sponsor": "Another", "Personnel ID": "P1",
        ]) == [
          "3 Personnel ID: same as another row",
          "3 Sponsor: a second sponsor of record for this program",
          "3 Training Level: missing", "3 Position Start: not a date",
        ])
  }

  @Test func `fifteen years are accepted, and a day alone`() async throws {
    #expect(
      try await refusals(
        ["Position End": "2040-07-01"], ["Position End": "2025-07-01"]) == [])
  }

  @Test func `of two rows with one number or one address the later is refused`() async throws {
    #expect(
      try await refusals(
        [:], ["Personnel ID": "P1"], ["Email": "T1@Hospital.Example"],
        ["Email": "", "Last Name": "Noaddress"], ["Email": "", "Last Name": "Neither"]) == [
          "3 Personnel ID: same as another row", "4 Email: same address as another person",
        ])
  }

  @Test func `a line written twice has one thing wrong`() async throws {
    #expect(
      try await refusals([:], ["Personnel ID": "P1", "Email": "t1@hospital.example"])
        == ["3 Personnel ID: same as another row"])
  }

  @Test func `text with cells too few or too many is refused, a workbook's row is not`()
    async throws
  {
    var rows = [RosterText.row(1), RosterText.row(2), RosterText.row(3), RosterText.row(4)]
    rows[1].removeLast(3)
    rows[2] += ["", "stray"]
    rows[3] += ["", " "]
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: RosterText(rows: rows).text)
      #expect(report.refusals == ["3 (row): too few columns", "4 (row): too many columns"])
      #expect(report.new == 2)
    }
  }

  @Test func `a new program needs its name and department, and the name must be its own`()
    async throws
  {
    #expect(
      try await refusals(
        ["Department": ""], ["Program": ""], [:], ["Department": "", "Program": ""],
        ["ACGME Program ID": "999"], ["ACGME Program ID": ""],
        ["Department": "", "Program": "Internal  MEDICINE"]) == [
          "2 Department: missing", "3 Program: missing",
          "7 Program: several programs have this name: give the ACGME number",
        ])
  }

  @Test func `whoever is faculty or staff needs no appointment`() async throws {
    let text = """
      Employee ID,Last Name,First Name,Email,Role
      F1,Attwood,Ann,ann@hospital.example,Attending
      S1,Stone,Sam,sam@hospital.example,Program coordinator
      T1,Tate,Tom,tom@hospital.example,Resident
      X1,Xu,Xia,xia@hospital.example,Wizard
      """
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: text)
      #expect(
        report.refusals == [
          "4 Program: missing", "4 Training level (PGY): missing", "4 Start: missing",
          "4 End: missing", "5 Role: not known: use Trainee, Faculty or Staff",
        ])
      #expect(
        try await stage.texts(
          "SELECT name, capacity, presence FROM directory_entry ORDER BY sort_key")
          == ["Ann Attwood | faculty | current", "Sam Stone | staff | current"])
      #expect(try await stage.run(text: text).unchanged == 2)
    }
  }

  @Test func `names of any script and length are kept, also of one word`() async throws {
    let names: [[String: String]] = [
      ["Last Name": "حداد", "First Name": "وليد"], ["Last Name": "李", "First Name": "明"],
      ["Last Name": "Madonna", "First Name": ""], ["Last Name": "", "First Name": "Sukarno"],
      ["Last Name": "\u{200F}פרץ\u{200F}", "First Name": "שרה"],
      ["Last Name": String(repeating: "ß", count: 200)],
    ]
    let text = RosterText(rows: names.enumerated().map { RosterText.row($0 + 1, $1) }).text
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: text)
      #expect(report.figures == [6, 0, 0, 0, 0])
      let kept = try await stage.texts(
        "SELECT given_name, family_name FROM person ORDER BY id LIMIT 5")
      #expect(kept == ["وليد | حداد", "明 | 李", " | Madonna", " | Sukarno", "שרה | פרץ"])
      let again = try await stage.run(text: text)
      #expect(again.unchanged == 6)
    }
  }

  @Test func `names in one cell are taken apart`() async throws {
    let text = """
      ID,Resident,Program,Department,PGY,Start,End
      1,"Okafor, Amara, MD",IM,Medicine,2,7/1/2025,6/30/2028
      2,Wei Zhang,IM,Medicine,2,7/1/2025,6/30/2028
      """
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: text)
      #expect(report.new == 2)
      #expect(
        try await stage.texts("SELECT given_name, family_name, degrees FROM person ORDER BY id")
          == ["Amara | Okafor | MD", "Wei | Zhang | -"])
    }
  }

  @Test func `an empty file, a picture and a header alone`() async throws {
    try await withImports(.sqlite) { stage in
      await #expect(throws: ImportRefusal.self) { try await stage.run(text: "") }
      await #expect(throws: ImportRefusal.self) { try await stage.run(text: "\u{89}PNG\r\n") }
      let report = try await stage.run(text: RosterText().text)
      #expect(report.figures == [0, 0, 0, 0, 0])
      #expect(report.notes == ["The file has no rows below its header."])
    }
  }

  @Test func `a file that breaks off leaves nothing behind`() async throws {
    let text = RosterText(rows: (1...2500).map { RosterText.row($0) }).text + "P9,\"Open"
    try await withImports(.sqlite) { stage in
      await #expect(throws: ImportRefusal.self) { try await stage.run(text: text) }
      let contents = try await stage.contents()
      #expect(contents == [])
      #expect(try await stage.number("SELECT count(*) FROM roster_import") == 0)
    }
  }
}
