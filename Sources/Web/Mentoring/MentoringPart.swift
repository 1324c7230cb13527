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
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    try MentoringHome.items(visit, reader)
  }

  /// Programs are found by their names; nobody is found by what they enrolled with.
  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let words = FoldedText.key(text).split(separator: " ")
    guard !words.isEmpty else { return [] }
    let found = try MentoringProgram.all(viewer: visit.viewer, reader: reader).filter { program in
      let name = " " + FoldedText.key(program.name)
      return words.allSatisfy { name.contains(" " + $0) }
    }
    return [
      FoundGroup(
        heading: "Mentoring",
        found: found.map { program in
          FoundGroup.Found(
            title: program.name, detail: "Mentoring program",
            location: MentoringPath.program.location(program.id))
        })
    ]
  }

  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    try MentoringCopy.tables(visit, reader)
  }
}
