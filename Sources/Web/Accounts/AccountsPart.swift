import Accounts
import Credentials
import HTML
import Kernel
import SQLStore

/// Signing in and out, sessions, passwords and second factors.
struct AccountsPart: Part {
  /// How passwords are hashed; tests may make it cheaper.
  var hashing = Hashing.production

  func register(in routes: inout Routes) {
    registerSignIn(in: &routes)
    registerLinks(in: &routes)
    registerSecondFactor(in: &routes)
    registerDemonstration(in: &routes)
    registerSecurity(in: &routes)
    registerPassword(in: &routes)
    registerOwnFactor(in: &routes)
    registerOffice(in: &routes)
  }

  var places: [Place] { [] }

  /// What is old is forgotten once a day.
  var jobs: [JobKind] {
    [
      JobKind(
        "accounts.forget", "Forget sign-ins that are over", nextDue: JobKind.every(seconds: 86_400),
        run: { _, around in try await Self.forget(around) })
    ]
  }

  var rollover: any PartRollover { UntouchedByRollover() }

  private static func forget(_ around: JobSurroundings) async throws -> String {
    let now = around.world.now()
    let forgotten = try await around.store.write {
      try AccountUpkeep.forget(now: now, writer: $0)
    }
    let (sessions, links, counts) = (forgotten.sessions, forgotten.links, forgotten.counts)
    return "\(Figures.counted(sessions, "sign-in", "sign-ins")), "
      + "\(Figures.counted(links, "mailed link", "mailed links")) and "
      + "\(Figures.counted(counts, "count of attempts", "counts of attempts")) are forgotten."
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    guard visit.session?.means != .demonstration,
      try SecondFactor.isMissing(visit.viewer, reader: reader)
    else { return [] }
    return [
      HomeItem(
        .due, "Set up a second factor",
        why: "You see more than others do. A code from your phone keeps it yours.",
        AccountPath.ownFactor.location())
    ]
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }
}

extension Incoming {
  /// The browser that asks.
  func browser(_ visit: Visit) -> Browser {
    Browser(address: clientAddress, device: device, session: visit.session?.id)
  }
}

extension AccountsPart {
  /// On from a sign-in: to the second factor where it is still to come, else to where they wanted.
  static func goOn(_ session: NewSession, to target: String) -> Reply {
    let location =
      session.awaitsSecondFactor
      ? AccountPath.secondFactor.location(ReturnTarget.query(target))
      : ReturnTarget.location(target)
    return .redirect(Redirect(location, session: .begins(token: session.token.text)))
  }

  /// What checks codes, for a request.
  func codes(_ incoming: Incoming) -> SecondFactorCheck {
    SecondFactorCheck(
      store: incoming.site.store, world: incoming.site.world, hashing: hashing,
      site: incoming.site.configuration.address)
  }

  /// What changes a password, for a request.
  func passwordChange(_ session: Session, _ visit: Visit, _ incoming: Incoming) -> PasswordChange {
    PasswordChange(
      store: incoming.site.store, world: incoming.site.world, hashing: hashing,
      session: session, browser: incoming.browser(visit),
      site: incoming.site.configuration.address)
  }
}
