import Elections
import HTML
import Kernel
import Roster
import SQLStore

/// Elections of peers: setting up, standing, the roll.
struct ElectionsPart: Part {
  var places: [Place] {
    [
      Place(
        .elections, "Elections", ElectionPath.list.location(), in: .councils, for: .signedIn)
    ]
  }

  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { ElectionsRollover() }

  func register(in routes: inout Routes) {
    registerLists(in: &routes)
    registerSetup(in: &routes)
    registerSteps(in: &routes)
    registerCandidacy(in: &routes)
    registerPortraits(in: &routes)
    registerRoll(in: &routes)
  }

  private func registerLists(in routes: inout Routes) {
    routes.page(ElectionPath.list, .signedIn) { visit, _, reader in
      .page(try ElectionsPage.all(visit, reader))
    }
    routes.page(ElectionPath.ofOrganization, .signedIn) { visit, id, reader in
      .page(try ElectionsPage.of(id, visit, reader))
    }
    routes.page(ElectionPath.election, .signedIn) { visit, id, reader in
      .page(try ElectionPage(id, visit, reader).page)
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    try ElectionDue.all(viewer: visit.viewer, reader: reader)
      .flatMap { ElectionHome(visit: visit, due: $0).items }
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let found = try ElectionLine.search(text, viewer: visit.viewer, reader: reader)
    return [
      FoundGroup(
        heading: "Elections",
        found: found.map { line in
          FoundGroup.Found(
            title: line.election.title, detail: line.organizationName,
            location: ElectionPath.election.location(line.election.id))
        })
    ]
  }

  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    try ElectionCopy.tables(visit, reader)
  }
}

/// What the turn of the year means for elections: rolls that are frozen stay, and whoever runs one
/// that goes on learns that others are made of the new year's roster.
struct ElectionsRollover: PartRollover {
  func consequences(
    of rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [RolloverConsequence] {
    let open = try ElectionLine.frozen(viewer: visit.viewer, reader: reader)
    guard !open.isEmpty else { return [] }
    return [
      RolloverConsequence(
        heading: "Elections that are open",
        sentence: "Their rolls were frozen and stay. Whoever leaves can still vote.",
        lines: open.prefix(10).map { line in
          RolloverConsequence.Line(
            line.election.title, line.organizationName,
            ElectionPath.election.location(line.election.id))
        }, count: open.count)
    ]
  }

  func carryOut(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) {}

  func dependents(
    on rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) -> [String] { [] }

  func undo(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) {}
}
