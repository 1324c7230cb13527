import Disclosure
import Foundation
import Testing

@Suite struct AuditReferenceTests {
  @Test func `the bounds of fifty small tables are those of two other programs`() throws {
    for reference in try Reference.lines("audit_small", as: AuditReference.self) {
      let table = try reference.table
      let publication = try Publication(
        system: table.system, values: table.counts, withheld: reference.suppressed)
      for start in [table.counts, nil] {
        let audit = try Audit(publication, knowing: start)
        let found = reference.suppressed.map { audit.intervals[$0] }
        let expected = zip(reference.intLow, reference.intHigh).map { Interval($0, $1) }
        #expect(found == expected, "\(reference.id)")
        #expect(audit.exactlyKnown == reference.integerExactlyDisclosed)
      }
    }
  }

  @Test func `every end of an interval is reached by a table that agrees`() throws {
    for reference in try Reference.lines("audit_small", as: AuditReference.self) {
      let table = try reference.table
      let publication = try Publication(
        system: table.system, values: table.counts, withheld: reference.suppressed)
      let audit = try Audit(publication)
      for cell in reference.suppressed {
        let least = try #require(audit.witness(for: cell, greatest: false))
        let greatest = try #require(audit.witness(for: cell, greatest: true))
        #expect(publication.admits(least) && publication.admits(greatest))
        #expect(Interval(least[cell], greatest[cell]) == audit.intervals[cell])
      }
    }
  }

  @Test func `the sensitive cell of the textbook table lies between 5 and 30`() throws {
    let textbook = try Reference.whole("textbook_example", as: Textbook.self)
    let table = try CountTable(
      axes: [.plain("row", 4), .plain("column", 4)],
      counts: textbook.cellsWithTotals.flatMap { $0 })
    let withheld = textbook.suppressed.map { $0[0] * 4 + $0[1] }
    let audit = try Audit(
      Publication(system: table.system, values: table.counts, withheld: withheld))
    #expect(withheld.map { audit.intervals[$0] } == textbook.bounds.map { Interval($0[0], $0[1]) })
  }
}
