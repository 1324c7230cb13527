import Concerns
import HTML
import Kernel

/// What whoever raised a concern is asked, behind their code.
struct AskedCards: Sendable {
  let visit: Visit
  let written: WrittenConcern
  /// What they are asked to agree to; nil where nothing is.
  let offer: Handover?
  let code: ConcernCode
  let state: FormState

  private var concern: Concern { written.concern }
  private var today: Day { visit.viewer.today }

  @HTMLBuilder var markup: HTML {
    if let offer { consent(offer) }
    if let asked = FollowUp.due(concern, on: today) { treatment(asked) }
    if let summary = written.summary { words(summary) }
  }

  private var hidden: (name: String, value: String) { (WrittenConcern.Field.code, code.text) }

  private func consent(_ offer: Handover) -> HTML {
    Card.of("May another group have it?") {
      p {
        """
        “\(concern.groupName)” asks whether “\(offer.readers.group.name)” may have it instead. \
        Then these read it, and nobody else any more:
        """
      }
      ul {
        for one in offer.readers.readers {
          li {
            bdi { one.name }
            ", "
            one.title
          }
        }
      }
      div(.class("acts")) {
        choice("Yes, hand it over", "yes", offer.readers.digest)
        choice("No, leave it where it is", "no", offer.readers.digest)
      }
    }
  }

  private func choice(_ label: String, _ value: String, _ seen: String) -> HTML {
    Form.button(
      visit, label, ConcernPath.consent.location(),
      hidden: [hidden, (ReadersPage.Carried.seen, seen), (WrittenConcern.Field.agrees, value)])
  }

  private func treatment(_ asked: Int) -> HTML {
    Card.of("Has anyone treated you worse since?") {
      p {
        """
        We ask everybody, \(asked) days after they raised something. Worse shifts, evaluations, \
        letters, remarks: it may not be, and it is looked at first.
        """
      }
      p(.class("soft")) {
        """
        Your answer is not kept. A yes leads to a new concern with people whom you choose: those \
        who read this one do not learn of it.
        """
      }
      div(.class("acts")) {
        Form.button(
          visit, "Yes, and I want to say so", ConcernPath.follow.location(), hidden: [hidden])
        Form.button(
          visit, "No, or not now", ConcernPath.putOff.location(),
          hidden: [hidden, (FollowUp.field, String(asked))])
      }
    }
  }

  @HTMLBuilder private func words(_ summary: ConcernSummary) -> HTML {
    if summary.state != .withdrawn {
      Card.of("In the register") {
        SaidAndDone.of(summary.words)
        if summary.awaitsWriter(on: today) {
          p {
            """
            Everybody is to read this. If it points to you, or is not what happened, object until \
            \(When.day(summary.objectBy)).
            """
          }
          Form.button(
            visit, "It may stand there", ConcernPath.agree.location(), hidden: [hidden])
          objection
        } else {
          p { Self.standing(summary) }
        }
      }
    }
  }

  private static func standing(_ summary: ConcernSummary) -> String {
    switch summary.state {
    case .proposed: "Nobody objected. It is published as soon as a second person has read it."
    case .agreed: "You agreed. It is published as soon as a second person has read it."
    case .objected: "You objected. It is not published like this."
    case .published: "Everybody who is signed in can read it."
    case .withdrawn: ""
    }
  }

  private var objection: HTML {
    Fold.of("Object", isOpen: !state.problems.of(ConcernSummary.Field.objection).isEmpty) {
      Form.of(visit, ConcernPath.object.location(), state) {
        input(.type("hidden"), .name(hidden.name), .value(hidden.value))
        Field(
          ConcernSummary.Field.objection, "What must not stand there",
          seenBy: "those who read your concern"
        ).lines(state)
        Form.acts("Object")
      }
    }
  }
}
