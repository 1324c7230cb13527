import Accounts
import Credentials
import HTML
import Kernel
import Logging
import SQLStore

extension AccountsPart {
  /// The second step of signing in: a code, or setting up what gives codes.
  func registerSecondFactor(in routes: inout Routes) {
    routes.act(AccountPath.secondFactor, .anyone) { visit, _, state, reader in
      guard let session = visit.session else { throw SignInNeeded(visit: visit) }
      guard session.awaitsSecondFactor else { return AlreadySignedInPage(visit: visit).page }
      let factor = try SecondFactor.of(session.person, reader: reader)
      return SecondStepPage(visit: visit, state: state, factor: factor).page
    } act: { visit, _, incoming in
      guard let session = visit.session, session.awaitsSecondFactor else {
        throw SignInNeeded(visit: visit)
      }
      return try await secondStep(session, visit, incoming)
    }
  }

  private func secondStep(
    _ session: Session, _ visit: Visit, _ incoming: Incoming
  ) async throws -> Reply {
    let target = ReturnTarget.of(visit, incoming.fields)
    let factor = try await incoming.site.store.read {
      try SecondFactor.of(session.person, reader: $0)
    }
    if case .proposed = factor {
      return try await confirmFactor(session, incoming, returnTo: target)
    }
    do {
      let token = try await codes(incoming).give(
        incoming.fields[SecondFactor.field], to: session)
      return .redirect(
        Redirect(ReturnTarget.location(target), session: .begins(token: token.text)))
    } catch let refusal as any Refusal where refusal.kind == .tooMany {
      incoming.noteRefusal("a second factor had to wait")
      let state = FormState(
        fields: incoming.fields, problems: Problems(field: nil, refusal.sentence))
      return .page(
        SecondStepPage(visit: visit, state: state, factor: factor, status: 429).page)
    } catch let problems as Problems {
      incoming.noteRefusal("a second factor was wrong")
      throw problems
    }
  }

  /// Turns a second factor on with its first code; then come the recovery codes.
  func confirmFactor(
    _ session: Session, _ incoming: Incoming, returnTo target: String
  ) async throws -> Reply {
    let (world, site) = (incoming.site.world, incoming.site.configuration.address)
    let typed = incoming.fields[SecondFactor.field]
    let token = try await incoming.site.store.write { writer in
      try SecondFactor.confirm(typed, in: session, site: site, world: world, writer: writer)
    }
    guard let token else {
      throw Problems(
        field: SecondFactor.field,
        "This is not the code of this moment. See that the clock of your phone is right, and "
          + "write the code that the app shows now.")
    }
    return .redirect(
      Redirect(
        AccountPath.recoveryCodes.location(ReturnTarget.query(target)),
        saying: "Your second factor is on.", session: .begins(token: token.text)))
  }
}
