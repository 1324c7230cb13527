package import Kernel

extension Role {
  /// The role as pages name it.
  package var label: String {
    switch self {
    case .administrator: "Administrator"
    case .office: "GME office"
    case .dio: "Designated institutional official"
    case .programDirector: "Program director"
    case .programCoordinator: "Program coordinator"
    case .steward: "Demographic steward"
    case .adviser: "International-office adviser"
    }
  }

  /// What whoever holds the role may do and see, for those who grant it.
  package var purpose: String {
    switch self {
    case .administrator:
      "Runs the system: settings, roles, jobs. Sees of people what the GME office sees."
    case .office: "Keeps the roster and opens personnel records, each time on record."
    case .dio: "Answers for all programs. Sees everybody, opens records, changes nothing."
    case .programDirector: "Answers for one program, and opens the records of its trainees."
    case .programCoordinator:
      "Runs one program from day to day, and opens the records of its trainees."
    case .steward:
      "Collects voluntary self-identification. Sees no records and never selects anyone."
    case .adviser: "Advises international trainees. Opens no personnel records."
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

  /// Where the role can hold, in words.
  var scopeWords: String {
    switch self {
    case .programDirector, .programCoordinator: "one program"
    case .office: "the institution, a department or a site"
    case .adviser: "the institution or a site"
    case .administrator, .dio, .steward: "the institution"
    }
  }
}
