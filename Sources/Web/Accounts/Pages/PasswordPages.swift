import Accounts
import Credentials
import HTML
import Kernel
import SQLStore

/// Setting or changing one's own password.
struct PasswordPage: Sendable {
  let visit: Visit
  let state: FormState
  private let means: SignInMeans
  private let check: OwnerCheck

  init(visit: Visit, state: FormState, reader: any SQLReader) throws {
    guard let session = visit.session else { throw Absent() }
    self.visit = visit
    self.state = state
    self.means = try SignInMeans.of(session.person, reader: reader)
    self.check = OwnerCheck.beforePassword(
      session, hasPassword: means.hasPassword, at: visit.viewer.now)
  }

  var page: Page {
    Page(
      means.hasPassword ? "Change your password" : "Set a password",
      under: [SecurityPage.breadcrumb], status: state.status
    ) {
      if check == .newSignIn {
        AskAgain.of(visit, means, returnTo: AccountPath.password.location())
      } else {
        Form.of(visit, AccountPath.password.location(), state) {
          username
          if check == .password { CurrentPassword.field(state) }
          Field(
            PasswordChange.Field.new, "New password",
            hint: "At least \(PasswordRules.least) characters. A few unrelated words do well."
          ).text(state, type: "password", .named("autocomplete", "new-password"))
          Field(PasswordChange.Field.again, "The new password once more")
            .text(state, type: "password", .named("autocomplete", "new-password"))
          p(.class("hint")) { "You stay signed in here and are signed out everywhere else." }
          Form.acts("Save", cancel: AccountPath.security.location())
        }
      }
    }
  }

  /// Tells password keepers whose password it is.
  private var username: HTML {
    input(
      .type("hidden"), .name("username"), .named("autocomplete", "username"),
      .value(means.address ?? ""))
  }
}

/// Removing one's own password.
struct RemovePasswordPage: Sendable {
  let visit: Visit
  let state: FormState
  private let means: SignInMeans
  private let check: OwnerCheck

  init(visit: Visit, state: FormState, reader: any SQLReader) throws {
    guard let session = visit.session else { throw Absent() }
    self.visit = visit
    self.state = state
    self.means = try SignInMeans.of(session.person, reader: reader)
    self.check = OwnerCheck.beforePassword(
      session, hasPassword: means.hasPassword, at: visit.viewer.now)
  }

  var page: Page {
    Page("Remove your password", under: [SecurityPage.breadcrumb], status: state.status) {
      if !means.hasPassword {
        p { "You have no password." }
      } else {
        p { "From then on you sign in with links that are mailed to \(means.address ?? "you")." }
        Form.of(visit, AccountPath.removePassword.location(), state) {
          if check == .password { CurrentPassword.field(state) }
          Form.acts("Remove the password", cancel: AccountPath.security.location())
        }
      }
    }
  }
}

/// Asking for the password that stands.
enum CurrentPassword {
  static func field(_ state: FormState) -> HTML {
    Field(PasswordChange.Field.current, "Present password")
      .text(state, type: "password", .named("autocomplete", "current-password"))
  }
}

/// What stands in place of a form that needs a sign-in of just now.
enum AskAgain {
  static func of(_ visit: Visit, _ means: SignInMeans, returnTo location: Location) -> HTML {
    NoticeBox.of(.info, heading: "First show that it is you") {
      p { "You signed in a while ago. Open a new link from your mailbox; it leads back here." }
      if let address = means.address {
        Form.button(
          visit, "Mail me a link", AccountPath.linkRequest.location(), style: "btn primary",
          hidden: [(SignIn.Field.address, address), (ReturnTarget.name, location.text)])
      }
    }
  }
}
