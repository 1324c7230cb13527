import Concerns
import HTML
import Kernel
import SQLStore

/// What the register is to say of a concern, as those who handle it see it.
struct SummaryCard: Sendable {
  let visit: Visit
  let opened: OpenedConcern

  private var concern: Concern { opened.concern }

  @HTMLBuilder var markup: HTML {
    if concern.state == .resolved || opened.summary != nil {
      Card.of("In the register") {
        if let summary = opened.summary, summary.state != .withdrawn {
          SaidAndDone.of(summary.words)
          p { Self.standing(summary) }
          acts(summary)
        } else {
          p {
            """
            The register tells everybody what was said and what was done, in words that point to \
            nobody.
            """
          }
          propose("Propose words")
        }
      }
    }
  }

  private static func standing(_ summary: ConcernSummary) -> String {
    switch summary.state {
    case .proposed:
      "Whoever raised it may object until \(When.day(summary.objectBy)). Somebody else of those "
        + "who read it publishes it then."
    case .agreed: "Whoever raised it agrees. Somebody else of those who read it publishes it."
    case .objected: "Whoever raised it objects: read why above, and propose other words."
    case .published: "It stands in the register."
    case .withdrawn: ""
    }
  }

  private func acts(_ summary: ConcernSummary) -> HTML {
    div(.class("acts")) {
      if isReady(summary) {
        Form.button(
          visit, "Put it into the register", ConcernPath.publish.location(concern.id),
          style: "btn primary")
      }
      if summary.state != .published, concern.state == .resolved {
        propose("Change the words")
      }
      Form.button(visit, "Take it back", ConcernPath.withdraw.location(concern.id))
    }
  }

  private func isReady(_ summary: ConcernSummary) -> Bool {
    guard concern.state == .resolved else { return false }
    return summary.state == .agreed
      || (summary.state == .proposed && summary.objectBy < visit.viewer.today)
  }

  private func propose(_ label: String) -> HTML {
    a(.class("btn"), .href(ConcernPath.summarize.location(concern.id))) { label }
  }
}

/// What was said and what was done, one below the other.
enum SaidAndDone {
  static func of(_ words: ConcernSummary.Words) -> HTML { of(words.said, words.done) }

  static func of(_ said: String, _ done: String) -> HTML {
    Facts.of([
      .init("You said", Paragraphs.of(said)), .init("We did", Paragraphs.of(done)),
    ])
  }
}

/// Writing what the register is to say.
struct SummaryForm: Sendable {
  let visit: Visit
  let opened: OpenedConcern
  let state: FormState

  var page: Page {
    let concern = opened.concern
    return Page(
      "Words for the register", in: .concerns,
      under: ConcernPath.deskCrumbs + [
        Page.Breadcrumb(
          "\(concern.categoryName) \(concern.reference)", ConcernPath.concern.location(concern.id))
      ]
    ) {
      p {
        """
        Leave out names, dates, places and numbers that only a few could know. Whoever raised it \
        reads your words first and may object.
        """
      }
      Form.of(visit, ConcernPath.summarize.location(concern.id), filled) {
        Field(
          ConcernSummary.Field.said, "You said",
          seenBy: "whoever raised it, and everybody once it is published"
        ).lines(filled)
        Field(
          ConcernSummary.Field.done, "We did",
          seenBy: "whoever raised it, and everybody once it is published"
        ).lines(filled)
        Form.acts("Propose it", cancel: ConcernPath.concern.location(concern.id))
      }
    }
  }

  private var filled: FormState {
    guard let words = opened.summary?.words, state.fields == FormFields() else { return state }
    var filled = state
    filled.fields = FormFields([
      (ConcernSummary.Field.said, words.said), (ConcernSummary.Field.done, words.done),
    ])
    return filled
  }
}
