package import Kernel

/// What someone has to show, although they are signed in, before the way to sign in is changed: an
/// unlocked screen is not enough.
package enum OwnerCheck: Sendable, Equatable {
  /// Nothing more.
  case settled
  /// The password that stands.
  case password
  /// A new sign-in by mailed link, because there is no password to ask for.
  case newSignIn

  /// What changing a password takes: the one that stands, or a link that was opened just now.
  package static func beforePassword(
    _ session: Session, hasPassword: Bool, at now: Instant
  ) -> OwnerCheck {
    if session.means != .password, session.isFresh(at: now) { return .settled }
    return hasPassword ? .password : .newSignIn
  }

  /// What setting up a second factor takes: any sign-in of just now, or the password.
  package static func beforeSecondFactor(
    _ session: Session, hasPassword: Bool, at now: Instant
  ) -> OwnerCheck {
    if session.isFresh(at: now) { return .settled }
    return hasPassword ? .password : .newSignIn
  }
}
