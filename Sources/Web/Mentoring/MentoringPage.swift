import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// Mentoring: the programs, their present cycles, and the viewer's own pairs.
struct MentoringPage: Sendable {
  let visit: Visit
  let programs: [(program: MentoringProgram, cycles: [MentoringCycle])]
  let pairs: [MentoringPair]
  let names: [PersonID: String]
  let hasRequests: Bool
  /// How many people they mentor at most; nil for whoever never enrolled as a mentor.
  let places: Int?
  let certificates: [MentorCertificate]

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    let cycles = Dictionary(
      grouping: try MentoringCycle.going(viewer: viewer, reader: reader), by: \.program)
    programs = try MentoringProgram.all(viewer: viewer, reader: reader).map {
      ($0, cycles[$0.id] ?? [])
    }
    pairs = try MentoringPair.own(viewer: viewer, reader: reader)
    names = try Directory.names(of: pairs.flatMap { [$0.mentee, $0.mentor] }, reader: reader)
    hasRequests = try !MentoringRequest.own(viewer: viewer, reader: reader).isEmpty
    places = try MentorCapacity.offered(viewer: viewer, reader: reader)
    certificates = try MentorCertificate.own(viewer: viewer, reader: reader)
  }

  var page: Page {
    Page(
      "Mentoring", in: .mentoring,
      subtitle: "Find someone to talk with, or be someone to talk with.", actions: actions
    ) {
      if !pairs.isEmpty { ownPairs }
      if hasRequests {
        p { a(.class("btn"), .href(MentoringPath.requests.location())) { "Requests" } }
      }
      if programs.isEmpty { none }
      for one in programs { card(one.program, one.cycles) }
      Card.of("Career resources") {
        p { visit.words("Courses, guides and funds of the {departments} and the {office}.") }
        a(.class("btn"), .href(MentoringPath.resources.location())) { "Look through them" }
      }
      PlacesPage.card(places)
      OwnCertificates.card(certificates)
      Card.of("Whom you would rather not meet") {
        p { "Name people with whom you must not be matched. Nobody else ever sees the list." }
        a(.class("btn"), .href(MentoringPath.apart.location())) { "Your list" }
      }
    }
  }

  private var actions: HTML {
    guard visit.viewer.mayRunMentoring else { return .nothing }
    return .group([
      a(.class("btn primary"), .href(MentoringPath.found.location())) {
        "Found a mentoring program"
      },
      a(.class("btn"), .href(MentoringPath.terms.location())) { "Words to choose from" },
      a(.class("btn"), .href(MentoringPath.judges.location())) { "Who judges" },
      a(.class("btn"), .href(MentoringPath.instruments.location())) { "Questionnaires" },
    ])
  }

  private var none: HTML {
    EmptyState.of(
      "No mentoring program yet",
      visit.words("The {office} founds one. You can then enroll in its cycle."))
  }

  private var ownPairs: HTML {
    Card.of("Your pairs") {
      ul(.class("list")) {
        for pair in pairs {
          let (word, tone) = MentoringWords.pair(pair.state)
          li {
            a(.href(MentoringPath.pair.location(pair.id))) {
              MentoringWords.other(of: pair, for: visit.viewer.person)
              bdi { names[pair.mentee == visit.viewer.person ? pair.mentor : pair.mentee] ?? "" }
            }
            Badge.of(word, tone)
          }
        }
      }
    }
  }

  private func card(_ program: MentoringProgram, _ cycles: [MentoringCycle]) -> HTML {
    Card.of(program.name) {
      if program.closedAt != nil { Badge.of("closed") }
      Paragraphs.of(program.purpose)
      if cycles.isEmpty { p(.class("soft")) { "No cycle goes on at present." } }
      ul(.class("list")) {
        for cycle in cycles {
          let (word, tone) = MentoringWords.state(cycle, on: visit.viewer.today)
          li {
            a(.href(MentoringPath.cycle.location(cycle.id))) { cycle.title }
            Badge.of(word, tone)
          }
        }
      }
      p {
        a(.href(MentoringPath.program.location(program.id))) { "About “\(program.name)”" }
      }
    }
  }
}
