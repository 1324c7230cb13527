import Blueprint
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct ChangeTests {
  private static let first = """
    institution:
      name: Meridian
      words:
        trainee: {one: resident}
    sponsors: [Meridian Hospital, Harbor Health]
    sites: [Main Campus, North Clinic]
    departments: [Medicine, Surgery]
    programs:
      - name: Cardiology
        department: Medicine
        sponsor: Meridian Hospital
        accreditation number: "0141"
        sites: [Main Campus]
      - name: Urology
        department: Surgery
        sponsor: Meridian Hospital
        accreditation number: "0480"
    """

  @Test(arguments: Engine.available)
  func `a new institution is planned, thing by thing`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let plan = try await Bench(store).plan(Self.first)
      expectSame(
        plan.lines(in: .ours).joined(separator: "\n"),
        """
        Institution
          name: Our institution → Meridian
          words, trainee, one: resident

        Sponsors: 2 new
          + Meridian Hospital
          + Harbor Health

        Sites: 2 new
          + Main Campus
          + North Clinic

        Departments: 2 new
          + Medicine
          + Surgery

        Programs: 2 new
          + Cardiology
              department: Medicine
              sponsor: Meridian Hospital
              accreditation number: 0141
              sites: Main Campus
          + Urology
              department: Surgery
              sponsor: Meridian Hospital
              accreditation number: 0480
        """)
    }
  }

  @Test func `a database that is not made yet has the plan of an empty one`() async throws {
    try await withStore(.sqlite) { store in
      let unmade = try Blueprint(Self.first, file: "test.yaml").plan(
        in: nil, today: TestWorld.today)
      let empty = try await Bench(store).plan(Self.first)
      expectSame(empty, unmade)
    }
  }

  @Test(arguments: Engine.available)
  func `a changed file changes exactly what it changed`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      try await bench.apply(Self.first)
      let acts = try await bench.acts().count
      let changed = """
        institution: {name: Meridian, academic year begins: June 24}
        departments: [medicine, Surgery, Urology]
        programs:
          - name: Cardiology
            department: Surgery
            sponsor: Harbor Health
            sites: [North Clinic]
          - {name: Urology, department: Urology, accreditation number: "0481"}
        """
      let plan = try await bench.apply(changed)
      expectSame(
        plan.lines(in: Words(Settings())).joined(separator: "\n"),
        """
        Institution
          academic year begins: July 1 → June 24

        Departments: 1 new, 1 changed
          ~ medicine
              name: Medicine → medicine
          + Urology

        Programs: 2 changed
          ~ Cardiology
              department: Medicine → Surgery
              sponsor: Meridian Hospital → Harbor Health
              sites, in addition: North Clinic
          ~ Urology
              department: Surgery → Urology
              accreditation number: 0480 → 0481

        Not in the file, and left as it is: 2 sponsors, 2 sites, 1 contributing site.
        """)
      let done = try await bench.acts(after: acts)
      expectSame(
        done,
        [
          "settings.changed by nobody: year_start",
          "department.renamed by nobody: Medicine to medicine",
          "department.added by nobody: Urology",
          "program.edited by nobody: department",
          "program.sponsor_changed by nobody: Meridian Hospital to Harbor Health",
          "program.site_added by nobody: North Clinic, from 2026-11-02",
          "program.edited by nobody: accreditation_number, department",
        ])
      #expect(try await bench.plan(changed).changesNothing)
    }
  }

  @Test(arguments: Engine.available)
  func `two programs exchange their accreditation numbers`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      try await bench.apply(Self.first)
      let exchanged = Self.first.replacing("0141", with: "0000")
        .replacing("0480", with: "0141").replacing("0000", with: "0480")
      let plan = try await bench.apply(exchanged)
      #expect(
        plan.lines(in: .ours) == [
          "Programs: 2 changed", "  ~ Cardiology", "      accreditation number: 0141 → 0480",
          "  ~ Urology", "      accreditation number: 0480 → 0141",
        ])
      #expect(try await bench.plan(exchanged).changesNothing)
    }
  }

  @Test(arguments: Engine.available)
  func `names in any script are themselves, and found without case and accents`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      let text = """
        institution: {name: مستشفى الجامعة}
        sponsors: [مستشفى الجامعة]
        departments: [قسم الأطفال, Médecine]
        programs:
          - {name: طب الأطفال, department: قسم الأطفال, sponsor: مستشفى الجامعة}
          - {name: Médecine interne, department: MEDECINE, sponsor: مستشفى الجامعة}
        """
      try await bench.apply(text)
      #expect(try await bench.plan(text).changesNothing)
      let exported = try await bench.export()
      expectSame(
        exported.split(separator: "\n").suffix(12).joined(separator: "\n"),
        """
        sponsors:
          - مستشفى الجامعة
        departments:
          - Médecine
          - قسم الأطفال
        programs:
          - name: Médecine interne
            department: Médecine
            sponsor: مستشفى الجامعة
          - name: طب الأطفال
            department: قسم الأطفال
            sponsor: مستشفى الجامعة
        """)
    }
  }

  @Test(arguments: Engine.available)
  func `programs of one name in two departments are told apart`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      let text = """
        sponsors: [Meridian Hospital]
        departments: [Anesthesiology, Neurology]
        programs:
          - {name: Pain Medicine, department: Anesthesiology, sponsor: Meridian Hospital}
          - {name: Pain Medicine, department: Neurology, sponsor: Meridian Hospital}
        """
      try await bench.apply(text)
      #expect(try await bench.plan(text).changesNothing)
      let numbered = text.replacing(
        "Neurology, sponsor", with: "Neurology, accreditation number: \"5\", sponsor")
      #expect(
        try await bench.apply(numbered).lines(in: .ours) == [
          "Programs: 1 changed", "  ~ Pain Medicine", "      accreditation number: 5",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `what the office set by hand stays where the file does not speak of it`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      try await bench.apply(Self.first)
      try await bench.change { writer in
        try writer.execute(
          "UPDATE program SET director_address = 'a@b.example' WHERE name = 'Urology'")
      }
      try await bench.apply(Self.first.replacing("0480", with: "0999"))
      let address = try await store.read {
        try $0.first("SELECT director_address FROM program WHERE name = 'Urology'")?
          .text("director_address")
      }
      #expect(address == "a@b.example")
    }
  }
}
