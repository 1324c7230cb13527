import Blueprint
import Kernel
import RosterTestSupport
import Testing

/// Files that were damaged on the way.
@Suite struct DamageTests {
  @Test func `however a file is damaged, it is planned or its problems are told`() throws {
    let whole = Array(try Shipped.text("duke").unicodeScalars)
    let marks = Array("\n  -:#[]{},\"'|>&*!%@?~\t\0\u{202E}é".unicodeScalars)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var told = 0
    for _ in 0..<400 {
      var text = whole
      for _ in 0...draw(3) {
        let place = draw(text.count)
        switch draw(3) {
        case 0: text[place] = marks[draw(marks.count)]
        case 1: text.remove(at: place)
        default: text.insert(marks[draw(marks.count)], at: place)
        }
      }
      var damaged = String.UnicodeScalarView()
      damaged.append(contentsOf: text)
      do {
        let blueprint = try Blueprint(String(damaged), file: "test.yaml")
        _ = try blueprint.plan(in: nil, today: TestWorld.today)
      } catch let problems as BlueprintProblems {
        #expect(!problems.all.isEmpty)
        told += 1
      }
    }
    #expect((100...399).contains(told), "\(told)")
  }

  @Test func `a file of ten thousand brackets is refused`() {
    let text = String(repeating: "[", count: 10_000)
    #expect(throws: BlueprintProblems.self) { try Blueprint(text, file: "test.yaml") }
    let keys = (0..<3000).map { String(repeating: " ", count: $0) + "a:" }
    #expect(throws: BlueprintProblems.self) {
      try Blueprint(keys.joined(separator: "\n"), file: "test.yaml")
    }
  }
}
