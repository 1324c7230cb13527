import Concerns
import HTML
import Kernel
import SQLStore

/// Concerns: the ways to raise one, who handles them, and what was promised.
struct ConcernsPage: Sendable {
  let visit: Visit
  let groups: [(group: HandlingGroup, responders: [Responder])]
  let categories: [ConcernCategory]
  let isResponder: Bool
  let channels: ChannelsCard

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    let viewer = visit.viewer
    groups = try HandlingGroup.all(viewer: viewer, reader: reader).map { group in
      (group, try Responder.current(in: group.id, viewer: viewer, reader: reader))
    }
    categories = try ConcernCategory.all(viewer: viewer, reader: reader)
    isResponder = try Responder.handles(viewer.person, reader: reader)
    channels = try ChannelsCard(visit, reader)
  }

  var page: Page {
    Page(
      "Concerns", in: .concerns,
      subtitle: "Say what is wrong. You see who reads it before you write.", actions: actions
    ) {
      channels.callNow
      Card.of("Raise a concern") {
        div(.class("acts")) {
          a(.class("btn primary"), .href(ConcernPath.raise.location())) { "With my name" }
          a(.class("btn"), .href(ConcernPath.raiseUnseen.location())) { "Without my name" }
          a(.class("btn quiet"), .href(ConcernPath.code.location())) { "I have a code" }
        }
      }
      whoReads
      if !categories.isEmpty { promises }
      Card.of("What came of it") {
        p { "What was said and what was done, in words that point to nobody." }
        a(.class("btn"), .href(ConcernPath.register.location())) { "You said, we did" }
      }
      channels.elsewhere
    }
  }

  private var actions: HTML {
    .group([
      isResponder
        ? a(.class("btn"), .href(ConcernPath.desk.location())) { "What you handle" } : .nothing,
      visit.viewer.mayKeepHandlingGroups
        ? a(.class("btn quiet"), .href(ConcernPath.rules.location())) { "Keep the rules" }
        : .nothing,
    ])
  }

  @HTMLBuilder private var whoReads: HTML {
    if groups.isEmpty {
      EmptyState.of(
        "Nobody takes concerns here yet", visit.words("The {office} founds a group that does."))
    }
    for (group, responders) in groups {
      Card.of(group.name) {
        Paragraphs.of(group.purpose)
        if responders.isEmpty {
          p(.class("soft")) { "Nobody is named yet." }
        } else {
          ul {
            for one in responders {
              li {
                bdi { one.name }
                ", "
                one.title
                if !one.hasKey { " (not yet able to read)" }
              }
            }
          }
        }
        p {
          a(.href(ConcernPath.group.location(group.id))) { "About “\(group.name)”" }
        }
      }
    }
  }

  private var promises: HTML {
    Card.of("What is promised") {
      table {
        caption(.class("vh")) { "Business days after a concern was raised" }
        Cells.head(
          ["About", "Read within", "Answered within", "Resolved within"],
          numbers: ["Read within", "Answered within", "Resolved within"])
        tbody {
          for category in categories {
            tr {
              Cells.name {
                category.name
                if !category.hint.isEmpty { small { " " + category.hint } }
              }
              days(category.promise.acknowledge, "Read within")
              days(category.promise.answer, "Answered within")
              days(category.promise.close, "Resolved within")
            }
          }
        }
      }
      p(.class("soft")) { "Business days: without weekends and closed days." }
    }
  }

  private func days(_ number: Int, _ label: String) -> HTML {
    td(.class("num"), .named("data-label", label)) { Figures.counted(number, "day", "days") }
  }
}
