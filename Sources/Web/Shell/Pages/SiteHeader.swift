import Accounts
import HTML
import Kernel

/// The bar above every page: the way home, search, notices, the account.
struct SiteHeader: Sendable {
  let visit: Visit

  var markup: HTML {
    header(.class("top")) {
      a(.href(HomePath.home.location()), .aria(.label, "Housestaff, home")) { Wordmark.full }
      span(.class("place")) { visit.settings.institutionName }
      search
      bell
      account
      HTML.element(
        "button", [.class("burger"), .type("button"), .named("popovertarget", "nav")], ["Menu"])
    }
  }

  private var search: HTML {
    form(.class("find"), .role("search"), .action(SearchPath.search.location())) {
      input(
        .type("search"), .name("q"),
        .aria(.label, visit.words("Search people, {programs} and {departments}")),
        .named("placeholder", visit.words("Find a person or {program}")))
    }
  }

  private var bell: HTML {
    let unread = visit.session?.unreadNotices ?? 0
    let label = unread == 0 ? "Notices" : "Notices, \(unread) unread"
    return a(.class("bell"), .href(NoticesPath.notices.location()), .aria(.label, label)) {
      if unread > 0 { HTML.element("b", [], [.text(unread > 99 ? "99+" : "\(unread)")]) }
    }
  }

  private var account: HTML {
    .group([
      .element(
        "button",
        [
          .class("who"), .type("button"), .named("popovertarget", "account"),
          .aria(.label, "Account: \(visit.name)"),
        ],
        [
          Picture.of(visit.name),
          span(.named("dir", "auto")) { visit.name },
        ]),
      div(.class("menu"), .id("account"), .flag("popover")) {
        p { HTML.element("b", [.named("dir", "auto")], [.text(visit.name)]) }
        if let person = visit.viewer.person {
          a(.href(PeoplePath.person.location(person))) { "My page" }
        }
        a(.href(OwnDataPath.page.location())) { "Your data" }
        a(.href(NoticesPath.choices.location())) { "What is mailed to me" }
        a(.href(AccountPath.security.location())) { "Sign-in and security" }
        Form.button(visit, "Sign out", AccountPath.signOut.location(), style: "")
      },
    ])
  }
}

/// The banner of the demonstration: nothing here is real, and anybody may be anyone.
enum DemonstrationBanner {
  static func of(_ visit: Visit) -> HTML {
    aside(.class("demo"), .aria(.label, "Demonstration")) {
      span {
        HTML.element("b", [], ["Demonstration."])
        " Everyone and everything here is invented."
      }
      a(.href(AccountPath.demonstration.location())) { "Sign in as someone else" }
    }
  }
}
