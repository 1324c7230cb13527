import Accounts
import HTML
import Kernel

/// The second step of signing in: a code of the app, or setting the app up.
struct SecondStepPage: Sendable {
  let visit: Visit
  let state: FormState
  let factor: SecondFactor
  var status: Int?

  var page: Page {
    switch factor {
    case .proposed(let setUp): settingUp(setUp)
    case .confirmed, .none: asking
    }
  }

  private var asking: Page {
    Page("Second step", status: status ?? state.status) {
      codeForm(
        Field(
          SecondFactor.field, "Code from your app",
          hint: "6 digits. Without your phone, write one of your recovery codes."),
        button: "Go on")
      signOut
    }
  }

  private func settingUp(_ setUp: SecondFactor.SetUp) -> Page {
    Page("Set up your second factor", status: status ?? state.status) {
      p {
        "You see more here than others do, so \(visit.settings.institutionName) asks for a code "
        "from your phone beside your password. It takes two minutes, once."
      }
      FactorSetUp.scan(setUp)
      codeForm(FactorSetUp.field, button: "Turn on")
      signOut
    }
  }

  private func codeForm(_ field: Field, button label: String) -> HTML {
    Form.of(visit, AccountPath.secondFactor.location(), state) {
      ReturnTarget.field(ReturnTarget.of(visit, state.fields))
      FactorSetUp.entry(field, FormState(problems: state.problems))
      Form.acts(label)
    }
  }

  private var signOut: HTML {
    Form.button(visit, "Not now: sign out", AccountPath.signOut.location(), style: "btn quiet")
  }
}
