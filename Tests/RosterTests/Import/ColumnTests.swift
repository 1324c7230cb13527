import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

/// Which column gives which fact.
@Suite struct ColumnTests {
  @Test(arguments: [
    // A record system's export, an office's own titles, HR words, capitals and underlines.
    [
      "Personnel ID", "Last Name", "First Name", "Email", "Program", "Training Level", "Status",
      "Position Start", "Position End",
    ],
    [
      "Employee ID", "Surname", "Given Name(s)", "E-mail Address", "Training Program", "PGY",
      "Trainee Status", "Start Date", "End Date",
    ],
    [
      "EMPLID", "LAST_NAME", "FIRST_NAME", "WORK_EMAIL", "PROGRAM_NAME", "PGY_LEVEL", "STATUS",
      "APPT_START_DATE", "APPT_END_DATE",
    ],
    [
      "AAMC ID *", "Legal Last Name", "Legal First Name", "Primary Email", "Residency Program",
      "Post-Graduate Year", "Current Status", "Begin Date (MM/DD/YYYY)", "Expected Completion Date",
    ],
  ])
  func `titles of different systems are understood`(titles: [String]) {
    let fields: [RosterField] = [
      .personnelNumber, .familyName, .givenName, .address, .program, .level, .standing, .startsOn,
      .endsOn,
    ]
    let expected = Dictionary(uniqueKeysWithValues: zip(fields, titles.indices))
    #expect(ColumnMapping(guessing: titles) == ColumnMapping(expected))
  }

  @Test func `of two columns of one meaning the surer one is taken`() {
    let mapping = ColumnMapping(
      guessing: ["NPI", "Employee ID", "Email", "Program Director Email", "Personal Email", "Name"])
    #expect(
      mapping.columns == [.personnelNumber: 1, .address: 2, .directorAddress: 3, .fullName: 5])
    #expect(ColumnMapping(guessing: ["Year in Program", "Type", "Notes", ""]).columns == [:])
  }

  @Test func `every field has a title by which it is known`() {
    for field in RosterField.allCases {
      #expect(ColumnMapping(guessing: [field.label(in: .ours)]).columns == [field: 0])
    }
  }

  @Test func `a mapping is JSON that can be read again`() {
    let mapping = ColumnMapping([.personnelNumber: 3, .address: 0])
    #expect(mapping.json == #"{"address":0,"personnelNumber":3}"#)
    #expect(ColumnMapping(json: mapping.json) == mapping)
    for wrong in ["", "[]", #"{"address":-1}"#, #"{"shoe":1}"#, #"{"address":1,"site":1}"#] {
      #expect(ColumnMapping(json: wrong) == nil, "\(wrong)")
    }
  }

  @Test func `the header is found below titles, with an example for each column`() async throws {
    let text = """
      University Health System - Office of GME
      Printed 11/02/2026

      Personnel ID,Last Name,,Shoe size,Program,PGY,Start,End
      ,,,,,,,
      P1,Okafor,x,,Internal Medicine,2,7/1/2025,6/30/2028
      """
    try await withImports(.sqlite) { stage in
      let layout = try await withRoster(text) { path in
        try await RosterImport.layout(of: RosterFile(path: path), on: stage.occasion)
      }
      #expect(layout.headerLine == 4)
      #expect(layout.origin == .guessed)
      #expect(layout.missing(in: Words.ours) == [])
      #expect(layout.unused == ["Shoe size"])
      #expect(layout.columns.map(\.number) == [0, 1, 2, 3, 4, 5, 6, 7])
      #expect(
        layout.columns.map(\.example)
          == ["P1", "Okafor", "x", "", "Internal Medicine", "2", "7/1/2025", "6/30/2028"])
      #expect(layout.columns[4].field == .program && layout.columns[3].field == nil)
    }
  }

  @Test func `missing columns are said by name`() async throws {
    try await withImports(.sqlite) { stage in
      await #expect(
        throws: ImportRefusal.missingColumns([
          "Personnel number", "{Program}", "Training level (PGY)", "End",
        ])
      ) {
        try await stage.run(text: "Last Name,Start,Status\nOkafor,7/1/2025,Active\n")
      }
      #expect(
        ImportRefusal.missingColumns(["End"]).sentence
          == "The file has no column for: End. Choose the columns, or add them.")
    }
  }

  @Test func `the extra rows of a survey's export are left out`() async throws {
    let text = """
      Q1,Q2,Q3,Q4,Q5,Q6,Department
      Employee ID,Last Name,Program,PGY,Start,End,Department
      "{""ImportId"":""QID1""}","{""ImportId"":""QID2""}",x,x,x,x,x
      P1,Okafor,Internal Medicine,2,7/1/2025,6/30/2028,Medicine
      """
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: text)
      #expect(report.figures == [1, 0, 0, 0, 0])
    }
  }

  @Test func `a header that comes again within a list is skipped`() async throws {
    let one = RosterText(rows: [RosterText.row(1)]).text
    let two = RosterText(rows: [RosterText.row(2)]).text
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: one + two)
      #expect(report.figures == [2, 0, 0, 0, 0])
      #expect(report.notes.last == "Lines that repeat the header were skipped: 1.")
    }
  }

  @Test(arguments: Engine.available)
  func `columns that a person chose are known next month`(engine: Engine) async throws {
    let text = """
      Nr,Nom,Prénom,Filière,Service,Année,Début,Fin
      P1,Okafor,Amara,Internal Medicine,Medicine,2,7/1/2025,6/30/2028
      """
    let chosen = ColumnMapping([
      .personnelNumber: 0, .familyName: 1, .givenName: 2, .program: 3, .department: 4, .level: 5,
      .startsOn: 6, .endsOn: 7,
    ])
    try await withImports(engine) { stage in
      await #expect(throws: ImportRefusal.self) { try await stage.run(text: text) }
      #expect(try await stage.run(text: text, mapping: chosen).figures == [1, 0, 0, 0, 0])
      let later =
        "Bilan du mois\n" + text.uppercased() + "\nP2,Li,Wei,Internal Medicine,Medicine,1,"
        + "7/1/2026,6/30/2029"
      let check = try await stage.check(text: later)
      #expect(check.layout.origin == .saved)
      #expect(check.layout.mapping == chosen)
      #expect(check.report.new == 1)
    }
  }

  @Test func `columns that the file does not have cannot be chosen`() async throws {
    try await withImports(.sqlite) { stage in
      var mapping = ColumnMapping(guessing: RosterText.titles)
      mapping.columns[.level] = 99
      await #expect(throws: ImportRefusal.foreignMapping) {
        try await stage.run(text: RosterText.people([:]), mapping: mapping)
      }
    }
  }
}
