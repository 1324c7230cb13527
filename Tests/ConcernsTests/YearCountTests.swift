import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// The figures of a year, as everybody reads them.
@Suite struct YearCountTests {
  @Test(arguments: Engine.available)
  func `a year is counted once, when it is over, and small counts are not kept`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let small = try await desk.category("Parking")
      let other = try await desk.category("Teaching")
      try await desk.add(desk.category, 30, answeredAfter: 4, unanswered: 13)
      try await desk.add(other, 25, answeredAfter: 7, unanswered: 12)
      try await desk.add(small, 2, answeredAfter: 1, unanswered: 1)
      try await desk.morning(after: "2026-08-20")
      #expect(try await desk.figures().map(\.year) == [2024])
      try await desk.morning(after: "2026-11-02")
      let figures = try await desk.figures()
      #expect(figures.map(\.year) == [2025, 2024])
      let lines = figures[0].lines
      #expect(lines.map(\.name) == ["Workload", "Parking", "Teaching", "All"])
      #expect(lines[1].raised == nil)
      #expect(lines[1].answered == nil)
      #expect(lines[1].medianDays == nil)
      let shown = lines.compactMap(\.raised)
      #expect(shown.allSatisfy { [43, 37, 83].contains($0) })
      // Of a total and all of its parts but one, nobody subtracts the small one.
      #expect(!(lines[0].raised != nil && lines[2].raised != nil && lines[3].raised != nil))
      // Three small answers more, and what was published stays.
      try await desk.add(small, 40, answeredAfter: 1, unanswered: 0)
      try await desk.morning(after: "2026-11-03")
      #expect(try await desk.figures() == figures)
    }
  }

  @Test(arguments: Engine.available)
  func `the median counts business days until the first answer`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      try await desk.add(desk.category, 12, answeredAfter: 7, unanswered: 0)
      try await desk.morning(after: "2026-11-02")
      let line = try await desk.figures()[0].lines[0]
      #expect((line.raised, line.answered) == (12, 12))
      // A week from Monday to Monday.
      #expect(line.medianDays == 5)
    }
  }
}

extension Desk {
  fileprivate func category(_ name: String) async throws -> ID<ConcernCategory> {
    let world = world
    return try await stage.act(as: cast.office) { office, writer in
      try ConcernCategory.add(
        .init(name: name, hint: "", promise: .init(acknowledge: 1, answer: 2, close: 3)),
        by: office, in: world, writer: writer)
    }
  }

  /// Concerns of Monday, March 2, 2026, as rows.
  fileprivate func add(
    _ category: ID<ConcernCategory>, _ answered: Int, answeredAfter days: Int, unanswered: Int
  ) async throws {
    let (group, world) = (council, world)
    let monday = day("2026-03-02")
    try await store.write { writer in
      for number in 0..<(answered + unanswered) {
        let id = world.detachedID(ID<Concern>.self)
        try writer.execute(
          """
          INSERT INTO concern (id, group_id, category_id, manner, is_urgent, raised_on, state,
            public_key, code_digest, writer_seal, acknowledge_by, answer_by, close_by,
            acknowledged_on, answered_on, resolved_on, is_settled)
          VALUES (\(id), \(group), \(category), 'anonymous', FALSE, \(monday), 'resolved',
            \([UInt8](repeating: 1, count: 32)), \(id), \([UInt8](repeating: 2, count: 48)),
            \(monday), \(monday), \(monday), \(monday),
            \(number < answered ? monday.adding(days: days) : nil), \(monday), TRUE)
          """)
      }
    }
  }

  fileprivate func figures() async throws -> [RegisterFigures] {
    try await stage.see(as: cast.trainee) {
      try RegisterFigures.all(viewer: $0, reader: $1)
    }
  }
}
