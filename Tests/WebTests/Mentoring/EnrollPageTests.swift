import Foundation
import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The form with which someone enrolls, and with what it begins.
@Suite struct EnrollPageTests {
  private typealias Field = EnrollmentDraft.Field

  @Test(arguments: Engine.available)
  func `whoever enrolls again types nothing twice, and promises anew`(
    _ engine: Engine
  ) async throws {
    try await withCycles(engine, first: .pairs) { site, enrolling in
      let form = try await site.get(enrolling.page, as: site.stage.cast.trainee).text
      #expect(form.contains("Filled in from what you enrolled with"))
      #expect(form.contains("To finish one thing."))
      #expect(Self.isChecked(Field.part, "mentee", in: form))
      #expect(Self.isChecked(Field.term + enrolling.term.text, Field.yes, in: form))
      #expect(Self.isChecked(EnrollmentDraft.field(day: 2, block: 6), Field.yes, in: form))
      #expect(!Self.isChecked(Field.commitment, "1", in: form))
      #expect(!form.contains("First in my family"))
    }
  }

  @Test(arguments: Engine.available)
  func `whoever was a peer chooses a part`(_ engine: Engine) async throws {
    try await withCycles(engine, first: .peers) { site, enrolling in
      let form = try await site.get(enrolling.page, as: site.stage.cast.trainee).text
      #expect(form.contains("To finish one thing."))
      for part in Enrollment.Part.allCases {
        #expect(!Self.isChecked(Field.part, part.rawValue, in: form))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `what was written for other readers is not handed on`(_ engine: Engine) async throws {
    try await withCycles(engine, first: .pairs, mode: .requests) { site, enrolling in
      let form = try await site.get(enrolling.page, as: site.stage.cast.trainee).text
      #expect(form.contains("Filled in from what you enrolled with"))
      #expect(Self.isChecked(Field.term + enrolling.term.text, Field.yes, in: form))
      #expect(!form.contains("To finish one thing."))
    }
  }

  @Test(arguments: Engine.available)
  func `nobody's form begins with what another wrote`(_ engine: Engine) async throws {
    try await withCycles(engine, first: .pairs) { site, enrolling in
      for person in [site.stage.cast.other, site.stage.cast.faculty, site.stage.cast.office] {
        let form = try await site.get(enrolling.page, as: person)
        #expect(form.status == 200)
        #expect(!form.text.contains("Filled in from"))
        #expect(!form.text.contains("To finish one thing."))
        #expect(!form.text.contains(" checked"))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is asked for a change while the cycle is matched finds where to make it`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let matrix = try await MatrixMentoring.begin(on: site.stage)
      let (page, other) = ("/mentoring/cycles/\(matrix.cycle.text)", site.stage.cast.other)
      let before = try await site.get("/", as: other).text
      #expect(!before.contains("needs a change"))
      try await site.stage.store.write { writer in
        try writer.execute(
          """
          UPDATE mentoring_enrollment SET state = 'returned', reason = 'Choose a topic.'
          WHERE id = \(matrix.waiting)
          """)
      }
      let home = try await site.get("/", as: other).text
      #expect(home.contains("needs a change"))
      let cycle = try await site.get(page, as: other).text
      #expect(cycle.contains("Change it and send it again"))
      let form = try await site.get("\(page)/enroll", as: other)
      #expect(form.status == 200)
      let last = TestWorld.today.adding(days: 300)
      #expect(form.text.contains("You can send it again until \(last.words)."))
    }
  }

  @Test(arguments: Engine.available)
  func `whoever comes late reads the day that holds for them`(_ engine: Engine) async throws {
    try await withSite(engine) { site in
      let matrix = try await MatrixMentoring.begin(on: site.stage)
      try await site.stage.store.write { writer in
        try writer.execute(
          "UPDATE mentoring_cycle SET state = 'active' WHERE id = \(matrix.cycle)")
      }
      let form = try await site.get(
        "/mentoring/cycles/\(matrix.cycle.text)/enroll", as: site.stage.cast.surgeon
      ).text
      let last = TestWorld.today.adding(days: 300)
      #expect(form.contains("Enrollment is open until \(last.words)."))
    }
  }

  private static func isChecked(_ name: String, _ value: String, in form: String) -> Bool {
    form.contains("name=\"\(name)\" value=\"\(value)\" checked")
  }

  /// The page of the form, and the topic that the trainee chose before.
  private struct Enrolling: Sendable {
    let page: String
    let term: ID<MentoringTerm>
  }

  /// Lends a site on which the trainee enrolled in a first cycle, and another is open. Both ask for
  /// shared experience.
  private func withCycles(
    _ engine: Engine, first shape: MentoringCycle.Shape, mode: MentoringCycle.Mode = .office,
    _ body: @escaping @Sendable (TestSite, Enrolling) async throws -> Void
  ) async throws {
    try await withSite(engine) { site in
      let (world, cast) = (site.stage.world, site.stage.cast)
      let (first, next, term) = try await site.stage.act(as: cast.office) { office, writer in
        let program = try MentoringProgram.found(
          MentoringProgramDraft(name: "Neighbors", purpose: "To talk.", commitments: "Meet."),
          by: office, in: world, writer: writer)
        var plan = MentoringCycle.Plan(
          enrollFrom: TestWorld.today, enrollUntil: TestWorld.today.adding(days: 20),
          beginsOn: TestWorld.today.adding(days: 30), endsOn: TestWorld.today.adding(days: 300))
        plan.experienceReference = "Memo 12"
        func begin(_ title: String) throws -> ID<MentoringCycle> {
          try MentoringCycle.begin(
            CycleDraft(title: title, plan: plan), of: program, by: office, in: world,
            writer: writer)
        }
        let next = try begin("Summer")
        (plan.shape, plan.mode) = (shape, mode)
        return (
          try begin("Winter"), next,
          try MentoringTerm.add("Research", to: .topic, by: office, in: world, writer: writer)
        )
      }
      var draft = EnrollmentDraft(
        part: .mentee, goals: "To finish one thing.", terms: [term],
        hours: WeekHours([(day: 2, block: 6)]), commitment: 1)
      draft.experience = "First in my family to study."
      let enrolled = draft
      try await site.stage.act(as: cast.trainee) { viewer, writer in
        try Enrollment.submit(enrolled, in: first, by: viewer, at: world, writer: writer)
      }
      try await body(
        site, Enrolling(page: "/mentoring/cycles/\(next.text)/enroll", term: term))
    }
  }
}
