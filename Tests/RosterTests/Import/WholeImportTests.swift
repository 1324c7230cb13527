import Foundation
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Synchronization
import Testing

/// Imports as a whole: large ones, broken ones, several at once.
@Suite struct WholeImportTests {
  private static let rubbish: [[String]] = {
    var chance = SeededChance(seed: 1)
    let letters = Array("abcXYZ 0129,;|'\"\t-=/@#é李\u{202E}\u{1}\u{7F}")
    return (1...10_000).map { _ in
      RosterText.titles.map { _ in
        String((0..<chance.below(12)).map { _ in letters[chance.below(letters.count)] })
      }
    }
  }()

  @Test(arguments: Engine.available)
  func `ten thousand rows over many chunks are imported, changed and taken back`(
    engine: Engine
  ) async throws {
    let rows = (1...10_000).map { number in
      RosterText.row(number, number % 3 == 0 ? surgery : number % 7 == 0 ? cardiology : [:])
    }
    try await withImports(engine) { stage in
      let first = try await stage.run(text: RosterText(rows: rows).text)
      #expect(first.figures == [10_000, 0, 0, 0, 0])
      let contents = try await stage.contents()
      #expect(contents.count == 30_007)
      let tables = try await stage.tables()
      let promoted = rows.map { cells in
        cells.map { $0 == "PGY-2" ? "PGY-3" : $0 }
      }
      let second = try await stage.run(text: RosterText(rows: promoted).text)
      #expect(second.figures == [0, 10_000, 0, 0, 0])
      _ = try await stage.undo(second)
      #expect(try await stage.tables() == tables)
    }
  }

  @Test(arguments: Engine.available)
  func `ten thousand lines of rubbish are refused and change nothing`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:], surgery))
      let tables = try await stage.tables()
      let report = try await stage.run(text: RosterText(rows: Self.rubbish).text)
      #expect(report.figures == [0, 0, 0, 0, 10_000])
      #expect(report.refused.count == RosterReport.mostProblems)
      #expect(try await stage.tables() == tables)
      await #expect(throws: ImportRefusal.self) {
        try await stage.run(text: Self.rubbish.map { $0.joined() }.joined(separator: "\n"))
      }
      #expect(try await stage.tables() == tables)
    }
  }

  @Test(arguments: Engine.available)
  func `the same file at the same time is imported once`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      try await withRoster(RosterText(rows: (1...300).map { RosterText.row($0) }).text) { path in
        async let one = stage.run(path)
        async let other = stage.run(path)
        let figures = try await [one.figures, other.figures].sorted { $0[0] > $1[0] }
        #expect(figures == [[300, 0, 0, 0, 0], [0, 0, 0, 300, 0]])
        #expect(try await stage.number("SELECT count(*) FROM appointment") == 300)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a cancelled import leaves nothing`(engine: Engine) async throws {
    let text = RosterText(rows: (1...30_000).map { RosterText.row($0) }).text
    try await withImports(engine) { stage in
      try await withRoster(text) { path in
        let begun = AsyncStream<Void>.makeStream()
        var watched = stage
        watched.occasion.progress = { _ in begun.continuation.yield() }
        let running = watched
        let work = Task { try await running.run(path) }
        var events = begun.stream.makeAsyncIterator()
        await events.next()
        work.cancel()
        await #expect(throws: (any Error).self) { try await work.value }
        let contents = try await stage.contents()
        #expect(contents == [])
        #expect(try await stage.run(text: RosterText.people([:])).new == 1)
      }
    }
  }

  @Test func `progress is told in order, ends with all rows and is not told too often`()
    async throws
  {
    let told = Mutex<[RosterProgress]>([])
    try await withImports(.sqlite) { stage in
      var occasion = stage.occasion
      occasion.progress = { progress in told.withLock { $0.append(progress) } }
      let text = RosterText(rows: (1...9000).map { RosterText.row($0) }).text
      try await withRoster(text) { path in
        _ = try await RosterImport.check(RosterFile(path: path), on: occasion)
      }
    }
    let all = told.withLock { $0 }
    #expect(all.last == RosterProgress(done: 9000, total: 9000))
    #expect(all.map(\.done) == all.map(\.done).sorted())
    #expect(all.count == 2, "\(all)")
    #expect(all.allSatisfy { abs(($0.total ?? 0) - 9000) < 300 }, "\(all)")
  }

  @Test(arguments: 1...60)
  func `whatever a file holds, it is imported whole or refused whole`(seed: Int) async throws {
    var chance = SeededChance(seed: UInt64(seed))
    let pool = [
      "", "P1", "P2", "Okafor", "7/1/2025", "2028-06-30", "PGY-2", "99", "x@y.example",
      "X@Y.example",
      "Active", "Left", "Medicine", "Internal Medicine", "1401500004", "\u{202E}", "\"", "\n", "李",
      "46204", "#N/A", "=1+1", String(repeating: "é", count: 300), "-1", "a,b", ";", "\u{0}x",
    ]
    var rows: [[String]] = []
    for number in 0..<(1 + chance.below(40)) {
      var cells = RosterText.row(number)
      for _ in 0..<chance.below(6) {
        cells[chance.below(cells.count)] = pool[chance.below(pool.count)]
      }
      if chance.below(8) == 0 { cells.removeLast(1 + chance.below(4)) }
      if chance.below(8) == 0 { cells.append("stray") }
      rows.append(cells)
    }
    var text = RosterText(rows: rows).text
    if chance.below(4) == 0 {
      text.insert("\"", at: text.index(text.startIndex, offsetBy: chance.below(text.count)))
    }
    try await withImports(.sqlite) { stage in
      do {
        let check = try await stage.check(text: text)
        let report = try await stage.run(text: text)
        #expect(report.refused == check.report.refused && report.new == check.report.new)
        #expect(report.new == report.accepted)
        #expect(try await stage.number("SELECT count(*) FROM person") == report.accepted)
        #expect(try await stage.number("SELECT count(*) FROM directory_entry") == report.accepted)
        let again = try await stage.run(text: text)
        // A row may be taken the second time, when a later one has brought its program.
        #expect(Array(again.figures[1...3]) == [0, 0, report.accepted])
      } catch is ImportRefusal {
        #expect(try await stage.contents() == [])
      }
    }
  }

  @Test func `the report is JSON with its keys in order, and can be read again`() throws {
    var report = RosterReport()
    report.accepted = 3
    report.new = 1
    report.changed = 1
    report.unchanged = 1
    report.refusedRows = 1
    report.refused = [RowProblem(line: 6, column: "Nom \"de\"\n", reason: "missing")]
    report.notes = ["A note.\u{1}"]
    #expect(
      report.json == #"""
        {"accepted": 3, "refused": [{"line": 6, "column": "Nom \"de\"\n", "reason": "missing"}], \#
        "new": 1, "changed": 1, "ended": 0, "unchanged": 1, "missing": 0, \#
        "notes": ["A note.\u0001"]}
        """#)
    #expect(try RosterReport(json: report.json) == report)
  }

  @Test func `the report is told in words`() {
    var report = RosterReport()
    (report.accepted, report.new, report.unchanged, report.missing) = (162_001, 1, 162_000, 3)
    report.refusedRows = 1
    report.refused = [RowProblem(line: 6, column: "Email", reason: "not an address")]
    report.missingPeople = ["Wei Li (P3)"]
    report.notes = ["A note."]
    #expect(
      report.text(in: .ours) == """
        162,001 rows accepted: 1 new, 0 changed, 0 ended, 162,000 unchanged.
        1 row refused:
          line 6, Email: not an address
        3 current trainees are not in the file; nothing was changed for them.
          Wei Li (P3)
          and 2 more
        Notes:
          A note.

        """)
  }
}
