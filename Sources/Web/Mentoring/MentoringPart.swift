import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// Mentoring: programs and their cycles, enrolling, matching, and the pairs.
struct MentoringPart: Part {
  var places: [Place] {
    [
      Place(
        .mentoring, "Mentoring", MentoringPath.start.location(), in: .councils, for: .signedIn)
    ]
  }

  var jobs: [JobKind] { [MentoringMorning.job, InstrumentTurn.job] }

  /// Whoever leaves is not matched any more; pairs go on until one of the two ends them.
  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(MentoringPath.start, .signedIn) { visit, _, reader in
      .page(try MentoringPage(visit, reader).page)
    }
    registerPrograms(in: &routes)
    registerCycles(in: &routes)
    registerEnrolling(in: &routes)
    registerPlaces(in: &routes)
    registerReview(in: &routes)
    registerMatching(in: &routes)
    registerRequests(in: &routes)
    registerRankings(in: &routes)
    registerRules(in: &routes)
    registerPairs(in: &routes)
    registerInstruments(in: &routes)
    registerQuestions(in: &routes)
    registerOverview(in: &routes)
    registerCertificates(in: &routes)
    registerResources(in: &routes)
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    try MentoringHome.items(visit, reader)
  }

  /// Programs and career resources are found by their names; nobody is found by what they enrolled
  /// with.
  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let words = FoldedText.key(text).split(separator: " ")
    guard !words.isEmpty else { return [] }
    func isMeant(_ name: String) -> Bool {
      let name = " " + FoldedText.key(name)
      return words.allSatisfy { name.contains(" " + $0) }
    }
    let programs = try MentoringProgram.all(viewer: visit.viewer, reader: reader).filter {
      isMeant($0.name)
    }.map { program in
      FoundGroup.Found(
        title: program.name, detail: "Mentoring program",
        location: MentoringPath.program.location(program.id))
    }
    let resources = try CareerResource.all(viewer: visit.viewer, reader: reader).filter {
      !$0.isRetired && isMeant($0.title)
    }.prefix(Self.mostFound).map { resource in
      FoundGroup.Found(
        title: resource.title, detail: "Career resource",
        location: ResourcesPage.location(showing: resource.id))
    }
    return [FoundGroup(heading: "Mentoring", found: programs + resources)]
  }

  /// How many career resources a search finds at most.
  private static let mostFound = 20

  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    try MentoringCopy.tables(visit, reader)
  }
}
