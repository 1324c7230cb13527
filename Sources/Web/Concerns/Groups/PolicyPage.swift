import Concerns
import HTML
import Kernel
import SQLStore

/// How long concerns are kept. What a change erases is shown before it holds.
struct PolicyPage: Sendable {
  let visit: Visit
  let state: FormState
  let policy: ConcernPolicy
  /// What was typed, with what it leads to; nil where nothing was.
  let proposed: (policy: ConcernPolicy, consequence: ConcernPolicy.Consequence)?

  init(
    _ visit: Visit, _ state: FormState, proposing proposed: ConcernPolicy? = nil,
    _ reader: any SQLReader
  ) throws {
    guard visit.viewer.mayKeepHandlingGroups else { throw Absent() }
    self.visit = visit
    self.state = state
    policy = try ConcernPolicy(reader: reader)
    self.proposed = try proposed.map {
      ($0, try $0.consequence(viewer: visit.viewer, reader: reader))
    }
  }

  var page: Page {
    Page("How long concerns are kept", in: .concerns, under: ConcernPath.crumbs) {
      p { Self.rule(policy) }
      if let heldOn = policy.heldOn {
        NoticeBox.of(.warn, heading: "Nothing is erased since \(When.day(heldOn))") {
          p { policy.heldBecause }
        }
      }
      if let proposed {
        confirmation(proposed.policy, proposed.consequence)
      } else {
        form
        hold
      }
    }
  }

  /// What holds, in a sentence.
  static func rule(_ policy: ConcernPolicy) -> String {
    (policy.keepMonths.map {
      "A concern is erased \(Figures.counted($0, "month", "months")) after it was resolved."
    } ?? "Concerns are kept for ever.")
      + " Whoever raised one may object to words for the register for "
      + Figures.counted(policy.objectDays, "business day", "business days") + "."
  }

  private var form: HTML {
    Form.of(visit, ConcernPath.policy.location(), filled) {
      Field(
        ConcernPolicy.Field.months, "Months after a concern was resolved",
        hint: "Nothing keeps concerns for ever. Open ones are never erased.", isOptional: true
      ).text(filled, .named("inputmode", "numeric"))
      Field(ConcernPolicy.Field.objectDays, "Business days to object to words for the register")
        .text(filled, .named("inputmode", "numeric"))
      Form.acts("See what it erases", cancel: ConcernPath.rules.location())
    }
  }

  private var filled: FormState {
    guard state.fields.pairs.isEmpty || isAboutHolding else { return state }
    var filled = FormState()
    filled.fields = FormFields([
      (ConcernPolicy.Field.months, policy.keepMonths.map(String.init) ?? ""),
      (ConcernPolicy.Field.objectDays, String(policy.objectDays)),
    ])
    return filled
  }

  /// Whether what came back is the form about erasing nothing, and not the one about months.
  private var isAboutHolding: Bool {
    state.fields.pairs.contains { $0.name == ConcernPolicy.Field.because }
  }

  private func confirmation(
    _ policy: ConcernPolicy, _ consequence: ConcernPolicy.Consequence
  ) -> HTML {
    Card.of("What it erases") {
      p { Self.rule(policy) }
      Facts.of([
        .init("Tomorrow morning", count(consequence.nextMorning)),
        .init(
          "Within a year from now, if nothing else is resolved", count(consequence.withinAYear)),
      ])
      p {
        "What is erased cannot be brought back. Concerns that are kept from being erased stay."
      }
      div(.class("acts")) {
        Form.button(
          visit, "Let this hold", ConcernPath.keepPolicy.location(), style: "btn primary",
          hidden: [
            (ConcernPolicy.Field.months, policy.keepMonths.map(String.init) ?? ""),
            (ConcernPolicy.Field.objectDays, String(policy.objectDays)),
          ])
        a(.class("btn quiet"), .href(ConcernPath.policy.location())) { "Leave it as it is" }
      }
    }
  }

  /// The office keeps the rules and reads no concern. Whoever tries one number of months after the
  /// other does not learn when single ones were resolved.
  private func count(_ count: Int) -> String {
    switch count {
    case 0: "None"
    case ..<10: "Fewer than 10 concerns"
    default: "About \(Figures.grouped((count + 5) / 10 * 10)) concerns"
    }
  }

  private var hold: HTML {
    let isHeld = policy.heldOn != nil
    let typed = isAboutHolding ? state : FormState()
    return Card.of(isHeld ? "Let the rule run again" : "Erase nothing for now") {
      p {
        isHeld
          ? "From tomorrow morning on, what was kept long enough is erased."
          : "Such as while a court asks for it. Open and resolved concerns all stay."
      }
      Form.of(
        visit, (isHeld ? ConcernPath.releaseAll : ConcernPath.holdAll).location(), typed
      ) {
        Field(
          ConcernPolicy.Field.because, "Why",
          seenBy: visit.words("the {office}, and whoever reads the audit trail")
        ).text(typed)
        Form.acts(isHeld ? "Let it run" : "Erase nothing")
      }
    }
  }
}
