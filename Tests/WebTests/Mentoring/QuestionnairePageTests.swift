import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// Loading questionnaires, answering them and reading what changed, on the pages.
@Suite struct QuestionnairePageTests {
  private static let load = "/mentoring/instruments/load"

  @Test(arguments: Engine.available)
  func `a bad text is refused with what is wrong, kept, and nothing is loaded`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let office = site.stage.cast.office
      let bad = try Self.ours().replacing("\"key\" : \"direction\"", with: "\"key\" : \"compass\"")
      for step in ["", "load"] {
        let answer = try await site.post(
          Self.load, as: office, ["sheet": bad, "step": step])
        #expect(answer.status == 422)
        #expect(answer.text.contains("There is no subscale with the key"))
        #expect(answer.text.contains("Please check"))
        #expect(answer.text.contains("compass"))
      }
      #expect(try await Self.names(site) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `a good text is looked at first and loaded then`(_ engine: Engine) async throws {
    try await withSite(engine) { site in
      let office = site.stage.cast.office
      let text = try Self.ours()
      let seen = try await site.post(Self.load, as: office, ["sheet": text])
      #expect(seen.status == 200)
      #expect(seen.text.contains("“Footing” would be version 1"))
      #expect(seen.text.contains("turned"))
      #expect(try await Self.names(site) == [])
      let loaded = try await site.post(Self.load, as: office, ["sheet": text, "step": "load"])
      #expect(loaded.status == 303)
      #expect(try await Self.names(site) == ["Footing, version 1"])
      let again = try await site.post(Self.load, as: office, ["sheet": text, "step": "load"])
      #expect(again.status == 422)
      #expect(again.text.contains("Version 1 says the same already."))
    }
  }

  @Test(arguments: Engine.available)
  func `what is withheld is withheld on the page and in the file, in the same words`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      try await mentoring.restore(on: site.stage)
      let cycle = mentoring.cycle
      try await site.stage.store.write { writer in
        try writer.execute(
          """
          INSERT INTO mentoring_figure (cycle_id, number, who, subscale, people, mean_before,
            mean_after, mean_change, deviation)
          VALUES (\(cycle), 1, 'mentees', 'Support', 12, 31, 28, -3, 11)
          """)
      }
      let office = site.stage.cast.office
      let page = try await site.get("/mentoring/cycles/\(cycle.text)/figures", as: office)
      #expect(page.text.contains("withheld"))
      #expect(page.text.contains("-0.3"))
      let file = try await site.get("/mentoring/cycles/\(cycle.text)/figures-file", as: office)
      #expect(file.text.contains(",Both together,withheld,withheld,withheld,withheld,withheld"))
      #expect(file.text.contains("Support,Mentees,12,3.1,2.8,-0.3,1.1"))
    }
  }

  @Test(arguments: Engine.available)
  func `a form that misses a number comes back with all that was chosen`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      try await mentoring.restore(on: site.stage)
      let path = "/mentoring/cycles/\(mentoring.cycle.text)/questions"
      let answer = try await site.post(path, as: site.stage.cast.faculty, ["item-1": "4"])
      #expect(answer.status == 422)
      #expect(answer.text.contains("Choose a number for sentence 2."))
      #expect(!answer.text.contains("Choose a number for sentence 1."))
      #expect(answer.text.contains("value=\"4\" checked"))
      // What the trainee answered stands in no page of the faculty member.
      #expect(!answer.text.contains("Delete my answers"))
    }
  }

  private static func ours() throws -> String {
    try #require(InstrumentSheet.shipped).file()
  }

  private static func names(_ site: TestSite) async throws -> [String] {
    try await site.stage.see(as: site.stage.cast.office) { office, reader in
      try Instrument.all(viewer: office, reader: reader).map(\.title)
    }
  }
}
