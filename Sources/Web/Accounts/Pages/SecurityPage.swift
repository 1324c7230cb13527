import Accounts
import HTML
import Kernel
import Roster

/// How someone signs in, where they are signed in, and who looked.
struct SecurityPage: Sendable {
  let visit: Visit
  let session: Session
  let means: SignInMeans
  let sessions: [SessionLine]

  /// The link above the pages below this one.
  static let breadcrumb = Page.Breadcrumb(
    "Sign-in and security", AccountPath.security.location())

  var page: Page {
    Page("Sign-in and security", subtitle: "Only you see this page.") {
      div(.class("cols")) {
        Card.of("Password") { password }
        Card.of("Second factor") { secondFactor }
        Card.of("Mailed links") { links }
        Card.of("Who opened my record") {
          p { "Each time someone opens your personnel record, it is noted for you to see." }
          p { a(.href(PeoplePath.reads.location())) { "See who opened it" } }
        }
      }
      section {
        h2 { "Where you are signed in" }
        ul(.class("list")) { for line in sessions { row(line) } }
        if sessions.count > 1 {
          Form.button(
            visit, "End all others", AccountPath.endOtherSessions.location(),
            style: "btn danger")
        }
      }
      if visit.viewer.mayAdminister {
        p { a(.href(AccountPath.rules.location())) { "Whom the institution asks for more" } }
      }
    }
  }

  @HTMLBuilder private var password: HTML {
    if let setAt = means.passwordSetAt {
      p { "You have one since \(When.within(setAt, visit))." }
      div(.class("acts")) {
        link("Change", AccountPath.password.location())
        link("Remove", AccountPath.removePassword.location())
      }
    } else {
      p { "You have none, and need none: mailed links sign you in." }
      div(.class("acts")) { link("Set a password", AccountPath.password.location()) }
    }
  }

  @HTMLBuilder private var secondFactor: HTML {
    switch means.secondFactor {
    case .none, .proposed:
      p { "A code from your phone, beside your password or link. Recommended to everyone." }
      div(.class("acts")) { link("Set up", AccountPath.ownFactor.location()) }
    case .confirmed(let since, let left):
      p {
        Badge.of("On", .good)
        " since \(When.within(since, visit))"
      }
      p { left == 0 ? "You have no recovery codes." : RecoveryCodesPage.left(left) }
      div(.class("acts")) {
        link("New recovery codes", AccountPath.recoveryCodes.location())
        link("Remove", AccountPath.removeFactor.location())
      }
    }
  }

  @HTMLBuilder private var links: HTML {
    if let address = means.address {
      p {
        "They go to"
        br()
        b { address }
      }
    } else {
      p { visit.words("The {office} has no mail address of you, so none can be sent.") }
    }
  }

  private func link(_ label: String, _ location: Location) -> HTML {
    a(.class("btn small"), .href(location)) { label }
  }

  private func row(_ line: SessionLine) -> HTML {
    li {
      div {
        b { line.device }
        if line.id == session.id {
          " "
          Badge.of("This one", .good)
        }
        br()
        small {
          "\(Self.words(line.means)), since \(When.within(line.createdAt, visit)). Last used: "
            + When.within(line.seenAt, visit)
        }
      }
      if line.id != session.id {
        Form.button(
          visit, "End", AccountPath.endSession.location(line.id), style: "btn small danger")
      }
    }
  }

  /// How someone signed in, in words.
  static func words(_ means: Session.Means) -> String {
    switch means {
    case .password: "With a password"
    case .link: "With a mailed link"
    case .demonstration: "By choosing a role"
    }
  }
}
