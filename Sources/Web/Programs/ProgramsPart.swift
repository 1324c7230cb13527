import HTML
import Kernel
import Roster
import SQLStore
import Spreadsheet

/// Programs: who trains there, who answers for them, who sponsors them.
struct ProgramsPart: Part {
  var places: [Place] {
    [Place(.programs, "{Programs}", ProgramPath.programs.location(), in: .roster, for: .signedIn)]
  }

  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { ProgramsRollover() }

  func register(in routes: inout Routes) {
    routes.page(ProgramPath.programs, .signedIn) { visit, _, reader in
      .page(try ProgramsPage(visit, reader).page)
    }
    routes.page(ProgramPath.export, .signedIn) { visit, _, reader in
      .download(try Self.export(visit, reader))
    }
    routes.page(ProgramPath.program, .signedIn) { visit, program, reader in
      let profile = try Program.profile(program, viewer: visit.viewer, reader: reader)
      return .page(ProgramPage(visit: visit, profile: profile).page)
    }
    registerDirectors(in: &routes)
    registerKeeping(in: &routes)
    registerSponsor(in: &routes)
    registerClosing(in: &routes)
    registerSites(in: &routes)
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    try directorItems(visit, reader)
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let listed = try Program.list(
      ProgramQuery(text: text), viewer: visit.viewer, reader: reader)
    return [
      FoundGroup(
        heading: visit.words("{Programs}"),
        found: listed.entries.prefix(20).map { line in
          FoundGroup.Found(
            title: line.program.name,
            detail: "\(line.departmentName), "
              + visit.words.counted(line.trainees, .trainee),
            location: ProgramPath.program.location(line.program.id))
        })
    ]
  }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }

  /// All programs that the list would show, page by page.
  private static func export(_ visit: Visit, _ reader: any SQLReader) throws -> Download {
    var table = CSVWriter(byteOrderMark: true)
    table.write(
      visit.words([
        "{Program}", "Accreditation number", "{Department}", "Sponsor of record", "{Trainees}",
        "Closed after",
      ]))
    var query = ProgramList(visit.query).query
    query.place = .start
    while true {
      let listed = try Program.list(query, viewer: visit.viewer, reader: reader)
      for line in listed.entries {
        table.write([
          line.program.name, line.program.accreditationNumber ?? "", line.departmentName,
          line.sponsorName, String(line.trainees), line.program.closedOn?.text ?? "",
        ])
      }
      guard let next = listed.next else { break }
      query.place = .after(next)
    }
    return Download(
      fileName: "programs-\(visit.viewer.today.text).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }
}
