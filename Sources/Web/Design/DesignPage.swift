import HTML
import Kernel

/// The page of all components, made by the functions that make the pages.
struct DesignPage: Sendable {
  let visit: Visit
  /// What was typed into the form that answers.
  let state: FormState

  private static let sections = [
    ("colors", "Colors"), ("type", "Type"), ("actions", "Actions"), ("forms", "Forms"),
    ("messages", "Messages"), ("tables", "Tables"), ("lists", "Lists"), ("progress", "Progress"),
    ("questions", "Questions"),
  ]

  var page: Page {
    Page(
      "Design", under: [.init("Home", HomePath.home.location())],
      subtitle: "Every part that pages are made of, in all its states. Nothing here is kept.",
      actions: .group([
        a(.class("btn"), .href(Location(fragment: "tables"))) { "Second" },
        a(.class("btn primary"), .href(Location(fragment: "forms"))) { "Primary" },
      ])
    ) {
      Tabs.of(
        Self.sections.enumerated().map { index, section in
          Tabs.Tab(section.1, Location(fragment: section.0), isCurrent: index == 0)
        }, label: "Parts of this page")
      part("colors") { DesignColors.markup }
      part("type") { DesignType.markup }
      part("actions") { DesignActions(visit: visit).markup }
      part("forms") { DesignForms(visit: visit, state: state).markup }
      part("messages") { DesignMessages.markup }
      part("tables") { DesignTables(visit: visit).markup }
      part("lists") { DesignLists(visit: visit).markup }
      part("progress") { DesignProgress.markup }
      part("questions") { DesignQuestions(visit: visit).markup }
    }
  }

  private func part(_ id: String, @HTMLBuilder content: () -> HTML) -> HTML {
    section(.id(id)) {
      h2 { Self.sections.first { $0.0 == id }?.1 ?? id }
      content()
    }
  }
}

/// A sample with its name above it.
enum Sample {
  static func of(_ name: String, @HTMLBuilder content: () -> HTML) -> HTML {
    section {
      h3 { name }
      content()
    }
  }

  /// A link that leads nowhere but to the part of the page it stands in.
  static func link(_ label: String, _ style: StaticString, to id: String) -> HTML {
    a(.class(style), .href(Location(fragment: id))) { label }
  }
}
