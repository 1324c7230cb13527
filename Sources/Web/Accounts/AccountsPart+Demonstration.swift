import Accounts
import Demo
import HTML
import Kernel
import SQLStore

extension AccountsPart {
  /// "Sign in as": routes that exist in the demonstration alone.
  func registerDemonstration(in routes: inout Routes) {
    routes.act(AccountPath.demonstration, .demonstration) { visit, _, _, reader in
      guard visit.isDemonstration else { throw Absent() }
      return DemonstrationPage(
        visit: visit, people: try DemonstrationRole.offers(reader: reader)
      ).page
    } act: { visit, _, incoming in
      guard incoming.site.configuration.isDemonstration,
        let person = PersonID(given: incoming.fields["person"])
      else { throw Absent() }
      let (browser, world) = (incoming.browser(visit), incoming.site.world)
      let session = try await incoming.site.store.write {
        try DemonstrationPerson.signIn(as: person, browser: browser, in: world, writer: $0)
      }
      return Self.goOn(session, to: "/")
    }
  }
}
