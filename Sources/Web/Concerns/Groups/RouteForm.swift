import Concerns
import HTML
import Kernel
import SQLStore

/// Saying which group takes what.
struct RouteForm: Sendable {
  let visit: Visit
  let state: FormState
  let categories: [ConcernCategory]
  let programs: [ConcernProgram]
  let groups: [HandlingGroup]

  init(_ visit: Visit, _ state: FormState, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.state = state
    categories = try ConcernCategory.all(viewer: viewer, reader: reader)
    programs = try ConcernProgram.all(viewer: viewer, reader: reader)
    groups = try HandlingGroup.all(viewer: viewer, reader: reader)
  }

  var page: Page {
    Page("Say who takes what", in: .concerns, under: ConcernPath.crumbs) {
      p {
        """
        Writers choose who reads, or leave it to these rules. Whoever may be in conflict is left \
        out in any case.
        """
      }
      Form.of(visit, ConcernPath.addRoute.location(), state) {
        Field(ConcernRoute.Field.category, "About", seenBy: "everyone", isOptional: true)
          .choice(state, [("", "Anything")] + categories.map { ($0.id.text, $0.name) })
        Field(
          ConcernRoute.Field.program, visit.words("{Program}"), seenBy: "everyone",
          isOptional: true
        ).choice(
          state, [("", visit.words("Any {program}"))] + programs.map { ($0.id.text, $0.name) })
        Field(ConcernRoute.Field.group, "Goes to", seenBy: "everyone")
          .choice(state, groups.map { ($0.id.text, $0.name) })
        Form.acts("Keep", cancel: ConcernPath.rules.location())
      }
    }
  }
}

/// The rules of which group takes what.
struct RoutesCard: Sendable {
  let visit: Visit
  let routes: [ConcernRoute]

  var markup: HTML {
    Card.of("Who takes what") {
      p { "For writers who do not choose a group themselves." }
      if !routes.isEmpty {
        ul(.class("list")) {
          for route in routes {
            li {
              span { words(route) }
              Form.button(
                visit, "Remove", ConcernPath.removeRoute.location(route.id), style: "btn small")
            }
          }
        }
      }
      a(.class("btn"), .href(ConcernPath.addRoute.location())) { "Add a rule" }
    }
  }

  private func words(_ route: ConcernRoute) -> String {
    let what = [route.categoryName, route.programName].compactMap(\.self)
      .joined(separator: ", ")
    return "\(what): \(route.groupName)"
  }
}
