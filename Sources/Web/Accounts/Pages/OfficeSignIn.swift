import HTML
import Kernel
import Roster

/// What the office does about someone's sign-in, for that person's page.
enum OfficeSignIn {
  /// - Parameter hasAddress: whether mail can be sent to the person.
  static func of(_ visit: Visit, _ person: PersonID, hasAddress: Bool) -> HTML {
    .group([
      hasAddress
        ? Form.button(visit, "Send a sign-in link", AccountPath.invite.location(person))
        : p(.class("soft")) { "Without a mail address nobody can sign in. Add one first." },
      visit.viewer.mayAdminister && visit.viewer.person != person
        ? lostFactor(visit, person) : .nothing,
    ])
  }

  /// Folded away, because it is rare and takes a look at a face or a badge first.
  private static func lostFactor(_ visit: Visit, _ person: PersonID) -> HTML {
    details {
      summary { "They lost their second factor" }
      p {
        "Make sure that it is them: see them, or call a number that you know. Then remove the "
        "second factor; all their sessions end, and they are told by mail."
      }
      Form.button(
        visit, "Remove the second factor", AccountPath.resetFactor.location(person),
        style: "btn danger")
    }
  }
}
