import Accounts
import HTML
import Kernel

/// "Sign in as": the people of the demonstration, each with what they come for.
struct DemonstrationPage: Sendable {
  let visit: Visit
  let people: [DemonstrationPerson]

  var page: Page {
    Page("Who do you want to be?") {
      if people.isEmpty {
        p { "There is nobody here yet. The demonstration's data are still to be made." }
      } else {
        p { "Everyone here is invented, and everything may be tried." }
        ul(.class("list")) { for found in ordered { card(found) } }
      }
    }
  }

  private var ordered: [DemonstrationPerson] {
    people.sorted { DemonstrationRoles.place($0.role) < DemonstrationRoles.place($1.role) }
  }

  private func card(_ found: DemonstrationPerson) -> HTML {
    let words = DemonstrationRoles.words(found.role)
    return li {
      span(.class("avatar"), .aria(.hidden, "true")) { Figures.initials(found.name) }
      div {
        b { words.title }
        br()
        small {
          HTML.element("span", [.named("dir", "auto")], [.text(found.name)])
          ". " + words.sentence
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
