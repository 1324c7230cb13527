import Accounts
import HTML
import Kernel
import Logging
import Roster
import SQLStore

extension AccountsPart {
  /// Signing in with a password, and out.
  func registerSignIn(in routes: inout Routes) {
    routes.act(AccountPath.signIn, .anyone) { visit, _, state, _ in
      visit.viewer.isSignedIn
        ? AlreadySignedInPage(visit: visit).page : SignInPage(visit: visit, state: state).page
    } act: { visit, _, incoming in
      try await signIn(visit, incoming)
    }
    routes.button(AccountPath.signOut, .anyone) { visit, _, _, writer in
      if let session = visit.session {
        try Session.end(session.id, at: visit.viewer.now, to: writer)
      }
      return .redirect(
        Redirect(
          AccountPath.signIn.location(), saying: "You are signed out.", session: .ends))
    }
  }

  private func signIn(_ visit: Visit, _ incoming: Incoming) async throws -> Reply {
    let (address, password) = try SignInDraft.read(incoming.fields)
    let signIn = SignIn(
      store: incoming.site.store, world: incoming.site.world, hashing: hashing,
      browser: incoming.browser(visit))
    do {
      let session = try await signIn.withPassword(password, for: address)
      return Self.goOn(session, to: ReturnTarget.of(visit, incoming.fields))
    } catch let refusal as any Refusal where refusal.kind == .tooMany {
      incoming.noteRefusal("a sign-in had to wait")
      let state = FormState(
        fields: incoming.fields, problems: Problems(field: nil, refusal.sentence))
      return .page(SignInPage(visit: visit, state: state, status: 429).page)
    } catch let problems as Problems {
      incoming.noteRefusal("a sign-in failed")
      throw problems
    }
  }
}

/// What was typed to sign in.
private enum SignInDraft {
  static func read(_ fields: FormFields) throws(Problems) -> (address: String, password: String) {
    var problems = Problems()
    let address = fields.given(SignIn.Field.address)
    let password = fields[SignIn.Field.password]
    if address == nil { problems.add(SignIn.Field.address, "Write your mail address.") }
    if password.isEmpty {
      problems.add(SignIn.Field.password, "Write your password, or have a link mailed to you.")
    }
    try problems.throwIfAny()
    return (address ?? "", password)
  }
}

extension Incoming {
  /// Logs that someone was not let in: where from, never who or with what.
  func noteRefusal(_ sentence: Logger.Message) {
    site.logger.notice(sentence, metadata: ["client": "\(clientAddress)"])
  }
}
