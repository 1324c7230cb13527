package import Kernel

/// What signing in and its settings say no to.
package enum AccountRefusal: Refusal, Equatable {
  /// Too many attempts; so many seconds to wait.
  case tooSoon(seconds: Int)
  /// Too many links were asked for; so many seconds to wait.
  case tooManyLinks(seconds: Int)
  /// Someone to whom no mail can be sent.
  case noAddress(name: String)
  /// Someone who was deactivated.
  case deactivated(name: String)
  /// The sign-in is too old to change how one signs in.
  case signInAgain
  /// There is a second factor already.
  case factorStands
  /// There is no second factor.
  case noFactor
  /// The issuer's subject is linked to another person.
  case identityTaken
  /// An administrator has signed in already.
  case alreadyBegun

  package var kind: RefusalKind {
    switch self {
    case .tooSoon, .tooManyLinks: .tooMany
    case .signInAgain: .forbidden
    case .noAddress, .deactivated, .factorStands, .noFactor, .identityTaken, .alreadyBegun:
      .conflict
    }
  }

  package var code: String {
    switch self {
    case .tooSoon: "too-soon"
    case .tooManyLinks: "too-many-links"
    case .noAddress: "no-address"
    case .deactivated: "deactivated"
    case .signInAgain: "sign-in-again"
    case .factorStands: "factor-stands"
    case .noFactor: "no-factor"
    case .identityTaken: "identity-taken"
    case .alreadyBegun: "already-begun"
    }
  }

  package var sentence: String {
    switch self {
    case .tooSoon(let seconds):
      "Too many attempts. Try again in \(WaitWords.of(seconds))."
    case .tooManyLinks(let seconds):
      "Many links were asked for in the last hour. Use the newest one in your mailbox, or ask "
        + "again in \(WaitWords.of(seconds))."
    case .noAddress(let name): "\(name) has no mail address. Add one first."
    case .deactivated(let name): "\(name) is deactivated. Reactivate them first."
    case .signInAgain:
      "Sign out and sign in again with a mailed link; then you can change this for ten minutes."
    case .factorStands: "Your second factor is on already. Remove it first to set up another."
    case .noFactor: "No second factor is set up."
    case .identityTaken: "This identity belongs to someone else already."
    case .alreadyBegun:
      "An administrator has signed in already. If nobody can get in, run "
        + "“housestaff administrator --address ADDRESS” for a new link."
    }
  }
}

/// A time to wait as people say it.
enum WaitWords {
  /// `20 seconds`, `3 minutes`; never less than what is meant.
  static func of(_ seconds: Int) -> String {
    if seconds <= 90 { return seconds == 1 ? "1 second" : "\(max(seconds, 1)) seconds" }
    return "\((seconds + 59) / 60) minutes"
  }
}
