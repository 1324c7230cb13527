package import Kernel
package import SQLStore

/// A hospital that contributes to a program from day to day; it is not the sponsor of record.
package struct ProgramSite: Sendable, Equatable {
  package let program: ProgramID
  package let site: SiteID
  package let siteName: String
  package let term: Term

  /// Makes a site contribute to a program.
  package static func add(
    _ site: SiteID, to program: ProgramID, for term: Term, by viewer: Viewer,
    writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    try term.check()
    let kept = try Program.find(program, in: writer)
    let name = try NamedTable.sites.name(of: site.text, writer)
    if let closedOn = kept.closedOn, term.startsOn > closedOn {
      throw RosterRefusal.programClosed(name: kept.name)
    }
    let overlapping = try writer.number(
      """
      SELECT count(*) FROM program_site WHERE program_id = \(program) AND site_id = \(site)
        AND starts_on <= \(term.endsOn ?? .unending)
        AND (ends_on IS NULL OR ends_on >= \(term.startsOn))
      """)
    if overlapping > 0 { throw RosterRefusal.siteContributes(name: name) }
    try writer.execute(
      """
      INSERT INTO program_site (program_id, site_id, starts_on, ends_on)
      VALUES (\(program), \(site), \(term.startsOn), \(term.endsOn))
      """)
    try kept.note("program.site_added", "\(name), \(term.words)", by: viewer, to: writer)
  }

  /// Sets the last day on which a site contributes.
  package static func end(
    _ site: SiteID, of program: ProgramID, on day: Day, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let kept = try Program.find(program, in: writer)
    let open = try all(of: program, in: writer).filter { contribution in
      contribution.site == site && contribution.term.endsOn.map { $0 > day } ?? true
    }
    guard let contribution = open.last else { throw Absent() }
    guard day >= contribution.term.startsOn else { throw RosterRefusal.endsBeforeStart }
    try writer.execute(
      """
      UPDATE program_site SET ends_on = \(day) WHERE program_id = \(program)
        AND site_id = \(site) AND starts_on = \(contribution.term.startsOn)
      """)
    try kept.note(
      "program.site_ended", "\(contribution.siteName), until \(day.text)", by: viewer,
      to: writer)
  }

  /// The sites of a program, past ones too, by name.
  static func all(of program: ProgramID, in reader: any SQLReader) throws -> [ProgramSite] {
    try reader.all(
      ProgramSite.self,
      """
      SELECT program_id, site_id, starts_on, ends_on, site.name AS site_name FROM program_site
      JOIN site ON site.id = program_site.site_id
      WHERE program_id = \(program) ORDER BY site.name_key, starts_on
      """)
  }
}

extension ProgramSite: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      program: try row.id("program_id"), site: try row.id("site_id"),
      siteName: try row.text("site_name"),
      term: Term(from: try row.day("starts_on"), to: try row.dayOrNil("ends_on")))
  }
}
