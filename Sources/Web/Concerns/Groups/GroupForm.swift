import Concerns
import Councils
import HTML
import Kernel
import SQLStore

/// Founding a handling group, or changing it.
struct GroupForm: Sendable {
  let visit: Visit
  let state: FormState
  /// The group that is changed; nil to found one.
  let group: HandlingGroup?
  let others: [HandlingGroup]
  let organizations: [Organization]

  init(
    _ id: ID<HandlingGroup>?, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    guard visit.viewer.mayKeepHandlingGroups else { throw Absent() }
    self.visit = visit
    group = try id.map { try HandlingGroup.find($0, viewer: visit.viewer, reader: reader) }
    others = try HandlingGroup.all(viewer: visit.viewer, reader: reader).filter { $0.id != id }
    organizations = try Organization.list(
      OrganizationQuery(kind: .council), viewer: visit.viewer, reader: reader
    ).entries.map(\.organization)
    var state = state
    if let group, state.fields == FormFields() {
      state.fields = FormFields([
        (HandlingGroup.Field.name, group.name), (HandlingGroup.Field.purpose, group.purpose),
        (HandlingGroup.Field.fallback, group.fallback?.text ?? ""),
      ])
    }
    self.state = state
  }

  var page: Page {
    Page(
      group == nil ? "Found a handling group" : "Change “\(group?.name ?? "")”", in: .concerns,
      under: ConcernPath.crumbs
    ) {
      Form.of(
        visit, group.map { ConcernPath.change.location($0.id) } ?? ConcernPath.found.location(),
        state
      ) {
        Field(
          HandlingGroup.Field.name, "Name", seenBy: "everyone",
          hint: "As people should find it, such as “Resident council”."
        ).text(state)
        Field(HandlingGroup.Field.purpose, "What it takes", seenBy: "everyone")
          .lines(state, rows: 3)
        if group == nil {
          Field(
            HandlingGroup.Field.organization, "Council",
            hint: visit.words(
              "The officers of a council name who reads. Without one the {office} does."),
            isOptional: true
          ).choice(state, [("", "None")] + organizations.map { ($0.id.text, $0.name) })
        }
        Field(
          HandlingGroup.Field.fallback, "Who takes what nobody here may read",
          hint: "Choose people who do not answer to each other.", isOptional: true
        ).choice(state, [("", "Nobody")] + others.map { ($0.id.text, $0.name) })
        Form.acts(
          group == nil ? "Found it" : "Keep",
          cancel: group.map { ConcernPath.group.location($0.id) } ?? ConcernPath.rules.location())
      }
    }
  }
}
