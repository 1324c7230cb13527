package import Kernel

/// An item for an agenda, as typed into a form.
package struct AgendaDraft: Sendable, Equatable {
  package var title: String
  package var details: String
  package var minutes: Int?
  package var isTraineesOnly: Bool

  package init(
    title: String, details: String = "", minutes: Int? = nil, isTraineesOnly: Bool = false
  ) {
    self.title = title
    self.details = details
    self.minutes = minutes
    self.isTraineesOnly = isTraineesOnly
  }

  /// The names of the fields.
  package enum Field {
    /// The title.
    package static let title = "title"
    /// What it is about.
    package static let details = "details"
    /// The time box.
    package static let minutes = "minutes"
    /// Whether it is for trainees alone.
    package static let isTraineesOnly = "trainees_only"
  }

  /// Reads what was typed.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let title = fields.required(Field.title, most: 160, "Write what to talk about.")
    let details = fields.lines(Field.details, most: 5000)
    let minutes = fields.numberOrNil(
      Field.minutes, in: AgendaItem.boxes, "Write whole minutes, from 1 to 240, or nothing.")
    try fields.problems.throwIfAny()
    self.init(
      title: title ?? "", details: details ?? "", minutes: minutes,
      isTraineesOnly: typed(Field.isTraineesOnly) == OrganizationDraft.Field.yes)
  }
}
