import Councils
import Kernel
import Roster

/// What a blueprint can say of an organization beside its seats, as a plan calls it.
struct OrganizationFacts {
  /// Each fact by its key, the name first; nil where nothing is said.
  let all: [(key: String, value: String?)]

  init(_ draft: OrganizationDraft, _ charter: CharterDraft?) {
    typealias Key = OrganizationEntry.Key
    let capacities = draft.capacities.map(\.rawValue).joined(separator: ", ")
    all = [
      (Key.name, draft.name), (Key.kind, draft.kind.fileWord),
      (Key.founded, draft.founded.map(String.init)), (Key.purpose, draft.purpose),
      (Key.listing, draft.listing.fileWord), (Key.joining, draft.joining.fileWord),
      (Key.capacities, capacities.isEmpty ? nil : capacities),
      (Key.criteria, charter?.criteria), (Key.forgetDays, String(draft.forgetDays)),
      (Key.charter, charter?.content),
    ]
  }

  /// What is otherwise afterwards.
  func changes(to after: OrganizationFacts) -> [PlanChange.Fact] {
    zip(all, after.all).compactMap { old, new in
      guard old.value != new.value else { return nil }
      return PlanChange.Fact(new.key, from: old.value, to: new.value ?? "nothing")
    }
  }
}
