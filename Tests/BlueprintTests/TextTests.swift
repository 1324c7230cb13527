import Blueprint
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Names of every sort survive the way into a file and back.
@Suite struct TextTests {
  private static let names = [
    "yes", "No", "null", "~", "12", "0141", "1.5", "2026-07-01", "- dash", "# number",
    "a: b", "a:b", "a #b", "\"quoted\"", "'single'", "back\\slash", "[list]", "{map}", "a, b",
    "*star", "&and", "!bang", "|pipe", ">fold", "%percent", "@at", "`tick`", "?", "a - b",
    "Women’s & Children's Hospital (North), 2nd floor", "קופת חולים", "مستشفى الجامعة",
    "東京大学", "می‌خواهم", "José", "Ünïcödé – dash — dash", "ends with colon:", "😀 clinic",
    String(repeating: "long name ", count: 19) + "end",
  ]

  @Test(arguments: Engine.available)
  func `any name is exported so that it is read again as it was`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let bench = Bench(store)
      let quoted = Self.names.map { name in
        "  - \"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"\n"
      }
      try await bench.apply("departments:\n" + quoted.joined())
      let exported = try await bench.export()
      let plan = try await bench.plan(exported)
      expectSame(plan, BlueprintPlan(changes: [], leftAlone: []))
      let kept = try await store.read { reader in
        Set(try reader.rows("SELECT name FROM department").map { try $0.text("name") })
      }
      expectSame(kept.sorted(), Self.names.sorted())
    }
  }
}
