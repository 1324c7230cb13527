import HTML
import Kernel
import Roster
import SQLStore
import Spreadsheet

/// The turn of the academic year: previewed, confirmed, undone.
struct RolloverPart: Part {
  var places: [Place] {
    [Place(.rollover, "Rollover", RolloverPath.start.location(), in: .office, for: .rosterKeeper)]
  }

  var jobs: [JobKind] { RolloverJobs.all }

  /// The roster's own changes are the rollover itself.
  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.view(RolloverPath.start, .rosterKeeper) { visit, _, incoming in
      let year = Rollover.yearAtHand(on: visit.viewer.today, start: visit.settings.yearStart)
      return .page(try await Self.page(of: RolloverYear(year), visit, incoming.site))
    }
    routes.view(RolloverPath.year, .rosterKeeper) { visit, year, incoming in
      .page(try await Self.page(of: year, visit, incoming.site))
    }
    routes.page(RolloverPath.people, .rosterKeeper) { visit, year, reader in
      .page(try RolloverPeoplePage(year.rollover(visit, reader), visit, reader).page)
    }
    routes.page(RolloverPath.lists, .rosterKeeper) { visit, year, reader in
      .download(try RolloverExport.download(year.rollover(visit, reader), visit, reader))
    }
    registerChoices(in: &routes)
    registerActs(in: &routes)
  }

  private func registerChoices(in routes: inout Routes) {
    routes.button(RolloverPath.people, .rosterKeeper) { visit, year, fields, writer in
      let choice = try Self.choice(visit.query["group"], year.rollover(visit, writer))
      try choice.take(
        Set(fields.all("taken").compactMap { ID(given: $0) }),
        among: fields["shown"].split(separator: " ").compactMap { ID(given: String($0)) },
        by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        RolloverPath.people.location(year, query: visit.query.pairs),
        saying: "Your choices are kept.")
    }
    routes.button(RolloverPath.group, .rosterKeeper) { visit, year, fields, writer in
      let choice = try Self.choice(fields["group"], year.rollover(visit, writer))
      try choice.takeAll(
        fields["taken"] == "yes", by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        RolloverPath.people.location(year, query: [("group", choice.group.rawValue)]),
        saying: "Your choice for the whole group is kept.")
    }
  }

  private func registerActs(in routes: inout Routes) {
    routes.button(RolloverPath.confirm, .rosterKeeper) { visit, year, fields, writer in
      let rollover = try Rollover.confirm(
        fields["digest"], to: try year.rollover(visit, writer).newYear, by: visit.viewer,
        in: visit.world, writer: writer)
      try RolloverJobs.begin(RolloverJobs.run, rollover, visit, writer)
      return .redirect(RolloverPath.year.location(year))
    }
    routes.form(RolloverPath.undo, .rosterKeeper) { visit, year, _, reader in
      let rollover = try year.rollover(visit, reader)
      guard rollover.state == .done else { throw Absent() }
      let obstacle = try rollover.obstacle(
        to: visit.viewer.now, on: visit.viewer.today, with: .parts(visit), reader)
      return RolloverUndoPage(visit: visit, rollover: rollover, obstacle: obstacle).page
    } change: { visit, year, _, writer in
      let rollover = try year.rollover(visit, writer)
      let obstacle = try rollover.obstacle(
        to: visit.viewer.now, on: visit.viewer.today, with: .parts(visit), writer)
      if let obstacle { throw obstacle }
      try RolloverJobs.begin(RolloverJobs.undo, rollover, visit, writer)
      return .redirect(RolloverPath.year.location(year))
    }
  }

  private static func choice(
    _ group: String, _ rollover: Rollover
  ) throws -> RolloverChoice {
    guard let group = RolloverGroup(rawValue: group) else { throw Absent() }
    return try RolloverChoice(in: group, to: rollover.newYear)
  }

  /// The page of a year, by how far its rollover is.
  private static func page(
    of year: RolloverYear, _ visit: Visit, _ site: Site
  ) async throws -> Page {
    let running = site.running
    return try await site.store.read { reader in
      let rollover = try year.rollover(visit, reader)
      let job = try RolloverJobs.latest(of: rollover, reader)
      if let job, job.state == .waiting || job.state == .running {
        return RolloverProgressPage(
          visit: visit, rollover: rollover, isUndo: job.kind == RolloverJobs.undo,
          progress: running.progress(of: job.id) ?? job.progress
        ).page
      }
      guard rollover.state == .done else {
        return try RolloverPage(rollover, job, visit, reader).page
      }
      let names = try Directory.names(of: [rollover.doneBy].compactMap(\.self), reader: reader)
      return RolloverDonePage(visit: visit, rollover: rollover, job: job, names: names).page
    }
  }

  /// From thirty days before the first day until it is done.
  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    let due = try Rollover.due(
      viewer: visit.viewer, start: visit.settings.yearStart, reader: reader)
    guard let due else { return [] }
    let hasBegun = visit.viewer.today >= due.firstDay
    return [
      HomeItem(
        .due, "Take everybody to \(due.name)",
        why: hasBegun
          ? "The new academic year has begun. Look at the preview, then confirm the rollover."
          : "Look at the preview now; you can confirm the rollover on the first day.",
        RolloverPath.year.location(RolloverYear(due)), day: due.firstDay)
    ]
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }
}

/// The lists of a preview as one file.
enum RolloverExport {
  private static let columns = [
    "Group", "Name", "{Program}", "Level", "Standing", "First day", "Last day", "Taken", "Change",
  ]

  static func download(
    _ rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Download {
    guard rollover.state == .draft else { throw Absent() }
    var table = CSVWriter(byteOrderMark: true)
    table.write(visit.words(columns))
    try RolloverPlan(rollover, viewer: visit.viewer).forEach(reader) { line in
      table.write([
        visit.words(line.group.title), line.name, line.programName, "PGY-\(line.level)",
        line.standing.label, line.startsOn.text, line.endsOn.text,
        line.group.act == nil ? "" : line.isTaken ? "yes" : "no", RolloverChange.words(line),
      ])
    }
    return Download(
      fileName: "rollover-\(rollover.firstDay.text).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }
}
