import Accounts
import HTML
import Kernel
import SQLStore

extension AccountsPart {
  /// The page about one's own sign-in, and one's sessions.
  func registerSecurity(in routes: inout Routes) {
    routes.page(AccountPath.security, .signedIn) { visit, _, reader in
      guard let session = visit.session else { throw Absent() }
      return .page(
        SecurityPage(
          visit: visit, session: session,
          means: try SignInMeans.of(session.person, reader: reader),
          sessions: try SessionLine.open(of: session.person, at: visit.viewer.now, reader: reader)
        ).page)
    }
    routes.button(AccountPath.endSession, .signedIn) { visit, id, _, writer in
      guard let session = visit.session else { throw Absent() }
      try Session.end(id, of: session.person, at: visit.viewer.now, to: writer)
      return .redirect(AccountPath.security.location(), saying: "That session has ended.")
    }
    routes.button(AccountPath.endOtherSessions, .signedIn) { visit, _, _, writer in
      guard let session = visit.session else { throw Absent() }
      let ended = try Session.endAll(
        of: session.person, but: session.id, at: visit.viewer.now, to: writer)
      try Audit.append(
        Audit.Act("session.ended", of: .person(session.person), detail: "all others"),
        by: session.person, at: visit.viewer.now, to: writer)
      return .redirect(
        AccountPath.security.location(),
        saying: ended == 0
          ? "You were signed in nowhere else."
          : Figures.counted(ended, "other session has", "other sessions have") + " ended.")
    }
  }

  /// One's own password.
  func registerPassword(in routes: inout Routes) {
    routes.act(AccountPath.password, .signedIn) { visit, _, state, reader in
      try PasswordPage(visit: visit, state: state, reader: reader).page
    } act: { visit, _, incoming in
      guard let session = visit.session else { throw Absent() }
      let fields = incoming.fields
      try await passwordChange(session, visit, incoming).set(
        PasswordChange.Typed(
          current: fields[PasswordChange.Field.current], new: fields[PasswordChange.Field.new],
          again: fields[PasswordChange.Field.again]))
      return .redirect(
        AccountPath.security.location(),
        saying: "Your password is set. You are signed out everywhere else.")
    }
    routes.act(AccountPath.removePassword, .signedIn) { visit, _, state, reader in
      try RemovePasswordPage(visit: visit, state: state, reader: reader).page
    } act: { visit, _, incoming in
      guard let session = visit.session else { throw Absent() }
      try await passwordChange(session, visit, incoming)
        .remove(current: incoming.fields[PasswordChange.Field.current])
      return .redirect(
        AccountPath.security.location(),
        saying: "Your password is removed. From now on you sign in with mailed links.")
    }
  }
}
