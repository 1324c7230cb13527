import Demo
import Kernel
import Roster
import Testing

@Suite struct ExportTests {
  @Test func `the export has a row for each trainee who is here or is to come`() {
    let lines = text(RosterExport(of: usual).bytes).split(separator: "\n")
    let here = Set(
      usual.appointments.filter { $0.presence(on: usual.today) != .former }.map(\.person))
    #expect(lines.count == here.count + 1)
    #expect(lines[0] == RosterExport.titles.joined(separator: ",")[...])
    #expect(lines.contains { $0.contains("\"MD, PhD\"") })
  }

  @Test func `next month's export keeps the order and adds its new rows at the end`() {
    let now = text(RosterExport(of: usual).bytes).split(separator: "\n")
    let next = text(RosterExport.nextMonth(of: usual).bytes).split(separator: "\n")
    #expect(next.count == now.count + RosterExport.NextMonth.new)
    let different = zip(now, next).filter { $0 != $1 }
    #expect(different.count == RosterExport.NextMonth.changed + RosterExport.NextMonth.ended)
    #expect(different.count { $1.contains(",Withdrawn,") } == RosterExport.NextMonth.ended)
  }

  @Test func `the messy roster is no UTF-8, and has semicolons and breaks within quotes`() {
    let bytes = MessyRoster(of: usual).bytes
    #expect(String(validating: bytes, as: UTF8.self) == nil)
    let latin = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    #expect(latin.hasPrefix("Personnel ID;Last Name;First Name;"))
    #expect(latin.contains("\"MD,\nPhD\""))
    #expect(latin.contains(";ACTIVE ;"))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
