import Kernel
import Roster
import SQLStore

/// Whether a trainee can sit in a seat for a term.
struct Candidacy {
  let training: Training
  let rule: SeatRule
  let unit: Scope
  let term: SeatTerm

  /// The program in which the trainee trains now.
  let program: ProgramID

  /// - Throws: ``CouncilRefusal`` where the person cannot sit there; ``Absent`` for nobody.
  init(
    of person: PersonID, for rule: SeatRule, _ unit: Scope, _ term: SeatTerm,
    on today: Day, reader: any SQLReader
  ) throws {
    guard let training = try Training.of([person], on: today, reader: reader)[person] else {
      throw Absent()
    }
    guard training.capacity == .trainee, training.presence == .current,
      let placement = training.placement
    else { throw CouncilRefusal.notTrainee(name: training.name) }
    self.training = training
    self.rule = rule
    self.unit = unit
    self.term = term
    program = placement.program
    guard training.isInGoodStanding else {
      throw CouncilRefusal.cannotStand(name: training.name)
    }
    guard Self.is(placement, in: unit) else {
      throw CouncilRefusal.notOfPlace(name: training.name)
    }
    if let last = training.endsOn, last < term.startsOn {
      throw CouncilRefusal.leavesBefore(name: training.name, last: last)
    }
  }

  /// The last day on which the trainee can sit there: of the term, or of the training.
  func lastDay(within last: Day) -> Day { min(last, training.endsOn ?? last) }

  /// Whether someone who trains there belongs to the place of a seat.
  static func `is`(_ placement: Placement, in unit: Scope) -> Bool {
    switch unit {
    case .institution: true
    case .department(let department): placement.department == department
    case .program(let program): placement.program == program
    case .site(let site): placement.site == site
    }
  }
}
