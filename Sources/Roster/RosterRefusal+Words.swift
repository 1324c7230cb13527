import Kernel

extension RosterRefusal {
  /// The stable word for programs.
  package var code: String {
    switch self {
    case .notAllowed: "not-allowed"
    case .beyondViewer: "beyond-viewer"
    case .lastAdministrator: "last-administrator"
    case .scopeNotOfRole: "scope-not-of-role"
    case .alreadyHeld: "already-held"
    case .directorStands: "director-stands"
    case .endsBeforeStart: "ends-before-start"
    case .deputyOfDeputy: "deputy-of-deputy"
    case .deputyOfOneself: "deputy-of-oneself"
    case .grantIsOver: "grant-is-over"
    case .deactivated: "deactivated"
    case .notTrainee: "not-trainee"
    case .programClosed: "program-closed"
    case .stillTraining: "still-training"
    case .appointmentIsOver: "appointment-is-over"
    case .appointmentsOverlap: "appointments-overlap"
    case .stillUsed: "still-used"
    case .siteContributes: "site-contributes"
    case .alreadyBegun: "already-begun"
    }
  }

  /// What to do instead, in a sentence with words in braces.
  package var sentence: String {
    switch self {
    case .notAllowed:
      "Your roles do not allow this. Ask an administrator, who sees who may."
    case .beyondViewer:
      "This person holds a role that only administrators grant. Ask an administrator to do this."
    case .lastAdministrator:
      "This is the last administrator without an end date. Make someone else one first."
    case .scopeNotOfRole(let role):
      "The role of \(role.word) holds for \(role.scopeWords). Choose where it holds."
    case .alreadyHeld(let role, let name):
      "\(name) already holds the role of \(role.word) there on some of these days."
    case .directorStands(let name):
      "{A program} has one director at a time, and \(name) is it. End that role first."
    case .endsBeforeStart: "The last day is before the first day. Correct one of them."
    case .deputyOfDeputy: "A deputy cannot name a deputy. Ask the person whose role it is."
    case .deputyOfOneself: "Nobody is their own deputy. Choose someone else."
    case .grantIsOver: "This role is over by then. Grant it again first, or choose earlier days."
    case .deactivated(let name): "\(name) is deactivated. Reactivate the person first."
    case .notTrainee(let name):
      "\(name) is not {a trainee}. Change what they are here to {trainee} first."
    case .programClosed(let name):
      "\(name) is closed by then. Choose another {program} or earlier days."
    case .stillTraining(let people):
      people == 1
        ? "One person still trains here after that day. End or transfer that appointment first."
        : "\(people) people still train here after that day. End or transfer them first."
    case .appointmentIsOver: "This appointment is over already. Add a new one instead."
    case .appointmentsOverlap:
      "The person has an appointment in this {program} on some of these days. Edit that one."
    case .stillUsed(let what): "It is still used by \(what). Move them first."
    case .siteContributes(let name):
      "\(name) contributes to this {program} already on some of these days. End that first."
    case .alreadyBegun:
      "There is an administrator already. They grant roles in the pages."
    }
  }

  /// The field of a form that the refusal is about; nil where the whole form is meant.
  package var field: String? {
    switch self {
    case .scopeNotOfRole: "scope"
    case .alreadyHeld, .directorStands, .deputyOfOneself, .deactivated, .notTrainee: "person"
    case .endsBeforeStart, .stillTraining: "ends_on"
    case .grantIsOver, .appointmentsOverlap: "starts_on"
    case .programClosed: "program"
    case .siteContributes: "site"
    case .notAllowed, .beyondViewer, .lastAdministrator, .deputyOfDeputy, .appointmentIsOver,
      .stillUsed, .alreadyBegun:
      nil
    }
  }
}
