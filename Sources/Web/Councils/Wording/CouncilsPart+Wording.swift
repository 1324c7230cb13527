import Councils
import HTML
import Kernel
import SQLStore

extension CouncilsPart {
  /// Rules about wording, and what becomes of charters that they question.
  func registerWording(in routes: inout Routes) {
    routes.page(WordingPath.rules, .signedIn) { visit, _, reader in
      .page(WordingRulesPage(visit: visit, rules: try WordingRule.all(reader: reader)).page)
    }
    routes.form(WordingPath.add, .rosterKeeper) { visit, _, state, _ in
      Self.rule(visit, state, "Add a rule", WordingPath.add.location())
    } change: { visit, _, fields, writer in
      let draft = try WordingRuleDraft { fields[$0] }
      try WordingRule.keep(draft, by: visit.viewer, in: visit.world, to: writer)
      return .redirect(WordingPath.rules.location(), saying: "The rule is added.")
    }
    routes.form(WordingPath.edit, .rosterKeeper) { visit, id, state, reader in
      let rule = try WordingRule.all(reader: reader).first { $0.id == id.segment }
      guard let rule else { throw Absent() }
      return Self.rule(
        visit, PersonForm.filled(state, WordingRuleDraft(rule).fields), "Edit a rule",
        WordingPath.edit.location(id))
    } change: { visit, id, fields, writer in
      let draft = try WordingRuleDraft { fields[$0] }
      try WordingRule.keep(
        draft, as: id.segment, by: visit.viewer, in: visit.world, to: writer)
      return .redirect(WordingPath.rules.location(), saying: "Saved.")
    }
    registerOverride(in: &routes)
  }

  private func registerOverride(in routes: inout Routes) {
    routes.page(WordingPath.waiting, .overseer) { visit, _, reader in
      let waiting = try QuestionedCharter.all(viewer: visit.viewer, reader: reader)
      return .page(QuestionedChartersPage(visit: visit, waiting: waiting).page)
    }
    routes.form(WordingPath.override, .overseer) { visit, id, state, reader in
      guard visit.viewer.mayOverrideWording else { throw Absent() }
      let waiting = try QuestionedCharter.all(viewer: visit.viewer, reader: reader)
        .first { $0.charter.id == id }
      guard let waiting else { throw Absent() }
      return try Self.overriding(waiting, visit, state, reader)
    } change: { visit, id, fields, writer in
      guard visit.viewer.mayOverrideWording else { throw Absent() }
      let draft = try Charter.OverrideDraft { fields[$0] }
      try Charter.override(id, draft, by: visit.viewer, writer: writer)
      return .redirect(
        WordingPath.waiting.location(), saying: "Published. Reason and reference stay with it.")
    }
  }

  private static func rule(
    _ visit: Visit, _ state: FormState, _ title: String, _ action: Location
  ) -> Page {
    Page(
      title, in: .organizations,
      under: [
        .init("Organizations", OrganizationPath.list.location()),
        .init("Rules about wording", WordingPath.rules.location()),
      ]
    ) { WordingRuleForm(visit: visit, state: state, action: action).markup }
  }

  private static func overriding(
    _ waiting: QuestionedCharter, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let rules = try WordingRule.holding(on: visit.viewer.today, reader: reader)
    let frame = try OrganizationFrame(waiting.organization, visit, reader)
    return frame.page(
      below: "Publish a questioned charter",
      subtitle: "Better: have it say “Open to all who support the purpose.”"
    ) {
      Card.of("What is questioned") {
        FindingList(findings: CharterDraft(waiting.charter).findings(by: rules)).markup
      }
      Form.of(visit, WordingPath.override.location(waiting.charter.id), state) {
        Field(
          Charter.OverrideDraft.Field.reason, "Why this wording is right",
          seenBy: "those who run the organization and those who decide"
        ).lines(state)
        Field(
          Charter.OverrideDraft.Field.counselReference, "Counsel's reference",
          seenBy: "those who run the organization and those who decide"
        ).text(state)
        Form.acts("Publish it", cancel: WordingPath.waiting.location())
      }
    }
  }

  /// Charters whose wording waits for a decision.
  func questionedItems(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    try QuestionedCharter.all(viewer: visit.viewer, reader: reader).map { waiting in
      HomeItem(
        .due, "Wording of the charter of \(waiting.organizationName)",
        why: "Its wording is questioned, so it is not published.", WordingPath.waiting.location())
    }
  }
}

/// Charters that wait because of their wording.
struct QuestionedChartersPage: Sendable {
  let visit: Visit
  let waiting: [QuestionedCharter]

  var page: Page {
    Page(
      "Questioned charters", in: .organizations,
      under: [.init("Organizations", OrganizationPath.list.location())],
      subtitle: "They are not published until their wording is changed, or the official decides."
    ) {
      if waiting.isEmpty {
        EmptyState.of("No charter waits", "Nothing is left to do here.", isDone: true)
      }
      ul(.class("list")) {
        for one in waiting {
          li {
            div {
              a(.href(OrganizationPath.charter.location(one.organization))) {
                one.organizationName
              }
              br()
              small { "Version \(one.charter.number)" }
            }
            if visit.viewer.mayOverrideWording {
              a(.class("btn small"), .href(WordingPath.override.location(one.charter.id))) {
                "Decide"
              }
            }
          }
        }
      }
    }
  }
}
