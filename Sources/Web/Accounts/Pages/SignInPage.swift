import Accounts
import HTML
import Kernel

/// The door: address and password, or a link by mail. One address field serves both.
struct SignInPage: Sendable {
  let visit: Visit
  let state: FormState
  var status: Int?

  var page: Page {
    Page("Sign in", status: status ?? state.status) {
      if visit.isDemonstration { tryIt }
      form(.class("form"), .method("post"), .action(AccountPath.signIn.location())) {
        Form.token(visit)
        ReturnTarget.field(ReturnTarget.of(visit, state.fields))
        Form.summary(state)
        address
        Field(SignIn.Field.password, "Password").text(
          state, type: "password", .named("autocomplete", "current-password"),
          .flag("autofocus", isRetry))
        div(.class("acts")) { button(.class("btn primary")) { "Sign in" } }
        hr()
        p(.class("hint")) { "No password, or forgotten it? A mailed link signs you in." }
        div(.class("acts")) {
          button(
            .class("btn"), .flag("formnovalidate"),
            .named("formaction", AccountPath.linkRequest.location().text)
          ) { "Mail me a link" }
        }
      }
    }
  }

  /// Whether an address stands there already, so that the password comes next.
  private var isRetry: Bool { !state.fields[SignIn.Field.address].isEmpty }

  private var address: HTML {
    Field(SignIn.Field.address, "Mail address").text(
      state, type: "email", .named("autocomplete", "username"), .flag("autofocus", !isRetry))
  }

  private var tryIt: HTML {
    NoticeBox.of(.info, heading: "Look around") {
      p { "This is a demonstration. Nobody needs an account: be anyone you like." }
      p {
        a(.class("btn primary"), .href(AccountPath.demonstration.location())) {
          "Choose who to be"
        }
      }
    }
  }
}

/// The sign-in for someone who is signed in.
struct AlreadySignedInPage: Sendable {
  let visit: Visit

  var page: Page {
    Page("You are signed in") {
      p { "You are here as \(visit.name)." }
      div(.class("acts")) {
        a(.class("btn primary"), .href(ReturnTarget.location(ReturnTarget.of(visit)))) { "Go on" }
        Form.button(visit, "Sign out", AccountPath.signOut.location())
      }
    }
  }
}

extension FormState {
  /// The status of the page that holds the form.
  var status: Int { problems.all.isEmpty ? 200 : 422 }
}
