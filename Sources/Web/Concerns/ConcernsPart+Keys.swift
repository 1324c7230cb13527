import Accounts
import Concerns
import Credentials
import HTML
import Kernel
import SQLStore

extension ConcernsPart {
  /// Making, unlocking and locking one's reading key.
  func registerKeys(in routes: inout Routes) {
    routes.act(ConcernPath.key, .signedIn) { visit, _, state, reader in
      try KeyPage(visit, state, reader).page
    } act: { visit, _, incoming in
      guard let session = visit.reading else { throw Absent() }
      try await Self.passphrase(visit, incoming.site).make(
        incoming.fields[Passphrase.Field.passphrase],
        again: incoming.fields[Passphrase.Field.again], in: session)
      return .redirect(
        ConcernPath.desk.location(), saying: "Your reading key is made, and unlocked for an hour.")
    }
    routes.act(ConcernPath.unlock, .signedIn) { visit, _, state, reader in
      try UnlockPage(visit, state, reader).page
    } act: { visit, _, incoming in
      guard let session = visit.reading else { throw Absent() }
      try await Self.passphrase(visit, incoming.site).unlock(
        incoming.fields[Passphrase.Field.passphrase], in: session)
      let concern = ID<Concern>(given: incoming.fields[UnlockPage.thenField])
      return .redirect(
        concern.map { ConcernPath.concern.location($0) } ?? ConcernPath.desk.location())
    }
    routes.button(ConcernPath.lock, .signedIn) { visit, _, _, writer in
      guard let session = visit.reading else { throw Absent() }
      try UnlockedKey.lock(session, writer: writer)
      return .redirect(ConcernPath.desk.location(), saying: "Your reading key is locked.")
    }
  }

  private static func passphrase(_ visit: Visit, _ site: Site) -> Passphrase {
    let hashing =
      site.configuration.isDemonstration
      ? Hashing(cost: .quickForTests, work: Hashing.production.work) : .production
    return Passphrase(site.store, visit.world, by: visit.viewer) { typed, salt in
      try await hashing.work.run {
        try PassphraseSeed.octets(of: typed, salt: salt, cost: hashing.cost)
      }
    }
  }
}
