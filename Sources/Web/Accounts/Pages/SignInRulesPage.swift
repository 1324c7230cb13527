import Accounts
import HTML
import Kernel

/// Of whom the institution asks a second factor.
struct SignInRulesPage: Sendable {
  let visit: Visit
  let state: FormState
  let rule: SecondFactorRule

  /// The field of the rule.
  static let field = "second-factor"

  var page: Page {
    Page(
      "Whom the institution asks for more",
      under: [Page.Breadcrumb("Settings", SettingsPath.settings.location())],
      subtitle: "Everyone can set up a second factor; here you decide who must.",
      status: state.status
    ) {
      Form.of(visit, AccountPath.rules.location(), filled) {
        Field(
          Self.field, "People with a role need a second factor",
          hint: visit.words(
            "A role is administrator, {office}, official, director, coordinator, steward or "
              + "adviser. They are led to set it up at their next sign-in.")
        ).choice(filled, SecondFactorRule.allCases.map { ($0.rawValue, words($0)) })
        Form.acts("Save")
      }
    }
  }

  private var filled: FormState {
    guard state.fields.pairs.isEmpty else { return state }
    return FormState(
      fields: FormFields([(Self.field, rule.rawValue)]), problems: state.problems)
  }

  private func words(_ rule: SecondFactorRule) -> String {
    switch rule {
    case .never: "Never"
    case .afterPassword: "When they sign in with a password"
    case .always: "Always, also after a mailed link"
    }
  }
}
