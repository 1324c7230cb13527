import Elections
import HTML
import Kernel
import Roster
import SQLStore

/// Asking to be put on the roll.
struct CorrectionForm: Sendable {
  let frame: ElectionFrame
  let own: [RollCorrection]
  let state: FormState

  init(
    _ id: ElectionID, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    frame = try ElectionFrame(id, visit, reader)
    own = try RollCorrection.own(of: id, viewer: visit.viewer, reader: reader)
    self.state = state
  }

  private var visit: Visit { frame.visit }

  var page: Page {
    frame.page(below: "Ask for a correction", subtitle: frame.election.title) {
      for correction in own { answer(correction) }
      if !own.contains(where: { $0.ruling == nil }) {
        Form.of(visit, ElectionPath.correction.location(frame.id), state) {
          Field(
            RollCorrection.Field.wish, "Why you belong on the roll",
            seenBy: "the election officer, and nobody else",
            hint: visit.words(
              "The roll follows the roster. If your {program} is wrong there, say so; the {office} "
                + "can mend the roster as well.")
          ).lines(state)
          Form.acts("Ask", cancel: ElectionPath.election.location(frame.id))
        }
      }
    }
  }

  private func answer(_ correction: RollCorrection) -> HTML {
    let (word, tone) = ElectionWords.ruling(correction.ruling)
    return Card.of("You asked \(When.within(correction.askedAt, visit))") {
      p { Badge.of(word, tone) }
      Paragraphs.of(correction.wish)
      if !correction.reason.isEmpty {
        p { "The election officer answered:" }
        Paragraphs.of(correction.reason)
      }
    }
  }
}

/// The corrections that the election officer rules on.
struct CorrectionsPage: Sendable {
  let frame: ElectionFrame
  let corrections: [RollCorrection]

  init(_ id: ElectionID, _ visit: Visit, _ reader: any SQLReader) throws {
    frame = try ElectionFrame(id, visit, reader)
    guard frame.isOfficer else { throw Absent() }
    corrections = try RollCorrection.all(of: id, viewer: visit.viewer, reader: reader)
  }

  private var visit: Visit { frame.visit }

  var page: Page {
    frame.page(
      below: "Corrections", subtitle: "You alone read them. How many there were, everybody sees."
    ) {
      if corrections.isEmpty {
        EmptyState.of("Nobody has asked", "Whoever is not on the roll can ask you.", isDone: true)
      } else {
        table {
          caption(.class("vh")) { "Corrections, those that wait first" }
          Cells.head(["Who", "Asked", "Stands"])
          tbody { for one in corrections { row(one) } }
        }
      }
    }
  }

  private func row(_ correction: RollCorrection) -> HTML {
    let (word, tone) = ElectionWords.ruling(correction.ruling)
    return tr {
      Cells.name(correction.name, ElectionPath.ruling.location(correction.id))
      Cells.labeled("Asked", .text(When.moment(correction.askedAt, visit)))
      td { Badge.of(word, tone) }
    }
  }
}

/// One correction, and what the election officer decides.
struct RulingPage: Sendable {
  let frame: ElectionFrame
  let correction: RollCorrection
  let state: FormState

  init(
    _ id: ID<RollCorrection>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    correction = try RollCorrection.toRule(id, viewer: visit.viewer, reader: reader)
    frame = try ElectionFrame(correction.election, visit, reader)
    self.state = state
  }

  private var visit: Visit { frame.visit }

  var page: Page {
    frame.page(below: correction.name, subtitle: "Asks to be put on the roll") {
      Card.of("What they say") { Paragraphs.of(correction.wish) }
      if let ruling = correction.ruling {
        let (word, tone) = ElectionWords.ruling(ruling)
        Card.of("Decided") {
          p { Badge.of(word, tone) }
          if !correction.reason.isEmpty { Paragraphs.of(correction.reason) }
        }
      } else {
        decision
      }
    }
  }

  private var decision: HTML {
    Form.of(visit, ElectionPath.ruling.location(correction.id), state) {
      Field(
        RollCorrection.Field.ruling, "Your decision",
        hint: "The roster left them out. Why, it does not say here: ask them if you need to."
      ).picks(
        state,
        [
          (
            RollCorrection.Ruling.added.rawValue, "Put them on the roll",
            "Everybody sees that there is one more, and not who."
          ),
          (RollCorrection.Ruling.refused.rawValue, "Refuse", "They read your reason."),
        ])
      Field(
        RollCorrection.Field.reason, "Reason", seenBy: "them, and nobody else",
        hint: "Needed where you refuse."
      ).lines(state, rows: 3)
      Form.acts("Decide", cancel: ElectionPath.corrections.location(frame.id))
    }
  }
}
