import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// Looking at what other weights would make of a matching.
@Suite struct EffectPageTests {
  private static func typed(_ hours: String) -> [String: String] {
    var fields = Dictionary(uniqueKeysWithValues: Criterion.allCases.map { ($0.rawValue, "0") })
    fields[Criterion.hours.rawValue] = hours
    return fields
  }

  private static func kept(_ mentoring: MatrixMentoring, _ site: TestSite) async throws -> Int {
    try await site.stage.store.read {
      try $0.number("SELECT count(*) FROM mentoring_weight WHERE cycle_id = \(mentoring.cycle)")
    }
  }

  @Test(arguments: Engine.available)
  func `the effect is shown with what was typed, and nothing is kept`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      try await mentoring.restore(on: site.stage)
      let before = try await Self.kept(mentoring, site)
      let page = try await site.post(
        "/mentoring/cycles/\(mentoring.cycle.text)/effect", as: site.stage.cast.office,
        Self.typed("9"))
      #expect(page.status == 200)
      #expect(page.text.contains("Nothing is kept yet, and nobody is told."))
      #expect(page.text.contains("data-label=\"Your weight\">9<"))
      #expect(page.text.contains(#/<input id="hours"[^>]* value="9"/#))
      #expect(page.text.contains("Keep the weights"))
      #expect(try await Self.kept(mentoring, site) == before)
    }
  }

  @Test(arguments: Engine.available)
  func `a wrong weight is said beside its field, and stays as typed`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let mentoring = try await MatrixMentoring.begin(on: site.stage)
      try await mentoring.restore(on: site.stage)
      for (hours, sentence) in [
        ("eleven", "Write a number from 0 to 10."), ("11", "Write a number from 0 to 10."),
        ("0", "Something has to count."),
      ] {
        let page = try await site.post(
          "/mentoring/cycles/\(mentoring.cycle.text)/effect", as: site.stage.cast.office,
          Self.typed(hours))
        #expect(page.status == 422)
        #expect(page.text.contains(sentence))
        #expect(page.text.contains("value=\"\(hours)\""))
      }
    }
  }
}
