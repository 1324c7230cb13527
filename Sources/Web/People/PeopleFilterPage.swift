import HTML
import Kernel
import Roster
import SQLStore

/// All filters of the list of people, with how many people each choice has.
struct PeopleFilterPage: Sendable {
  let visit: Visit
  let list: PeopleList
  let departments: [Directory.Choice]
  let sites: [Directory.Choice]
  let programs: [Directory.Choice]

  /// Counts what the viewer may see.
  init(_ visit: Visit, reader: any SQLReader) throws {
    let list = PeopleList(visit.query)
    func counts(_ facet: Directory.Facet) throws -> [Directory.Choice] {
      try Directory.counts(by: facet, list.query, viewer: visit.viewer, reader: reader)
    }
    self.visit = visit
    self.list = list
    self.departments = try counts(.department)
    self.sites = try counts(.site)
    self.programs = try counts(.program)
  }

  var page: Page {
    Page(
      "Filter people", in: .people, under: [.init("People", list.location)],
      subtitle: "The number behind a choice says how many people it has."
    ) {
      form(.class("form"), .action(PeoplePath.people.location())) {
        for kept in list.pairs where kept.name == "sort" {
          input(.type("hidden"), .name(kept.name), .value(kept.value))
        }
        field("q", "Name or mail address") {
          input(.type("search"), .id("q"), .name("q"), .value(list.query.text))
        }
        choice("department", visit.words("{Department}"), list.query.department?.text, departments)
        choice("site", visit.words("{Site}"), list.query.site?.text, sites)
        choice("program", visit.words("{Program}"), list.query.program?.text, programs)
        if programs.count == Directory.mostChoices { tooMany }
        div(.class("field")) { PeopleChoices.capacity(list.query.capacity, visit.words) }
        div(.class("field")) { PeopleChoices.level(list.query.level) }
        if visit.viewer.seesBeyondToday {
          div(.class("field")) { PeopleChoices.presence(list.query.presence) }
        }
        div(.class("acts")) {
          button(.class("btn primary")) { "Show" }
          a(.class("btn quiet"), .href(PeoplePath.people.location())) { "Show everybody" }
        }
      }
    }
  }

  private var tooMany: HTML {
    p(.class("hint")) {
      visit.words(
        "These are the largest {programs}. For another one, open it from the list of {programs}.")
    }
  }

  private func choice(
    _ name: String, _ label: String, _ chosen: String?, _ choices: [Directory.Choice]
  ) -> HTML {
    field(name, label) {
      select(.id(name), .name(name)) {
        option(.value("")) { "Any" }
        for choice in choices {
          option(.value(choice.value), .flag("selected", choice.value == chosen)) {
            "\(choice.label ?? choice.value) (\(Figures.grouped(choice.people)))"
          }
        }
      }
    }
  }

  private func field(
    _ name: String, _ label: String, @HTMLBuilder control: () -> HTML
  ) -> HTML {
    div(.class("field")) {
      HTML.element("label", [.for(name)], [.text(label)])
      control()
    }
  }
}
