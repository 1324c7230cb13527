import Councils
import HTML
import Kernel

/// The rules by which wording is questioned, those that are over included.
struct WordingRulesPage: Sendable {
  let visit: Visit
  let rules: [WordingRule]

  private var add: HTML {
    visit.viewer.mayKeepOrganizations
      ? a(.class("btn primary"), .href(WordingPath.add.location())) { "Add a rule" } : .nothing
  }

  var page: Page {
    Page(
      "Rules about wording", in: .organizations,
      under: [.init("Organizations", OrganizationPath.list.location())],
      subtitle: "What a charter may not make a condition, each with its source. No legal advice.",
      actions: add
    ) {
      table {
        caption(.class("vh")) { "Rules about wording" }
        Cells.head(["Rule", "What its phrases do", "Holds", "Source", "Example"])
        tbody { for rule in rules { row(rule) } }
      }
    }
  }

  private func row(_ rule: WordingRule) -> HTML {
    tr {
      if let word = PathWord(segment: rule.id), visit.viewer.mayKeepOrganizations {
        Cells.name(rule.title, WordingPath.edit.location(word))
      } else {
        Cells.name { rule.title }
      }
      Cells.text(Self.words(rule.kind))
      td(.named("data-label", "Holds")) {
        "from \(When.day(rule.effectiveFrom))"
          + (rule.effectiveTo.map { " to \(When.day($0))" } ?? "")
        if !rule.holds(on: visit.viewer.today) {
          " "
          Badge.of("Not today", .warn)
        }
      }
      Cells.labeled("Source", .text(rule.source))
      Cells.labeled("Example", .text(rule.example))
    }
  }

  static func words(_ kind: WordingRule.Kind) -> String {
    switch kind {
    case .trait: "Name a protected trait"
    case .condition: "Make it a condition"
    case .mention: "Name a group without inviting all"
    case .invitation: "Invite everybody"
    case .inclusion: "Take in others"
    }
  }
}

/// The form of a rule.
struct WordingRuleForm: Sendable {
  let visit: Visit
  let state: FormState
  let action: Location

  private static let readers = "everyone who signs in"

  var markup: HTML {
    Form.of(visit, action, state) {
      field(.title, "Title").text(state)
      field(.kind, "What its phrases do").choice(
        state, WordingRule.Kind.allCases.map { ($0.rawValue, WordingRulesPage.words($0)) })
      Field(
        WordingRuleDraft.Field.phrases.rawValue, "Phrases", seenBy: Self.readers,
        hint: "One on each line, in lower case. {trait} stands for a trait, {people} for a word "
          + "such as residents, {number} for a number, {start} for the start of a sentence."
      ).lines(state, rows: 8)
      field(.why, "Why it is questioned", isOptional: true).text(state)
      field(.suggestion, "What to write instead", isOptional: true).text(state)
      field(.source, "Source").text(state)
      field(.example, "Example").text(state)
      field(.effectiveFrom, "First day").text(state, type: "date")
      field(.effectiveTo, "Last day", isOptional: true).text(state, type: "date")
      Form.acts("Save", cancel: WordingPath.rules.location())
    }
  }

  private func field(
    _ field: WordingRuleDraft.Field, _ label: String, isOptional: Bool = false
  ) -> Field {
    Field(field.rawValue, label, seenBy: Self.readers, isOptional: isOptional)
  }
}
