import Kernel
import Mentoring
import Roster
import SQLStore
import Spreadsheet

/// What the overview shows, as tables for other programs.
enum OverviewFiles {
  static func funnel(
    _ id: ID<MentoringCycle>, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Download {
    let page = try OverviewPage(id, visit, reader)
    return file(
      "mentoring-funnel", ["Step", "Number"], visit,
      page.funnel.lines.map {
        [OverviewWords.step($0.step, of: page.cycle.plan.shape), String($0.count)]
      })
  }

  /// The days of each pair; nothing that the two write.
  static func pairs(
    _ id: ID<MentoringCycle>, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Download {
    let page = try OverviewPage(id, visit, reader)
    let words = ShapeWords(page.cycle.plan.shape)
    return file(
      "mentoring-pairs",
      [
        words.mentee, words.mentor, "Stands", "Paired", "Ended", "Agreement signed by both",
        "Meetings", "Last met", "At risk",
      ], visit,
      page.standings.map { one in
        [
          page.names[one.pair.mentee] ?? "", page.names[one.pair.mentor] ?? "",
          MentoringWords.pair(one.pair.state).word,
          one.pair.pairedAt.day(in: visit.settings.timeZone).text, one.pair.endedOn?.text ?? "",
          one.isSigned ? "yes" : "no", String(one.meetings), one.lastMet?.text ?? "",
          one.risks(on: visit.viewer.today).map(OverviewWords.risk).joined(separator: " "),
        ]
      })
  }

  static func load(_ visit: Visit, _ reader: any SQLReader) throws -> Download {
    let year = OverviewPage.year(visit)
    let load = try MentorLoad.all(in: year, viewer: visit.viewer, reader: reader)
    return file(
      "mentoring-load",
      ["Mentor", "Pairs now", "Places", "Meetings in \(year.name)", "Hours in \(year.name)"],
      visit,
      load.map { one in
        [
          one.name, String(one.pairs), String(one.places), String(one.meetings),
          OverviewWords.hours(of: one) ?? "",
        ]
      })
  }

  static func file(
    _ name: String, _ columns: [String], _ visit: Visit, _ rows: [[String]]
  ) -> Download {
    var table = CSVWriter(byteOrderMark: true)
    table.write(columns)
    for row in rows { table.write(row) }
    return Download(
      fileName: "\(name)-\(visit.viewer.today.text).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }
}

extension MentoringPart {
  /// What the office looks at of a cycle.
  func registerOverview(in routes: inout Routes) {
    routes.view(MentoringPath.overview, .mentoringOffice) { visit, id, incoming in
      let page = try await incoming.site.store.read { try OverviewPage(id, visit, $0) }
      let search = page.search
      let unmatched = try await Self.computing.run { try search?.answers() ?? [] }
      return .page(page.page(unmatched))
    }
    routes.page(MentoringPath.pairs, .mentoringOffice) { visit, id, reader in
      .page(try PairsPage(id, visit, reader).page)
    }
    routes.page(MentoringPath.funnelFile, .mentoringOffice) { visit, id, reader in
      .download(try OverviewFiles.funnel(id, visit, reader))
    }
    routes.page(MentoringPath.pairsFile, .mentoringOffice) { visit, id, reader in
      .download(try OverviewFiles.pairs(id, visit, reader))
    }
    routes.page(MentoringPath.loadFile, .mentoringOffice) { visit, _, reader in
      .download(try OverviewFiles.load(visit, reader))
    }
  }
}
