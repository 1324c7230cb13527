package import HTML
import Kernel

/// A place of the site that the navigation leads to.
package struct Place: Sendable {
  package let section: Section
  /// What it is called; words of the institution stand in braces.
  package let label: String
  package let location: Location
  package let group: Group
  package let right: Right

  /// The groups of the navigation.
  package enum Group: String, Sendable, CaseIterable {
    case start = ""
    case councils = "Councils"
    case roster = "Roster"
    case office = "{Office}"
  }

  package init(
    _ section: Section, _ label: String, _ location: Location, in group: Group, for right: Right
  ) {
    self.section = section
    self.label = label
    self.location = location
    self.group = group
    self.right = right
  }
}

/// The sections of the site; a page says to which it belongs.
package enum Section: String, Sendable, CaseIterable {
  case home, people, programs, departments, sites, imports, rollover
  case organizations, elections, concerns, mentoring, seatMap, approvals
  case audit, operations, settings
}

/// The main navigation: what the viewer may open, in groups.
enum Navigation {
  static func of(_ visit: Visit, current: Section?) -> HTML {
    let places = Parts.places.filter { $0.right.isHeld(visit.viewer) }
    return nav(.id("nav"), .flag("popover"), .aria(.label, "Main")) {
      HTML.element(
        "button",
        [
          .class("btn small"), .type("button"), .named("popovertarget", "nav"),
          .named("popovertargetaction", "hide"),
        ], ["Close menu"])
      for group in Place.Group.allCases {
        let inGroup = places.filter { $0.group == group }
        if !inGroup.isEmpty {
          if group != .start { h2 { visit.words(group.rawValue) } }
          for place in inGroup { link(place, visit.words, isCurrent: place.section == current) }
        }
      }
    }
  }

  private static func link(_ place: Place, _ words: Words, isCurrent: Bool) -> HTML {
    a(.href(place.location), .optional("aria-current", isCurrent ? "page" : nil)) {
      words(place.label)
    }
  }
}
