import Accounts
import HTML
import Kernel
import Roster

/// What stands around every page: header, navigation, the demonstration's banner, footer.
struct Layout: Sendable {
  let visit: Visit

  /// The whole document.
  func document(_ page: Page) -> HTML {
    visit.viewer.isSignedIn ? signedIn(page) : door(page)
  }

  private func signedIn(_ page: Page) -> HTML {
    Self.document(title: page.title, language: "en") {
      body {
        a(.class("skip"), .href(Location(fragment: "main"))) { "Skip to content" }
        SiteHeader(visit: visit).markup
        if visit.isDemonstration { DemonstrationBanner.of(visit) }
        Navigation.of(visit, current: page.section)
        main(.id("main"), .named("tabindex", "-1")) {
          heading(page)
          flash
          page.body
        }
        footer(.class("foot")) {
          span { visit.settings.institutionName }
          a(.href(HelpPath.whoSeesWhat.location())) { "Who sees what" }
          if visit.isDemonstration { a(.href(DesignPath.design.location())) { "Design" } }
        }
      }
    }
  }

  private func heading(_ page: Page) -> HTML {
    header(.class("page")) {
      if !page.breadcrumbs.isEmpty {
        nav(.class("crumbs"), .aria(.label, "Breadcrumbs")) {
          ol {
            for crumb in page.breadcrumbs { li { a(.href(crumb.location)) { crumb.label } } }
          }
        }
      }
      div {
        h1(.named("dir", "auto")) { page.title }
        if let subtitle = page.subtitle { p(.class("sub")) { subtitle } }
      }
      if !page.actions.isEmpty { div(.class("acts")) { page.actions } }
    }
  }

  private var flash: HTML {
    visit.flash.map(Flash.of) ?? .nothing
  }

  /// A page for people who are not signed in: one card, nothing around it.
  private func door(_ page: Page) -> HTML {
    Self.document(title: page.title, language: "en") {
      body(.class("door")) {
        if visit.isDemonstration { DemonstrationBanner.of(visit) }
        main(.id("main")) {
          header {
            Wordmark.full
            p { visit.settings.institutionName }
          }
          div(.class("card")) {
            h1 { page.title }
            flash
            page.body
          }
          p(.class("soft")) {
            a(.href(HelpPath.whoSeesWhat.location())) { "Who sees what" }
          }
        }
      }
    }
  }

  /// A page alone, without anything from the store.
  static func standing(_ page: Page) -> HTML {
    document(title: page.title, language: "en") {
      body(.class("door")) {
        main(.id("main")) {
          section(.class("card empty")) {
            Wordmark.mark(isLit: false)
            h1 { page.title }
            page.body
          }
        }
      }
    }
  }

  private static func document(
    title text: String, language: String, @HTMLBuilder body: () -> HTML
  ) -> HTML {
    .group([
      .constant("<!DOCTYPE html>"),
      html(.lang(language)) {
        head {
          meta(.named("charset", "utf-8"))
          meta(.name("viewport"), .named("content", "width=device-width, initial-scale=1"))
          title { text + " – Housestaff" }
          link(.named("rel", "stylesheet"), .href(Asset.stylesheet.location))
          link(.named("rel", "icon"), .href(Asset.icon.location), .type("image/svg+xml"))
          HTML.element(
            "script", [.type("module"), .src(Asset.script.location)], [])
        }
        body()
      },
    ])
  }
}
