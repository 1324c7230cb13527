import Accounts
import HTML
import Kernel
import SQLStore

extension AccountsPart {
  /// What the office and the administrators do about other people's sign-in.
  func registerOffice(in routes: inout Routes) {
    routes.work(AccountPath.invite, .rosterKeeper) { visit, person, incoming in
      let (world, site) = (incoming.site.world, incoming.site.configuration.address)
      let viewer = visit.viewer
      let address = try await incoming.site.store.write {
        try LinkLetter.invite(person, by: viewer, site: site, in: world, writer: $0)
      }
      return .redirect(
        PeoplePath.person.location(person), saying: "A sign-in link is on its way to \(address).")
    }
    routes.work(AccountPath.resetFactor, .administrator) { visit, person, incoming in
      let (world, site) = (incoming.site.world, incoming.site.configuration.address)
      let viewer = visit.viewer
      try await incoming.site.store.write {
        try SecondFactor.reset(of: person, by: viewer, site: site, world: world, writer: $0)
      }
      return .redirect(
        PeoplePath.person.location(person),
        saying: "The second factor is removed, and every session of this person has ended.")
    }
    routes.form(AccountPath.rules, .administrator) { visit, _, state, reader in
      SignInRulesPage(
        visit: visit, state: state, rule: try SecondFactorRule(reader: reader)
      ).page
    } change: { visit, _, fields, writer in
      guard let rule = SecondFactorRule(rawValue: fields[SignInRulesPage.field]) else {
        throw Problems(field: SignInRulesPage.field, "Choose one of the three.")
      }
      try rule.save(by: visit.viewer, to: writer)
      return .redirect(AccountPath.rules.location(), saying: "Saved.")
    }
  }
}
