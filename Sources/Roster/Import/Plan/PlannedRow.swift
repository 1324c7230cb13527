import Kernel

/// What an import does with a row that it takes.
struct PlannedRow {
  /// The sorts of row.
  enum Kind: String {
    case new, changed, ended, unchanged
  }

  let line: Int
  let kind: Kind
  /// The person as the import leaves them.
  let person: Person
  /// The person as they stood before; nil for someone new.
  let before: Person?
  let isActive: Bool
  /// What becomes of the appointments; nil for faculty and staff.
  let appointments: AppointmentPlan?
  /// The appointment that leads today, as the directory shows it.
  let leading: Appointment?
  /// The program and the site of the row, in the catalog.
  let program: Int?
  let site: Int?
  /// What changes, for the preview; empty for someone new.
  let changes: [RosterPreview.Change]

  /// Whether the person's own facts change.
  var changesPerson: Bool { before != person }
}
