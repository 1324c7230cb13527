import Councils
import HTML
import Kernel
import SQLStore

/// Who votes in a body, category by category, beside what its accreditor requires.
struct CompositionPage: Sendable {
  let frame: OrganizationFrame
  let composition: Composition
  let rules: [CompositionRule]

  private var visit: Visit { frame.visit }

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    frame = try OrganizationFrame(id, visit, reader)
    composition = try Composition.of(frame.organization, viewer: visit.viewer, reader: reader)
    rules = try CompositionRule.all(of: frame.organization, reader: reader)
  }

  var page: Page {
    frame.page(
      below: "Who votes", subtitle: "As of \(When.day(visit.viewer.today))."
    ) {
      verdict
      for requirement in composition.requirements { card(requirement) }
      if !composition.others.isEmpty {
        Card.of("Others who vote") { voters(composition.others) }
      }
      if visit.viewer.mayKeepOrganizations { keeping }
    }
  }

  @HTMLBuilder private var verdict: HTML {
    if composition.requirements.isEmpty {
      EmptyState.of(
        "Nothing is required", "Requirements are kept with their source and their days.")
    } else if composition.isComplete {
      NoticeBox.of(.good, "Everybody who is required votes.")
    } else {
      NoticeBox.of(.bad, heading: "Somebody is missing") {
        ul {
          for requirement in composition.requirements where requirement.missing > 0 {
            li {
              "\(category(requirement.rule.category)): \(requirement.missing) more"
            }
          }
        }
      }
    }
  }

  private func category(_ category: SeatCategory) -> String {
    OrganizationWords.category(category, visit.words)
  }

  private func card(_ requirement: Composition.Requirement) -> HTML {
    Card.of(category(requirement.rule.category)) {
      p {
        Badge.of(
          "\(requirement.voters.count) of at least \(requirement.rule.atLeast)",
          requirement.missing == 0 ? .good : .bad)
      }
      p(.class("soft")) { requirement.rule.source }
      if !requirement.voters.isEmpty { voters(requirement.voters) }
    }
  }

  private func voters(_ voters: [Composition.Voter]) -> HTML {
    table(.class("dense")) {
      caption(.class("vh")) { "Who votes" }
      Cells.head(["Name", "Seat", "Since", "Until", "Evidence"])
      tbody {
        for voter in voters {
          tr {
            Cells.name(voter.name, PeoplePath.person.location(voter.person))
            td { voter.seatTitle }
            td(.class("fix"), .named("data-label", "Since")) { When.day(voter.since) }
            td(.class("fix"), .named("data-label", "Until")) {
              voter.until.map { When.day($0) } ?? ""
            }
            td { voter.evidence }
          }
        }
      }
    }
  }

  private var keeping: HTML {
    Card.of("Requirements") {
      if !rules.isEmpty {
        table(.class("dense")) {
          caption(.class("vh")) { "Requirements" }
          Cells.head(["Who", "At least", "Source", "From", "To", ""], numbers: ["At least"])
          tbody { for rule in rules { row(rule) } }
        }
      }
      p {
        a(.class("btn small"), .href(OrganizationPath.addRequirement.location(frame.id))) {
          "Add a requirement"
        }
      }
    }
  }

  private func row(_ rule: CompositionRule) -> HTML {
    tr {
      Cells.name { category(rule.category) }
      Cells.number(rule.atLeast, "At least")
      td { rule.source }
      td(.class("fix"), .named("data-label", "From")) { When.day(rule.effectiveFrom) }
      td(.class("fix"), .named("data-label", "To")) {
        rule.effectiveTo.map { When.day($0) } ?? ""
      }
      td {
        if rule.effectiveTo == nil {
          form(.method("post"), .action(OrganizationPath.endRequirement.location(rule.id))) {
            Form.token(visit)
            HTML.element(
              "button",
              [
                .class("btn small quiet"),
                .aria(.label, "End the requirement: \(category(rule.category))"),
              ], ["End today"])
          }
        }
      }
    }
  }
}

extension CouncilsPart {
  /// Who votes in a body and what is required.
  func registerComposition(in routes: inout Routes) {
    routes.page(OrganizationPath.composition, .signedIn) { visit, id, reader in
      .page(try CompositionPage(id, visit, reader).page)
    }
    routes.form(OrganizationPath.addRequirement, .rosterKeeper) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      return frame.page(below: "Add a requirement") {
        Self.requirementForm(frame, PersonForm.filled(state, []))
      }
    } change: { visit, id, fields, writer in
      let draft = try CompositionRuleDraft { fields[$0] }
      try CompositionRule.add(draft, to: id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        OrganizationPath.composition.location(id), saying: "The requirement is kept.")
    }
    routes.button(OrganizationPath.endRequirement, .rosterKeeper) { visit, id, _, writer in
      let organization = try CompositionRule.end(
        id, after: visit.viewer.today, by: visit.viewer, writer: writer)
      return .redirect(
        OrganizationPath.composition.location(organization),
        saying: "The requirement ends after today.")
    }
  }

  private static func requirementForm(_ frame: OrganizationFrame, _ state: FormState) -> HTML {
    let everybody = "everyone who finds the organization"
    return Form.of(
      frame.visit, OrganizationPath.addRequirement.location(frame.id), state
    ) {
      Field(CompositionRuleDraft.Field.category, "Who is required", seenBy: everybody).choice(
        state,
        [("", "Choose")]
          + CompositionRule.categories.map {
            ($0.rawValue, OrganizationWords.category($0, frame.visit.words))
          })
      Field(CompositionRuleDraft.Field.atLeast, "At least", seenBy: everybody)
        .text(state, type: "text", .class("narrow"), .named("inputmode", "numeric"))
      Field(
        CompositionRuleDraft.Field.source, "Where it is written", seenBy: everybody,
        hint: "As in: Institutional Requirements I.B.1, version of July 2022."
      ).text(state)
      Field(CompositionRuleDraft.Field.effectiveFrom, "First day", seenBy: everybody)
        .text(state, type: "date")
      Field(
        CompositionRuleDraft.Field.effectiveTo, "Last day", seenBy: everybody, isOptional: true
      ).text(state, type: "date")
      Form.acts("Keep it", cancel: OrganizationPath.composition.location(frame.id))
    }
  }
}
