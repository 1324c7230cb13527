import HTML
import Kernel
import Roster
import SQLStore

/// The directory: who is here, where, and what they may do.
struct PeoplePart: Part {
  var places: [Place] {
    [Place(.people, "People", PeoplePath.people.location(), in: .roster, for: .signedIn)]
  }

  var jobs: [JobKind] { [DirectoryTurn.job] }

  var rollover: any PartRollover { RolesRollover() }

  func register(in routes: inout Routes) {
    routes.page(PeoplePath.people, .signedIn) { visit, _, reader in
      let list = PeopleList(visit.query)
      let listed = try Directory.page(list.query, viewer: visit.viewer, reader: reader)
      return .page(PeoplePage(visit: visit, list: list, listed: listed).page)
    }
    routes.page(PeoplePath.filter, .signedIn) { visit, _, reader in
      .page(try PeopleFilterPage(visit, reader: reader).page)
    }
    routes.page(PeoplePath.export, .signedIn) { visit, _, reader in
      .download(try PeopleExport.download(visit, reader))
    }
    routes.page(PeoplePath.person, .signedIn) { visit, person, reader in
      .page(PersonPage(frame: try PersonFrame(person, visit, reader)).page)
    }
    registerRecord(in: &routes)
    registerKeeping(in: &routes)
    registerAppointments(in: &routes)
    registerRoles(in: &routes)
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    guard visit.viewer.mayKeepRoster,
      try Program.list(viewer: visit.viewer, reader: reader).entries.isEmpty
    else { return [] }
    return [
      HomeItem(
        .due, "Bring your roster",
        why: visit.words(
          "The export of your record system fills people, {programs} and {departments} at once."),
        ImportPath.list.location())
    ]
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let listed = try Directory.page(
      DirectoryQuery(text: text), viewer: visit.viewer, reader: reader, size: 20)
    return [
      FoundGroup(
        heading: "People",
        found: listed.entries.map { entry in
          FoundGroup.Found(
            title: entry.name, detail: PersonWords.line(entry, visit.words),
            location: PeoplePath.person.location(entry.person))
        })
    ]
  }

  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    try RosterCopy.tables(ofMine: visit.viewer, in: visit.words, reader: reader).map { table in
      let (title, seenBy) = Self.words(table.kind)
      return OwnTable(
        name: table.kind.rawValue, title: title, seenBy: visit.words(seenBy),
        columns: table.columns, rows: table.rows)
    }
  }

  private static func words(_ kind: RosterCopy.Kind) -> (title: String, seenBy: String) {
    let answering =
      "you, the {office}, the institutional official, and your {program}'s director and coordinator"
    return switch kind {
    case .person:
      (
        "Who you are",
        "your name, mail address and what you are here: everyone who signs in. The rest: "
          + answering
      )
    case .appointments:
      (
        "Your training",
        "{program}, {site} and level: everyone who signs in, while you are here. Standing and last "
          + "day: \(answering)"
      )
    case .roles:
      (
        "Your roles",
        "everyone who signs in, as long as a role holds. After it: you and the {office}"
      )
    case .reads: ("Who opened your record", "you")
    }
  }
}

/// The daily job that lets people arrive and leave.
enum DirectoryTurn {
  static let job = JobKind(
    "roster.turn-day", "Begin the day in the directory",
    nextDue: { now, settings in
      now.day(in: settings.timeZone).adding(days: 1).instant(
        hour: 0, minute: 5, in: settings.timeZone)
    },
    run: { _, around in
      let now = around.world.now()
      let zone = try await around.store.read { try Settings(reader: $0).timeZone }
      let people = try await Directory.turnDay(now.day(in: zone), in: around.store)
      return people == 0
        ? "Nobody arrived or left."
        : "\(Figures.counted(people, "person has", "people have")) arrived, moved on or left."
    })
}
