import Accounts
import Credentials
import HTML
import Kernel
import SQLStore

extension AccountsPart {
  /// One's own second factor: setting up, recovery codes, removing.
  func registerOwnFactor(in routes: inout Routes) {
    routes.act(AccountPath.ownFactor, .signedIn) { visit, _, state, reader in
      try OwnFactorPage(visit: visit, state: state, reader: reader).page
    } act: { visit, _, incoming in
      guard let session = visit.session else { throw Absent() }
      guard session.isFresh(at: visit.viewer.now) else {
        throw Problems(
          field: nil, "That took a while. Show once more that it is you; your app stays set up.")
      }
      return try await confirmFactor(session, incoming, returnTo: "/security")
    }
    routes.act(AccountPath.startFactor, .signedIn) { visit, _, state, reader in
      try OwnFactorPage(visit: visit, state: state, reader: reader).page
    } act: { visit, _, incoming in
      guard let session = visit.session else { throw Absent() }
      let token = try await passwordChange(session, visit, incoming)
        .renewSession(current: incoming.fields[PasswordChange.Field.current])
      let world = incoming.site.world
      try await incoming.site.store.write {
        try SecondFactor.propose(for: session.person, in: world, writer: $0)
      }
      return .redirect(
        Redirect(
          AccountPath.ownFactor.location(),
          session: token.map { .begins(token: $0.text) } ?? .stays))
    }
    routes.button(AccountPath.cancelFactor, .signedIn) { visit, _, _, writer in
      guard let session = visit.session else { throw Absent() }
      try SecondFactor.withdraw(for: session.person, writer: writer)
      return .redirect(AccountPath.security.location())
    }
    registerRemoval(in: &routes)
    registerRecoveryCodes(in: &routes)
  }

  private func registerRemoval(in routes: inout Routes) {
    routes.act(AccountPath.removeFactor, .signedIn) { visit, _, state, _ in
      RemoveFactorPage(visit: visit, state: state).page
    } act: { visit, _, incoming in
      guard let session = visit.session else { throw Absent() }
      try await codes(incoming).remove(
        with: incoming.fields[SecondFactor.field], in: session)
      return .redirect(
        AccountPath.security.location(), saying: "Your second factor is removed.")
    }
  }

  private func registerRecoveryCodes(in routes: inout Routes) {
    routes.act(AccountPath.recoveryCodes, .signedIn) { visit, _, state, reader in
      try RecoveryCodesPage(visit: visit, state: state, reader: reader).page
    } act: { visit, _, incoming in
      guard let session = visit.session else { throw Absent() }
      let sheet = try await codes(incoming).newSheet(
        incoming.fields.given(SecondFactor.field), in: session)
      return .page(
        RecoverySheetPage(
          visit: visit, codes: sheet, target: ReturnTarget.of(visit, incoming.fields)
        ).page)
    }
  }
}
