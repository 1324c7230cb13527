import Kernel
import Testing

@testable import Roster

/// What the cells of a roster mean.
@Suite struct CellTests {
  @Test(arguments: [
    ("plain", "plain"), ("  José  ", "José"), ("Mary\nAnn", "Mary Ann"), ("a\u{A0} b", "a b"),
    ("\u{FEFF}P1", "P1"), ("\u{200F}حداد\u{200F}", "حداد"), ("a\u{202E}b", "ab"),
    ("e\u{301}", "é"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("\u{3000}李\u{3000}", "李"),
    ("a\u{0}b", "a b"), ("   ", ""), ("", ""), ("O’Neil", "O’Neil"),
  ])
  func `a cell is read without what nobody sees`(cell: String, text: String) {
    #expect(Array(RosterCell.clean(cell).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    "2026-07-01", "2026/07/01", "2026-7-1", "20260701", "7/1/2026", "07/01/2026", "7-1-2026",
    "7/1/26", "1-Jul-2026", "01-JUL-26", "1 July 2026", "Jul 1 2026", "July 1, 2026",
    "Wednesday, July 1, 2026", "Wed 1 Jul 2026", "01JUL2026", "46204", "46204.75", "2026-07-01T00",
    "2026-07-01 00:00:00", "2026-07-01T08:30:00Z", "7/1/2026 12:00:00 AM", "Jul. 1st 2026",
    "2026-Jul-01",
  ])
  func `days are read as exports write them`(cell: String) {
    #expect(Day(cell: cell)?.text == "2026-07-01")
  }

  @Test(arguments: [
    "31/02/2025", "31/12/2025", "01.07.2026", "2026-02-30", "2026-13-01", "soon", "", "7/1", "2026",
    "7/1/226", "0226-07-01", "12:30", "Julember 1 2026", "20261301", "18263", "1/2/3/4", "-", "/",
    "2026-07-", "Jul 32 2026", "١/٧/٢٠٢٦", "7/1/2026x", "Ju 1 2026",
  ])
  func `what is no day, or could be another, is none`(cell: String) {
    #expect(Day(cell: cell) == nil)
  }

  @Test func `years of two digits lie around the turn of the century`() {
    #expect(Day(cell: "7/1/69")?.text == "2069-07-01")
    #expect(Day(cell: "7/1/70")?.text == "1970-07-01")
  }

  @Test(arguments: [
    ("PGY-3", 3), ("PGY3", 3), ("pgy 3", 3), ("PGY-03", 3), ("PG-3", 3), ("PGY III", 3), ("R2", 2),
    ("R-2", 2), ("2", 2), ("2.0", 2), ("HO3", 3), ("PL-1", 1), ("Intern", 1), ("PGY-2 Resident", 2),
    ("PGY-1 (Prelim)", 1), ("PGY-12", 12), ("0", 0), ("PGY-16", 16),
  ])
  func `levels are read where they are certain`(cell: String, level: Int) {
    #expect(TrainingLevel.number(cell: cell) == level)
  }

  @Test(arguments: [
    "PGY-Twelve", "CA-1", "F1", "Chief", "PGY", "PGY-3/4", "R", "", "2.5", "two", "-1", "R2D2",
    "Research", "1234", "PGY-²",
  ])
  func `levels that could mean something else are none`(cell: String) {
    #expect(TrainingLevel.number(cell: cell) == nil)
  }

  @Test(arguments: [
    ("Active", Standing.active), ("ACTIVE ", .active), ("in-training", .active),
    ("Leave of Absence", .leave), ("LOA", .leave), ("on leave", .leave),
    ("Probation", .probation), ("Remediation", .remediation), ("Resigned", .withdrawn),
    ("Withdrew", .withdrawn), ("Terminated", .dismissed), ("Completed", .graduated),
    ("Graduated", .graduated), ("Transferred Out", .transferred),
  ])
  func `standings are read in the words of record systems`(cell: String, standing: Standing) {
    #expect(Standing(cell: cell) == standing)
  }

  @Test func `each standing is known by its own name and label`() {
    for standing in Standing.allCases {
      #expect(Standing(cell: standing.rawValue) == standing)
      #expect(Standing(cell: standing.label) == standing)
    }
    #expect(["Inactive", "Separated", "?", ""].compactMap { Standing(cell: $0) } == [])
  }

  @Test func `people are trainees, faculty or staff by the words of their title`() {
    let read = [
      "Resident", "Clinical Fellows", "Chief resident", "Attending physician", "Faculty",
      "Program Coordinator, Residency", "GME Office", "Wizard",
    ].map { Capacity(cell: $0) }
    #expect(read == [.trainee, .trainee, .trainee, .faculty, .faculty, .staff, .staff, nil])
  }

  @Test(arguments: [
    "a@b.org", "first.last+tag@sub.hospital.example", "o'brien@b.org", "jürgen@müller.example",
  ])
  func `addresses are taken`(cell: String) {
    #expect(MailAddress.address(cell: cell) == cell)
    #expect(MailAddress.address(cell: "mailto:" + cell) == cell)
    #expect(MailAddress.address(cell: "Someone <\(cell)>") == cell)
  }

  @Test(arguments: [
    "not an address", "a@b", "@b.org", "a@", "a b@c.org", "a@b..org", "a@-b.org", ".a@b.org",
    "a@b.org, c@d.org", "a@@b.org", "a@b.org>", "", "a@b.o rg", "a,b@c.org",
  ])
  func `what is no address is none`(cell: String) {
    #expect(MailAddress.address(cell: cell) == nil)
  }

  @Test func `a name in one cell is taken apart at its comma, else before its last word`() {
    func parts(_ name: String) -> [String?] {
      let parts = FullName.parts(name, hasDegrees: false)
      return [parts.family, parts.given, parts.degrees]
    }
    #expect(parts("Okafor, Amara") == ["Okafor", "Amara", nil])
    #expect(parts("van der Berg, Jan P., MD, PhD") == ["van der Berg", "Jan P.", "MD, PhD"])
    #expect(parts("Amara Okafor") == ["Okafor", "Amara", nil])
    #expect(parts("李明") == ["李明", "", nil])
    #expect(parts("Madonna,") == ["Madonna", "", nil])
  }
}
