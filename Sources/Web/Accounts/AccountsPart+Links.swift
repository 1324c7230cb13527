import Accounts
import HTML
import Kernel
import SQLStore

extension AccountsPart {
  /// Links by mail: asking for one, and using one.
  func registerLinks(in routes: inout Routes) {
    routes.act(AccountPath.linkRequest, .anyone) { visit, _, state, _ in
      LinkRequestPage(visit: visit, state: state).page
    } act: { visit, _, incoming in
      try await requestLink(visit, incoming)
    }
    routes.page(AccountPath.linkMailed, .anyone) { visit, _, _ in
      .page(LinkMailedPage(visit: visit).page)
    }
    // Opening a link changes nothing: mail scanners open every link before its reader does.
    routes.act(AccountPath.link, .anyone) { visit, secret, _, reader in
      let pending = try OneTimeLink.pending(
        token: secret.segment, at: visit.viewer.now, reader: reader)
      return LinkPage(visit: visit, secret: secret, pending: pending).page
    } act: { visit, secret, incoming in
      try await redeem(secret, visit, incoming)
    }
  }

  private func requestLink(_ visit: Visit, _ incoming: Incoming) async throws -> Reply {
    guard let address = incoming.fields.given(SignIn.Field.address) else {
      throw Problems(field: SignIn.Field.address, "Write your mail address.")
    }
    let request = LinkRequest(
      address: address, returnTo: ReturnTarget.of(visit, incoming.fields),
      browser: incoming.browser(visit), site: incoming.site.configuration.address)
    let world = incoming.site.world
    do {
      try await incoming.site.store.write { try request.send(in: world, writer: $0) }
    } catch let refusal as AccountRefusal where refusal.kind == .tooMany {
      let state = FormState(
        fields: incoming.fields, problems: Problems(field: nil, refusal.sentence))
      return .page(LinkRequestPage(visit: visit, state: state, status: 429).page)
    }
    return .redirect(AccountPath.linkMailed.location())
  }

  private func redeem(
    _ secret: PathWord, _ visit: Visit, _ incoming: Incoming
  ) async throws -> Reply {
    let browser = incoming.browser(visit)
    let world = incoming.site.world
    let session = try await incoming.site.store.write {
      try OneTimeLink.redeem(token: secret.segment, browser: browser, in: world, writer: $0)
    }
    guard let session else {
      return .page(LinkPage(visit: visit, secret: secret, pending: nil).page)
    }
    return Self.goOn(session, to: session.returnTo)
  }
}
