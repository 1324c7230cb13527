import Accounts
import HTML
import Kernel

/// What stands around every page: header, navigation, notices of the demonstration, footer.
struct Layout: Sendable {
  let visit: Visit

  /// The whole document.
  func document(_ page: Page) -> HTML {
    .group([
      .constant("<!doctype html>"),
      html(.lang("en")) {
        headElement(page)
        body {
          a(.class("skip-link"), .href(Location(fragment: "main"))) { "Skip to content" }
          siteHeader(page)
          main(.id("main"), .named("tabindex", "-1")) {
            flash
            h1 { page.title }
            page.subtitle.map { subtitle in p(.class("subtitle")) { subtitle } } ?? .nothing
            page.actions
            page.body
          }
        }
      },
    ])
  }

  private func headElement(_ page: Page) -> HTML {
    head {
      meta(.named("charset", "utf-8"))
      meta(.name("viewport"), .named("content", "width=device-width, initial-scale=1"))
      title { "\(page.title) · \(visit.settings.institutionName)" }
      link(.named("rel", "stylesheet"), .href(Asset.stylesheet.location))
      link(.named("rel", "icon"), .href(Asset.icon.location))
    }
  }

  private func siteHeader(_ page: Page) -> HTML {
    header {
      nav(.aria(.label, "Main")) {
        a(.href(HomePath.home.location())) { visit.settings.institutionName }
        if visit.viewer.person != nil {
          a(.href(PeoplePath.people.location())) { "People" }
          form(.method("post"), .action(AccountPath.signOut.location())) {
            Form.token(visit)
            button(.type("submit")) { "Sign out" }
          }
        }
      }
    }
  }

  private var flash: HTML {
    guard let sentence = visit.flash else { return .nothing }
    return div(.class("flash"), .role("status")) { sentence }
  }

  /// A page alone, without anything from the store.
  static func standing(_ page: Page) -> HTML {
    .group([
      .constant("<!doctype html>"),
      html(.lang("en")) {
        head {
          meta(.named("charset", "utf-8"))
          title { page.title }
          link(.named("rel", "stylesheet"), .href(Asset.stylesheet.location))
        }
        body {
          main(.id("main")) {
            h1 { page.title }
            page.body
          }
        }
      },
    ])
  }
}
