import Blueprint
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct ProblemTests {
  @Test(arguments: Engine.available)
  func `everything that is wrong is told at once, with line and key`(engine: Engine) async throws {
    let broken = """
      institution:
        name: Meridian
        time zone: America/New_Yerk
        academic year begins: 30 February
        words:
          trainee: resident
        thresholds: {everyone: 3, office: many}
        digest hour:
        undodays: 90
      sponsor: [Meridian Hospital]
      sponsors: [Harbor Health]
      sites:
        Main Campus: yes
      departments:
        - Medicine
        - Surgery
        - MEDICINE
        - [Two, Names]
      programs:
        - name: Cardiology
          department: Medcine
          sponsor: Harbour Health
          accreditation number: "0141"
          sites: [Nowhere]
        - name: Urology
          accreditation number: "0141"
        - department: Surgery
        - name: Cardiology
          department: Medcine
          acreditation number: "0142"
        - Dermatology
      """
    try await withStore(engine) { store in
      let bench = Bench(store)
      let before = try await bench.rows()
      let problems = try await bench.problems(of: broken)
      expectSame(problems, Self.expected)
      #expect(try await bench.rows() == before)
    }
  }

  private static let expected = [
    "test.yaml, line 3, column 14, institution › time zone: “America/New_Yerk” is no time zone. "
      + "Write one such as America/Chicago. Did you mean “America/New_York”?",
    "test.yaml, line 4, column 25, institution › academic year begins: Write month and day, "
      + "such as July 1.",
    "test.yaml, line 6, column 14, institution › words › trainee: Write keys with their values "
      + "here, such as “one: …”.",
    "test.yaml, line 7, column 26, institution › thresholds › everyone: Write a whole number "
      + "from 11 to 1000.",
    "test.yaml, line 7, column 37, institution › thresholds › office: Write a whole number from "
      + "5 to 1000.",
    "test.yaml, line 8, column 3, institution › digest hour: Nothing stands here. Write a "
      + "value, or leave the key out.",
    "test.yaml, line 9, column 3, institution › undodays: There is no key “undodays” here. Did "
      + "you mean “undo days”?",
    "test.yaml, line 10, column 1, sponsor: There is no key “sponsor” here. Did you mean "
      + "“sponsors”?",
    "test.yaml, line 13, column 3, sites: Write a list here: one entry a line, each after a "
      + "dash.",
    "test.yaml, line 17, column 5, departments › MEDICINE: “Medicine” stands in line 15 "
      + "already. Keep one.",
    "test.yaml, line 18, column 5, departments › 4: Write one value here, without dashes or "
      + "keys below it.",
    "test.yaml, line 21, column 17, programs › Cardiology › department: There is no "
      + "{department} named “Medcine”, here or in the database. Did you mean “Medicine”? Add it "
      + "to the file, or correct the name.",
    "test.yaml, line 22, column 14, programs › Cardiology › sponsor: There is no sponsor named "
      + "“Harbour Health”, here or in the database. Did you mean “Harbor Health”? Add it to the "
      + "file, or correct the name.",
    "test.yaml, line 24, column 13, programs › Cardiology › sites › Nowhere: There is no {site} "
      + "named “Nowhere”, here or in the database. Add it to the file, or correct the name.",
    "test.yaml, line 25, column 11, programs › Urology › name: Say which {department} it "
      + "belongs to, with the key “department”.",
    "test.yaml, line 25, column 11, programs › Urology › name: Say who answers for it, with the "
      + "key “sponsor”.",
    "test.yaml, line 26, column 27, programs › Urology › accreditation number: The {program} in "
      + "line 23 has this number already. Correct one of them.",
    "test.yaml, line 27, column 5, programs › 3: Write the {program}'s name.",
    "test.yaml, line 28, column 5, programs › Cardiology: This {program} stands in line 20 "
      + "already. Keep one of the two.",
    "test.yaml, line 30, column 5, programs › Cardiology › acreditation number: There is no key "
      + "“acreditation number” here. Did you mean “accreditation number”?",
    "test.yaml, line 31, column 5, programs › Dermatology: Write keys with their values here, "
      + "such as “name: …”.",
  ]

  @Test(arguments: [
    ("institution:\n\tname: X", ", line 2, column 1: \(tab)"),
    (
      "a: [1, 2",
      ", line 2, column 1: This is not YAML: did not find expected ',' or ']'. \(look)"
    ),
    ("", ": \(noKeys)"),
    ("# Only a comment\n", ": \(noKeys)"),
    ("- a\n- b", ", line 1, column 1: \(noKeys)"),
    (
      "sites: &all [A]\nsponsors: *all",
      ", line 1, column 8: Blueprints do without anchors and aliases (& and *). Write the value "
        + "out."
    ),
    (
      "sites: [A]\nsites: [B]",
      ", line 1, column 1, sites: This key stands twice in the same place. Keep one of the two."
    ),
    (
      "? [a, b]\n: c",
      ", line 1, column 3: A key is one line of text. Quote it, or write it without brackets."
    ),
    (
      "sites: [A]\n---\nsites: [B]",
      ", line 2, column 1: This is not YAML: but found another document. \(look)"
    ),
  ])
  func `a file that is no blueprint at all is told so`(text: String, sentence: String) throws {
    do {
      _ = try Blueprint(text, file: "test.yaml")
      Issue.record("It was read.")
    } catch {
      expectSame(error.lines, ["test.yaml" + sentence])
    }
  }

  private static let tab = "A tab stands before the text. YAML is indented with spaces."
  private static let look = "Look at the indentation and the quotes around here."
  private static let noKeys = "This file has no keys. Begin with “institution:” and its name below."

  @Test(arguments: Engine.available)
  func `what the database knows better is told with line and key`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      try await bench.apply(
        """
        institution: {thresholds: {everyone: 20, office: 10}}
        sponsors: [Meridian Hospital]
        departments: [Medicine]
        programs:
          - name: Cardiology
            department: Medicine
            sponsor: Meridian Hospital
            accreditation number: "0141"
          - {name: Allergy, department: Medicine, sponsor: Meridian Hospital}
        """)
      try await bench.change { writer in
        try writer.execute("UPDATE program SET closed_on = '2026-06-30' WHERE name = 'Allergy'")
      }
      let problems = try await bench.problems(
        of: """
          institution:
            thresholds: {everyone: 11, office: 5}
          programs:
            - name: Allergy
            - name: Heart Medicine
              department: Medicine
              sponsor: Meridian Hospital
              accreditation number: "0141"
            - name: Pulmonology
              department: Medecine
          """)
      expectSame(
        problems,
        [
          "test.yaml, line 2, column 26, institution › thresholds › everyone: The threshold is 20 "
            + "by now, and can only be raised. Write 20 or more.",
          "test.yaml, line 2, column 38, institution › thresholds › office: The threshold is 10 "
            + "by now, and can only be raised. Write 10 or more.",
          "test.yaml, line 4, column 11, programs › Allergy › name: This {program} is closed "
            + "since 2026-06-30. Open it again in the pages, or leave it out.",
          "test.yaml, line 8, column 27, programs › Heart Medicine › accreditation number: "
            + "Cardiology has this number already. Numbers are unique; correct one of them.",
          "test.yaml, line 9, column 11, programs › Pulmonology › name: Say who answers for it, "
            + "with the key “sponsor”.",
          "test.yaml, line 10, column 17, programs › Pulmonology › department: There is no "
            + "{department} named “Medecine”, here or in the database. Did you mean “Medicine”? "
            + "Add it to the file, or correct the name.",
        ])
    }
  }
}
