import Blueprint
import CustomDump
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
      expectNoDifference(problems, Self.expected)
      #expect(try await bench.rows() == before)
    }
  }

  private static let expected = [
    "test.yaml, line 3, column 14, institution › time zone: “America/New_Yerk” is no time zone. "
      + "Write one such as America/Chicago. Did you mean “America/New_York”?",
  ]

  @Test(arguments: [
    ("institution:\n\tname: X", "test.yaml, line 2, column 1: A tab stands before the text. YAML is indented with spaces."),
    ("a: [1, 2", ""),
    ("", "test.yaml: This file has no keys. Begin with “institution:” and its name below."),
    ("# Only a comment\n", "test.yaml: This file has no keys. Begin with “institution:” and its name below."),
    ("- a\n- b", ""),
    ("sites: &all [A]\nsponsors: *all", ""),
    ("sites: [A]\nsites: [B]", ""),
    ("? [a, b]\n: c", ""),
    ("sites: [A]\n---\nsites: [B]", ""),
  ])
  func `a file that is no blueprint at all is told so`(text: String, sentence: String) throws {
    do {
      _ = try Blueprint(text, file: "test.yaml")
      Issue.record("It was read.")
    } catch {
      #expect(error.lines == [sentence])
    }
  }

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
      expectNoDifference(
        problems,
        [
          "test.yaml, line 2, column 27, institution › thresholds › everyone: The threshold is 20 "
            + "by now, and can only be raised. Write 20 or more.",
          "test.yaml, line 2, column 39, institution › thresholds › office: The threshold is 10 "
            + "by now, and can only be raised. Write 10 or more.",
          "test.yaml, line 4, column 11, programs › Allergy › name: This {program} is closed "
            + "since 2026-06-30. Open it again in the pages, or leave it out.",
          "test.yaml, line 8, column 29, programs › Heart Medicine › accreditation number: "
            + "Cardiology has this number already. Numbers are unique; correct one of them.",
          "test.yaml, line 9, column 11, programs › Pulmonology › name: Say who answers for it, "
            + "with the key “sponsor”.",
          "test.yaml, line 10, column 19, programs › Pulmonology › department: There is no "
            + "{department} named “Medecine”, here or in the database. Did you mean “Medicine”? "
            + "Add it to the file, or correct the name.",
        ])
    }
  }
}
