import Accounts
import HTML
import Kernel
import SQLStore

/// One's own second factor: none yet, being set up, or on.
struct OwnFactorPage: Sendable {
  let visit: Visit
  let state: FormState
  private let means: SignInMeans
  private let check: OwnerCheck

  init(visit: Visit, state: FormState, reader: any SQLReader) throws {
    guard let session = visit.session else { throw Absent() }
    self.visit = visit
    self.state = state
    self.means = try SignInMeans.of(session.person, reader: reader)
    self.check = OwnerCheck.beforeSecondFactor(
      session, hasPassword: means.hasPassword, at: visit.viewer.now)
  }

  var page: Page {
    Page(
      "Second factor", under: [SecurityPage.breadcrumb],
      subtitle: "A code from your phone, beside your password or link.", status: state.status
    ) {
      switch means.secondFactor {
      case .proposed(let setUp) where check == .settled: finish(setUp)
      case .none, .proposed: start
      case .confirmed(let since, let left): standing(since, left)
      }
    }
  }

  @HTMLBuilder private var start: HTML {
    p(.class("prose")) {
      "You need an authenticator app on your phone; most phones have one already. Each time you "
      "sign in it shows you a code of six digits, and without that code nobody gets in."
    }
    if check == .newSignIn {
      AskAgain.of(visit, means, returnTo: AccountPath.ownFactor.location())
    } else {
      Form.of(visit, AccountPath.startFactor.location(), state) {
        if check == .password { CurrentPassword.field(state) }
        Form.acts("Start", cancel: AccountPath.security.location())
      }
    }
  }

  private func finish(_ setUp: SecondFactor.SetUp) -> HTML {
    .group([
      div(.class("cols")) {
        Card.of("1. Scan") { FactorSetUp.scan(setUp) }
        Card.of("2. Confirm") {
          Form.of(visit, AccountPath.ownFactor.location(), state) {
            FactorSetUp.entry(FactorSetUp.field, FormState(problems: state.problems))
            Form.acts("Turn on")
          }
          p(.class("hint")) { "Then come recovery codes, for the day when the phone is gone." }
        }
      },
      Form.button(visit, "Not now", AccountPath.cancelFactor.location(), style: "btn quiet"),
    ])
  }

  @HTMLBuilder private func standing(_ since: Instant, _ left: Int) -> HTML {
    p {
      Badge.of("On", .good)
      " since \(When.moment(since, visit)). \(RecoveryCodesPage.left(left))"
    }
    div(.class("acts")) {
      a(.class("btn"), .href(AccountPath.recoveryCodes.location())) { "New recovery codes" }
      a(.class("btn"), .href(AccountPath.removeFactor.location())) { "Remove" }
    }
  }
}

/// Removing one's own second factor, which takes one of its codes.
struct RemoveFactorPage: Sendable {
  let visit: Visit
  let state: FormState

  var page: Page {
    Page("Remove your second factor", under: [SecurityPage.breadcrumb], status: state.status) {
      Form.of(visit, AccountPath.removeFactor.location(), state) {
        FactorSetUp.entry(
          Field(
            SecondFactor.field, "Code from your app", hint: "Or one of your recovery codes."),
          FormState(problems: state.problems))
        Form.acts("Remove it", cancel: AccountPath.security.location())
      }
      p(.class("hint")) {
        "The phone and the codes are gone? Ask an administrator; they make sure that it is you."
      }
    }
  }
}
