/// A refusal that is expected: a rule said no, and says how to go on.
///
/// Each part has one enumeration of its refusals. Faults (a full disk, a broken row) are not
/// refusals: they are thrown as they are and become a page without detail.
package protocol Refusal: Error, Sendable {
  /// What sort of no it is; one place turns it into a status.
  var kind: RefusalKind { get }
  /// A stable word for programs, such as `last-administrator`.
  var code: String { get }
  /// A plain sentence that says what to do instead; words of the institution stand in braces
  /// (``Words``), and whoever shows it puts them in.
  var sentence: String { get }
  /// The field of a form that it is about; nil where the whole form is meant.
  var field: String? { get }
}

extension Refusal {
  package var field: String? { nil }
}

/// The sorts of refusal.
package enum RefusalKind: Sendable {
  /// There is no such thing, or the viewer may not know of it: the same answer.
  case absent
  /// The viewer knows of it and may not do this.
  case forbidden
  /// What was given breaks a rule.
  case invalid
  /// Someone else was first, or the thing has changed since.
  case conflict
  /// Too often in too short a time.
  case tooMany
}

/// The refusal that hides: whatever the viewer may not see does not exist for them.
package struct Absent: Refusal {
  package init() {}

  package var kind: RefusalKind { .absent }
  package var code: String { "absent" }
  package var sentence: String { "There is nothing here, or it is not yours to see." }
}
