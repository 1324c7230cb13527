package import Kernel

/// What the roster's rules say no to.
package enum RosterRefusal: Refusal, Equatable {
  /// The viewer may see it and not do this.
  case notAllowed
  /// The person holds a role that only an administrator may touch.
  case beyondViewer
  /// Without this grant or person nobody could administer the system.
  case lastAdministrator
  /// The role does not hold there, such as a director for the whole institution.
  case scopeNotOfRole(Role)
  /// The person holds the role there already.
  case alreadyHeld(Role, by: String)
  /// A program has at most one director at a time.
  case directorStands(name: String)
  /// The last day is before the first one.
  case endsBeforeStart
  /// A deputy cannot name a deputy.
  case deputyOfDeputy
  /// Nobody is their own deputy.
  case deputyOfOneself
  /// The grant is over, or will be by then.
  case grantIsOver
  /// The person was deactivated.
  case deactivated(name: String)
  /// Only trainees have appointments.
  case notTrainee(name: String)
  /// The program takes nobody after it was closed.
  case programClosed(name: String)
  /// People still train in the program after the day on which it is to close.
  case stillTraining(people: Int)
  /// The appointment is over already.
  case appointmentIsOver
  /// Two appointments of one person in one program run at the same time.
  case appointmentsOverlap
  /// Something still points at what is to be removed.
  case stillUsed(by: String)
  /// The site contributes to the program already on some of these days.
  case siteContributes(name: String)
  /// The system has an administrator already.
  case alreadyBegun

  package var kind: RefusalKind {
    switch self {
    case .notAllowed, .beyondViewer: .forbidden
    case .lastAdministrator, .alreadyHeld, .directorStands, .grantIsOver, .deactivated,
      .programClosed, .stillTraining, .appointmentIsOver, .appointmentsOverlap, .stillUsed,
      .siteContributes, .alreadyBegun:
      .conflict
    case .scopeNotOfRole, .endsBeforeStart, .deputyOfDeputy, .deputyOfOneself, .notTrainee:
      .invalid
    }
  }
}
