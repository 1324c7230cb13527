package import Kernel
package import SQLStore

/// A training appointment: one person in one program from day to day.
package struct Appointment: Sendable, Equatable {
  package let id: ID<Appointment>
  package var person: PersonID
  package var program: ProgramID
  /// The site where most of the training happens, where it is known.
  package var site: SiteID?
  /// The post-graduate year, PGY, from 1.
  package var level: Int
  /// The day on which somebody last gave the appointment this level; nil where nobody knows.
  ///
  /// A level of the new academic year's own days is not raised again by its rollover.
  package var levelSince: Day?
  package var standing: Standing
  package var startsOn: Day
  /// The last day.
  package var endsOn: Day
  /// How it will stand after its last day, where that is decided already.
  package var endsAs: Standing?

  package init(
    id: ID<Appointment>, person: PersonID, program: ProgramID, site: SiteID?, level: Int,
    standing: Standing, startsOn: Day, endsOn: Day, endsAs: Standing? = nil, levelSince: Day? = nil
  ) {
    self.id = id
    self.person = person
    self.program = program
    self.site = site
    self.level = level
    self.levelSince = levelSince
    self.standing = standing
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.endsAs = endsAs
  }

  /// Whether the appointment runs, comes or is over on a day.
  package func presence(on today: Day) -> Presence {
    if standing.isEnded || endsOn < today { return .former }
    return startsOn > today ? .upcoming : .current
  }

  /// The appointment that says where someone is on a day: the one that runs, else the next one,
  /// else the last one.
  package static func leading(_ appointments: [Appointment], on today: Day) -> Appointment? {
    func rank(_ appointment: Appointment) -> Int {
      switch appointment.presence(on: today) {
      case .current: 0
      case .upcoming: 1
      case .former: 2
      }
    }
    return appointments.min { left, right in
      if rank(left) != rank(right) { return rank(left) < rank(right) }
      // Of those to come the first, of the others the last.
      let earlier = (left.startsOn, left.id) < (right.startsOn, right.id)
      return rank(left) == 1 ? earlier : !earlier && left.id != right.id
    }
  }
}

/// How a trainee stands in the program; personnel data, seen only by those who answer for them.
package enum Standing: String, Sendable, CaseIterable {
  case active, leave, remediation, probation
  case withdrawn, dismissed, graduated, transferred

  /// Whether training is over.
  package var isEnded: Bool {
    switch self {
    case .active, .leave, .remediation, .probation: false
    case .withdrawn, .dismissed, .graduated, .transferred: true
    }
  }

  /// The standing in words.
  package var label: String {
    switch self {
    case .active: "Active"
    case .leave: "Leave of absence"
    case .remediation: "Remediation"
    case .probation: "Probation"
    case .withdrawn: "Withdrawn"
    case .dismissed: "Dismissed"
    case .graduated: "Graduated"
    case .transferred: "Transferred"
    }
  }
}

/// Whether someone is here on a day.
package enum Presence: String, Sendable, CaseIterable {
  case current, upcoming, former
}

extension Appointment: SQLDecodable {
  static let columns: SQLQuery =
    """
    id, person_id, program_id, site_id, training_level, standing, starts_on, ends_on, ends_as,
    level_since
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), person: try row.id("person_id"), program: try row.id("program_id"),
      site: try row.idOrNil("site_id"), level: try row.integer("training_level"),
      standing: try row.word("standing"), startsOn: try row.day("starts_on"),
      endsOn: try row.day("ends_on"),
      endsAs: try row.textOrNil("ends_as").flatMap(Standing.init(rawValue:)),
      levelSince: try row.dayOrNil("level_since"))
  }
}
