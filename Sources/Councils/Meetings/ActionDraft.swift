package import Kernel

/// An action as typed into a form.
package struct ActionDraft: Sendable, Equatable {
  package var title: String
  package var owner: PersonID
  package var dueOn: Day
  package var isTraineesOnly: Bool

  package init(title: String, owner: PersonID, dueOn: Day, isTraineesOnly: Bool = false) {
    self.title = title
    self.owner = owner
    self.dueOn = dueOn
    self.isTraineesOnly = isTraineesOnly
  }

  /// Reads what was typed.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let title = fields.required(
      ActionItem.Field.title, most: 300, "Write what is to be done.")
    let owner = fields.id(ActionItem.Field.owner, PersonID.self, "Choose who does it.")
    let dueOn = fields.requiredDay(ActionItem.Field.dueOn, "Write until when.")
    try fields.problems.throwIfAny()
    guard let title, let owner, let dueOn else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      title: title, owner: owner, dueOn: dueOn,
      isTraineesOnly: typed(ActionItem.Field.isTraineesOnly) == OrganizationDraft.Field.yes)
  }
}
