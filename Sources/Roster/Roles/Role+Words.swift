package import Kernel

extension Role {
  /// The role as an institution names it.
  package func label(in words: Words) -> String { words(title) }

  /// The role, with words in braces.
  package var title: String {
    switch self {
    case .administrator: "Administrator"
    case .office: "{Office}"
    case .dio: "Designated institutional official"
    case .programDirector: "{Program} director"
    case .programCoordinator: "{Program} coordinator"
    case .steward: "Demographic steward"
    case .adviser: "International-office adviser"
    }
  }

  /// What whoever holds the role may do and see, for those who grant it.
  package func purpose(in words: Words) -> String { words(purpose) }

  private var purpose: String {
    switch self {
    case .administrator:
      "Runs the system: settings, roles, jobs. Sees of people what the {office} sees."
    case .office: "Keeps the roster and opens personnel records, each time on record."
    case .dio: "Answers for all {programs}. Sees everybody, opens records, changes nothing."
    case .programDirector: "Answers for one {program}, and opens the records of its {trainees}."
    case .programCoordinator:
      "Runs one {program} from day to day, and opens the records of its {trainees}."
    case .steward:
      "Collects voluntary self-identification. Sees no records and never selects anyone."
    case .adviser: "Advises international {trainees}. Opens no personnel records."
    }
  }

  /// The role inside a sentence, with words in braces.
  var word: String {
    switch self {
    case .administrator: "administrator"
    case .office: "{office}"
    case .dio: "designated institutional official"
    case .programDirector: "{program} director"
    case .programCoordinator: "{program} coordinator"
    case .steward: "demographic steward"
    case .adviser: "international-office adviser"
    }
  }

  /// Whether the role can hold there.
  package func holds(in scope: Scope) -> Bool {
    switch (self, scope) {
    case (.programDirector, .program), (.programCoordinator, .program): true
    case (.programDirector, _), (.programCoordinator, _): false
    case (.office, .department), (.office, .site), (.adviser, .site): true
    case (_, .institution): true
    default: false
    }
  }

  /// Whether the role holds for one program.
  package var isOfProgram: Bool { self == .programDirector || self == .programCoordinator }

  /// Where the role can hold, with words in braces.
  var scopeWords: String {
    switch self {
    case .programDirector, .programCoordinator: "one {program}"
    case .office: "the institution, {a department} or {a site}"
    case .adviser: "the institution or {a site}"
    case .administrator, .dio, .steward: "the institution"
    }
  }
}

extension RoleGrant.State {
  /// How a grant stands, in a word or two.
  package var label: String {
    switch self {
    case .current: "Now"
    case .upcoming: "To come"
    case .over: "Over"
    case .revoked: "Ended"
    }
  }
}
