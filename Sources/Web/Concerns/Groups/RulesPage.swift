import Concerns
import HTML
import Kernel
import SQLStore

/// What holds for all concerns: groups, categories with their clocks, closed days, other ways.
struct RulesPage: Sendable {
  let visit: Visit
  let groups: [HandlingGroup]
  let categories: [ConcernCategory]
  let closedDays: [ClosedDay]
  let channels: [OutsideChannel]
  let policy: ConcernPolicy
  let routes: [ConcernRoute]

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    self.visit = visit
    groups = try HandlingGroup.all(viewer: viewer, reader: reader)
    categories = try ConcernCategory.all(viewer: viewer, reader: reader)
    closedDays = try ClosedDay.all(from: viewer.today, viewer: viewer, reader: reader)
    channels = try OutsideChannel.all(viewer: viewer, reader: reader)
    policy = try ConcernPolicy(reader: reader)
    routes = try ConcernRoute.all(viewer: viewer, reader: reader)
  }

  var page: Page {
    Page(
      "Rules for concerns", in: .concerns, under: ConcernPath.crumbs,
      subtitle: "You keep the rules. What is raised you do not read here."
    ) {
      groupsCard
      categoriesCard
      RoutesCard(visit: visit, routes: routes).markup
      closedDaysCard
      channelsCard
      Card.of("How long concerns are kept") {
        p { PolicyPage.rule(policy) }
        a(.class("btn"), .href(ConcernPath.policy.location())) { "Change it" }
      }
    }
  }

  private var groupsCard: HTML {
    Card.of("Handling groups") {
      if groups.isEmpty {
        p(.class("soft")) { "None yet. People can raise nothing before there is one." }
      } else {
        ul {
          for group in groups {
            li { a(.href(ConcernPath.group.location(group.id))) { group.name } }
          }
        }
      }
      a(.class("btn"), .href(ConcernPath.found.location())) { "Found a group" }
    }
  }

  private var categoriesCard: HTML {
    Card.of("Categories and their clocks") {
      if categories.isEmpty {
        p(.class("soft")) { "None yet. People can raise nothing before there is one." }
      } else {
        ul {
          for one in categories {
            li {
              a(.href(ConcernPath.category.location(one.id))) { one.name }
              ": \(one.promise.acknowledge), \(one.promise.answer), \(one.promise.close) "
              "business days"
            }
          }
        }
      }
      a(.class("btn"), .href(ConcernPath.addCategory.location())) { "Add a category" }
    }
  }

  private var closedDaysCard: HTML {
    Card.of("Closed days") {
      p { "Clocks pass over them, as over weekends. What was promised before stays." }
      if !closedDays.isEmpty {
        ul(.class("list")) {
          for one in closedDays {
            li {
              span { "\(When.day(one.day)): \(one.name)" }
              Form.button(
                visit, "Remove", ConcernPath.removeClosedDay.location(word(one.day)),
                style: "btn small")
            }
          }
        }
      }
      a(.class("btn"), .href(ConcernPath.addClosedDay.location())) { "Add a closed day" }
    }
  }

  private var channelsCard: HTML {
    Card.of("Whom to call, and other ways") {
      p { "They stand beside every form." }
      if !channels.isEmpty {
        ul(.class("list")) {
          for one in channels {
            li {
              span {
                one.kind == .emergency ? "Call now: " : "Other way: "
                "\(one.name), \(one.how)"
              }
              Form.button(
                visit, "Remove", ConcernPath.removeChannel.location(one.id), style: "btn small")
            }
          }
        }
      }
      a(.class("btn"), .href(ConcernPath.addChannel.location())) { "Add one" }
    }
  }

  /// A day as it stands in an address: digits and hyphens.
  private func word(_ day: Day) -> PathWord { PathWord(day) }
}
