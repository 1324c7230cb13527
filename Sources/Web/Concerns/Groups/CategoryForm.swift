import Concerns
import HTML
import Kernel

/// Adding a category of concerns, or changing it.
struct CategoryForm: Sendable {
  let visit: Visit
  let state: FormState
  /// The category that is changed; nil to add one.
  let category: ConcernCategory?

  var page: Page {
    Page(
      category.map { "Change “\($0.name)”" } ?? "Add a category", in: .concerns,
      under: ConcernPath.crumbs
    ) {
      Form.of(visit, action, filled) {
        Field(ConcernCategory.Field.name, "Name", seenBy: "everyone").text(filled)
        Field(
          ConcernCategory.Field.hint, "What belongs to it", seenBy: "everyone", isOptional: true
        ).text(filled)
        days(ConcernCategory.Field.acknowledge, "Business days until it is read")
        days(ConcernCategory.Field.answer, "Business days until it is answered")
        days(ConcernCategory.Field.close, "Business days until it is resolved")
        Form.acts(category == nil ? "Add" : "Keep", cancel: ConcernPath.rules.location())
      }
      if let category {
        Form.button(
          visit, "Take it out of the choices", ConcernPath.retire.location(category.id))
      }
    }
  }

  private var action: Location {
    category.map { ConcernPath.category.location($0.id) } ?? ConcernPath.addCategory.location()
  }

  private func days(_ name: String, _ label: String) -> HTML {
    Field(name, label, seenBy: "everyone")
      .text(filled, .named("inputmode", "numeric"), .named("size", "4"))
  }

  private var filled: FormState {
    guard let category, state.fields == FormFields() else { return state }
    var filled = state
    filled.fields = FormFields([
      (ConcernCategory.Field.name, category.name), (ConcernCategory.Field.hint, category.hint),
      (ConcernCategory.Field.acknowledge, String(category.promise.acknowledge)),
      (ConcernCategory.Field.answer, String(category.promise.answer)),
      (ConcernCategory.Field.close, String(category.promise.close)),
    ])
    return filled
  }
}
