import HTML
import Kernel
import Mentoring
import SQLStore

/// The questionnaire on a cycle's page: the way to the questions for those who are asked, and to
/// choice and figures for whoever runs mentoring.
struct InstrumentCard: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let used: CycleInstrument?
  /// Nil for whoever is asked nothing and has answered nothing.
  let questions: Questions?

  init(_ cycle: MentoringCycle, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    self.cycle = cycle
    used = try CycleInstrument.of(cycle.id, viewer: visit.viewer, reader: reader)
    questions =
      used == nil ? nil : try Self.questions(of: cycle.id, visit.viewer, reader)
  }

  private static func questions(
    of cycle: ID<MentoringCycle>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Questions? {
    do {
      return try Questions(of: cycle, viewer: viewer, reader: reader)
    } catch is Absent {
      return nil
    }
  }

  @HTMLBuilder var markup: HTML {
    if let questions { own(questions) }
    if visit.viewer.mayRunMentoring { office }
  }

  private func own(_ questions: Questions) -> HTML {
    Card.of("A few questions") {
      if let until = questions.until {
        p {
          questions.present == nil
            ? "You can answer until \(When.day(until)), if you like. Only you read your answers."
            : "You have answered. You can change it until \(When.day(until))."
        }
      }
      a(.class("btn"), .href(MentoringPath.questions.location(cycle.id))) {
        questions.moment != nil && questions.present == nil ? "Answer" : "Your answers"
      }
    }
  }

  private var office: HTML {
    Card.of("Questionnaire") {
      p { used?.instrument.title ?? "This cycle asks nothing before and after." }
      div(.class("acts")) {
        if [.open, .matching].contains(cycle.state) {
          a(.class("btn"), .href(MentoringPath.chooseInstrument.location(cycle.id))) {
            used == nil ? "Choose a questionnaire" : "Change it"
          }
        }
        if used != nil {
          a(.class("btn"), .href(MentoringPath.figures.location(cycle.id))) { "What changed" }
        }
      }
    }
  }
}
