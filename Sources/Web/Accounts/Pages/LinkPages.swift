import Accounts
import HTML
import Kernel
import Roster

/// Asking for a link by mail.
struct LinkRequestPage: Sendable {
  let visit: Visit
  let state: FormState
  var status: Int?

  var page: Page {
    Page("Sign in with a mailed link", status: status ?? state.status) {
      Form.of(visit, AccountPath.linkRequest.location(), state) {
        ReturnTarget.field(ReturnTarget.of(visit, state.fields))
        LinkRequestPage.address(state, visit)
        Form.acts("Mail me a link")
      }
      p { a(.href(AccountPath.signIn.location())) { "Sign in with a password" } }
    }
  }

  /// The field of the address.
  static func address(_ state: FormState, _ visit: Visit) -> HTML {
    Field(
      SignIn.Field.address, "Mail address",
      hint: visit.words("The one that your {office} has of you.")
    ).text(state, type: "email", .named("autocomplete", "username"))
  }
}

/// What is said after asking, whoever asked and whether or not the address is known.
struct LinkMailedPage: Sendable {
  let visit: Visit

  var page: Page {
    Page("Look into your mailbox") {
      p { "If we know this address, a link is on its way. It works once, for 20 minutes." }
      p(.class("hint")) {
        "Nothing there? Look among the unwanted mail, see that you wrote the address that your "
        "\(visit.settings.word(.office)) has of you, or ask them to send you a link."
      }
      p { a(.href(AccountPath.signIn.location())) { "Back to the sign-in" } }
    }
  }
}

/// A link that was opened: one button uses it, so that looking at it does not.
struct LinkPage: Sendable {
  let visit: Visit
  let secret: PathWord
  /// What the link is for; nil where it works no more.
  let pending: OneTimeLink.Pending?

  var page: Page {
    guard let pending else { return spent }
    return Page("Sign in as \(pending.name)") {
      if visit.viewer.isSignedIn, visit.name != pending.name {
        NoticeBox.of(.warn, "In this browser you are signed in as \(visit.name); that ends.")
      }
      p { welcome(pending) }
      Form.button(
        visit, "Sign in", AccountPath.link.location(secret), style: "btn primary")
      p(.class("hint")) { "You are someone else? Close this page; nothing has happened." }
    }
  }

  private func welcome(_ pending: OneTimeLink.Pending) -> String {
    switch pending.purpose {
    case .signIn, .administrator: "This link works once."
    case .invitation:
      "Welcome to Housestaff at \(visit.settings.institutionName). This link works once."
    case .firstAdministrator:
      "You are the first administrator here. This link works once; afterwards you can set a "
        + "password, or have links mailed to you."
    }
  }

  private var spent: Page {
    Page("This link works no more", status: 410) {
      p { "It was used, it has run out, or it was copied in part. A new one is quickly made:" }
      Form.of(visit, AccountPath.linkRequest.location(), FormState()) {
        LinkRequestPage.address(FormState(), visit)
        Form.acts("Mail me a new link")
      }
    }
  }
}
