import Demo
import HTML
import Kernel

/// "Sign in as": the people of the demonstration, each with what they come for.
struct DemonstrationPage: Sendable {
  let visit: Visit
  let people: [DemonstrationRole.Offer]

  var page: Page {
    Page("Who do you want to be?") {
      if people.isEmpty {
        p { "There is nobody here yet. The demonstration's data are still to be made." }
      } else {
        p { "Everyone here is invented, and everything may be tried." }
        ul(.class("list")) { for found in people { card(found) } }
      }
    }
  }

  private func card(_ found: DemonstrationRole.Offer) -> HTML {
    li {
      Picture.of(found.name)
      div {
        b { visit.words(found.role.title) }
        br()
        small {
          HTML.element("span", [.named("dir", "auto")], [.text(found.name)])
          ". " + visit.words(found.role.sentence)
        }
      }
      form(.method("post"), .action(AccountPath.demonstration.location())) {
        Form.token(visit)
        input(.type("hidden"), .name("person"), .value(found.person.text))
        button(.class("btn small"), .aria(.label, "Sign in as \(found.name)")) { "Sign in" }
      }
    }
  }
}
