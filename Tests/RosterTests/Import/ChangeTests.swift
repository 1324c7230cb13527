import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What an import changes about people who are known.
@Suite struct ChangeTests {
  @Test(arguments: Engine.available)
  func `each changed fact is shown before and after`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:]))
      let check = try await stage.check(
        text: RosterText.people([
          "Last Name": "Okafor-Rivera", "Preferred Name": "Ama", "Degrees": "MD, PhD",
          "Email": "ama@hospital.example", "Primary Site": "Veterans", "Training Level": "3",
          "Status": "LOA", "Position End": "2029-06-30",
        ]))
      #expect(check.report.figures == [0, 1, 0, 0, 0])
      let changes = check.preview.changed.flatMap(\.changes).map {
        "\($0.field): \($0.before ?? "-") > \($0.after ?? "-")"
      }
      #expect(
        changes == [
          "familyName: Okafor > Okafor-Rivera", "preferredName: - > Ama", "degrees: MD > MD, PhD",
          "address: t1@hospital.example > ama@hospital.example",
          "site: University Hospital > Veterans", "level: PGY-2 > PGY-3",
          "standing: Active > Leave of absence", "endsOn: 2028-06-30 > 2029-06-30",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `a blank cell and a missing column change nothing`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people(["Preferred Name": "Ama"]))
      let contents = try await stage.contents()
      let blank = try await stage.run(
        text: RosterText.people([
          "Preferred Name": "", "Degrees": "", "Email": "", "Primary Site": "", "Status": "",
          "Sponsor": "", "Department": "", "Program Director Email": "",
        ]))
      #expect(blank.figures == [0, 0, 0, 1, 0])
      let short = try await stage.run(
        text: """
          Personnel ID,Last Name,Program,PGY,Start,End
          P1,Okafor,Internal Medicine,2,7/1/2025,6/30/2028
          """)
      #expect(short.figures == [0, 0, 0, 1, 0])
      #expect(try await stage.contents() == contents)
    }
  }

  @Test(arguments: Engine.available)
  func `the directory shows what the file says`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(
        text: RosterText.people(
          [:], ["Position Start": "2027-07-01", "Position End": "2030-06-30"],
          ["Status": "Graduated", "Position End": "2026-06-30"], surgery))
      let entries: SQLQuery =
        """
        SELECT presence, training_level, program_name, department_name, site_name
        FROM directory_entry ORDER BY person_id
        """
      let medicine = "2 | Internal Medicine | Medicine | University Hospital"
      #expect(
        try await stage.texts(entries) == [
          "current | \(medicine)", "upcoming | \(medicine)", "former | \(medicine)",
          "current | 2 | General Surgery | Surgery | University Hospital",
        ])
      _ = try await stage.run(
        text: RosterText.people(surgery + ["Position Start": "2026-10-01"], [:], [:], [:]))
      #expect(
        try await stage.texts(entries).first
          == "current | 2 | General Surgery | Surgery | University Hospital")
      let made = try await stage.contents()
      try await stage.store.write { writer in
        let people = try writer.rows("SELECT id FROM person").map { try $0.id("id") as PersonID }
        try Directory.refresh(people, today: TestWorld.today, in: writer)
      }
      #expect(try await stage.contents() == made)
    }
  }

  @Test(arguments: Engine.available)
  func `two people who swap their addresses are both refused`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:], [:]))
      let report = try await stage.run(
        text: RosterText.people(
          ["Email": "t2@hospital.example"], ["Email": "T1@hospital.example"]))
      #expect(
        report.refusals == [
          "2 Email: same address as another person", "3 Email: same address as another person",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `an address that someone gives up in the same file may be taken`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:], [:]))
      let handed = RosterText.people(
        ["Email": "new@hospital.example"], ["Email": "t1@hospital.example"],
        ["Email": "T2@hospital.example"])
      #expect(try await stage.check(text: handed).report.figures == [1, 2, 0, 0, 0])
      #expect(try await stage.run(text: handed).figures == [1, 2, 0, 0, 0])
    }
  }

  @Test(arguments: Engine.available, [0, 1200])
  func `a file is judged the same whether few people are known or many`(
    engine: Engine, others: Int
  ) async throws {
    try await withImports(engine) { stage in
      let known = (1...6).map { RosterText.row($0) }
      let many = (0..<others).map { RosterText.row(10_000 + $0, surgery) }
      _ = try await stage.run(text: RosterText(rows: known + many).text)
      let awkward = [
        RosterText.row(1, ["Email": "T2@hospital.example"]), RosterText.row(2),
        RosterText.row(3, ["Email": "new@hospital.example"]),
        RosterText.row(7, ["Email": "t3@hospital.example"]),
        RosterText.row(8, ["Email": "t6@hospital.example"]), RosterText.row(6, surgery),
        RosterText.row(4, ["Training Level": "PGY-3"]), RosterText.row(4),
      ]
      let report = try await stage.run(text: RosterText(rows: awkward + many).text)
      #expect(
        report.refusals == [
          "2 Email: same address as another person", "3 Email: same address as another person",
          "6 Email: same address as another person", "7 Email: same address as another person",
          "9 Personnel ID: same as another row",
        ])
      #expect(report.figures == [1, 2, 0, others, 5])
      #expect(report.missing == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a program has one sponsor of record, in the file and before it`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      let file = try await stage.run(
        text: RosterText.people([:], ["Sponsor": "Another"], ["Sponsor": "HEALTH  system"]))
      #expect(file.refusals == ["3 Sponsor: a second sponsor of record for this program"])
      let later = try await stage.run(text: RosterText.people(["Sponsor": "Another"]))
      #expect(later.refusals == ["2 Sponsor: a second sponsor of record for this program"])
      #expect(try await stage.texts("SELECT name FROM sponsor") == ["Health System"])
    }
  }

  @Test func `a program without a sponsor is the institution's own`() async throws {
    try await withImports(.sqlite) { stage in
      try await stage.store.write { writer in
        try Settings(institutionName: "General Hospital").save(
          by: nil, at: TestWorld.now, to: writer)
      }
      _ = try await stage.run(text: RosterText.people(["Sponsor": ""]))
      #expect(try await stage.texts("SELECT name FROM sponsor") == ["General Hospital"])
    }
  }

  @Test(arguments: Engine.available)
  func `what differs about a program is noted, and its people are taken`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people(["ACGME Program ID": ""]))
      let report = try await stage.run(
        text: RosterText.people(
          ["Department": "Geriatrics"], ["Department": "Geriatrics", "Program": "Int. Medicine"],
          ["Program Director Email": "other@hospital.example"],
          ["Program Director Email": "nobody"]))
      #expect(report.figures == [3, 0, 0, 1, 0])
      #expect(
        report.notes == [
          "Internal Medicine: its ACGME program number is 1401500004.",
          "Internal Medicine: the file also puts it in “Geriatrics”; it stays in “Medicine”.",
          "Internal Medicine: the file calls it “Int. Medicine”; the name here stays.",
          "Internal Medicine: the file also gives the director other@hospital.example; "
            + "pd@hospital.example stays.",
          "Internal Medicine: “nobody” is no address of a director and was left out.",
        ])
      #expect(
        try await stage.texts(
          "SELECT name, accreditation_number, director_address FROM program")
          == ["Internal Medicine | 1401500004 | pd@hospital.example"])
      let director = try await stage.run(
        text: RosterText.people(["Program Director Email": "new@hospital.example"]))
      #expect(
        director.notes == [
          "Internal Medicine: its director's address is new@hospital.example instead of "
            + "pd@hospital.example."
        ])
      #expect(try await stage.number("SELECT count(*) FROM role_grant") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `who is here and not in the file is counted and named, and stays`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(
        text: RosterText.people(
          [:], [:], ["Last Name": "Li", "First Name": "Wei"], ["Status": "Graduated"],
          ["Position Start": "2027-07-01"]))
      let contents = try await stage.contents()
      let check = try await stage.check(text: RosterText.people([:], ["Position End": "?"]))
      #expect(check.report.missing == 1)
      #expect(check.preview.missing == ["Wei Li (P3)"])
      #expect(try await stage.contents() == contents)
    }
  }

  @Test(arguments: Engine.available)
  func `only who may grant a role may change the address that signs in for it`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      try await stage.act(as: stage.cast.administrator) { viewer, writer in
        for (person, number) in [(stage.cast.administrator, "Z1"), (stage.cast.trainee, "Z2")] {
          try writer.execute(
            "UPDATE person SET personnel_number = \(number) WHERE id = \(person)")
        }
      }
      let text = RosterText.people(
        ["Personnel ID": "Z1", "Email": "evil@hospital.example", "Sponsor": ""],
        ["Personnel ID": "Z2", "Sponsor": ""])
      let office = try await stage.check(text, as: stage.cast.office)
      #expect(
        office.refusals == [
          "2 Email: a new address for someone with a role that you cannot grant"
        ])
      #expect(try await stage.check(text, as: stage.cast.administrator).refusals == [])
    }
  }

  @Test(arguments: Engine.available)
  func `the office and administrators import, nobody else does`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      var allowed: [String] = []
      for viewer in stage.cast.viewers {
        do {
          _ = try await stage.check(RosterText.people([:]), as: viewer.person)
          allowed.append(viewer.role)
        } catch RosterRefusal.notAllowed {}
      }
      #expect(allowed == ["administrator", "office"])
    }
  }
}

extension Stage {
  /// What a look through a text finds for someone.
  fileprivate func check(_ text: String, as person: PersonID?) async throws -> RosterReport {
    let viewer = try await see(as: person) { viewer, _ in viewer }
    return try await withRoster(text) { path in
      try await RosterImport.check(
        RosterFile(path: path),
        on: RosterOccasion(store: store, world: world, viewer: viewer)
      ).report
    }
  }
}
