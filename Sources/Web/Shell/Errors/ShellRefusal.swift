import Accounts
import HTML
import Kernel

/// The route is for people who are signed in: the browser goes to the sign-in page and comes back.
struct SignInNeeded: Refusal {
  let visit: Visit

  var kind: RefusalKind { .forbidden }
  var code: String { "sign-in-needed" }
  var sentence: String { "Sign in to go on." }

  func redirect(to target: String) -> Redirect {
    let waiting = visit.session?.awaitsSecondFactor == true
    let path = waiting ? AccountPath.secondFactor : AccountPath.signIn
    return Redirect(path.location(target == "/" ? [] : [("return", target)]))
  }
}

/// A form that did not come from one of our pages, or from a session that has ended since.
struct ForeignForm: Refusal {
  var kind: RefusalKind { .forbidden }
  var code: String { "foreign-form" }
  var sentence: String {
    "This form was opened in another session. Go back, reload the page, and send it again."
  }
}
