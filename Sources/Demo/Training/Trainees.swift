import Kernel
import Roster

extension FictionalHospital {
  /// The trainees and their appointments, as the office knows them on a day.
  struct Trainees {
    private(set) var people: [Person] = []
    private(set) var appointments: [Appointment] = []
    private(set) var deactivated: [PersonID: Day] = [:]

    init(
      _ history: TrainingHistory, _ moment: Moment, programs: [Program], names: inout NameMaker
    ) {
      // Whoever stays on is drawn where they began, also where that was too long ago to be kept.
      var persons: [Int: PersonID] = [:]
      for index in history.inOrder {
        let stay = history.stays[index]
        let program = programs[stay.program]
        guard stay.end >= moment.opened, Self.isKnown(stay, program, on: moment.today) else {
          continue
        }
        let first = history.first(of: index)
        if persons[first] == nil {
          let person = Self.person(
            people.count, history.stays[first], program, moment.seed, &names)
          persons[first] = person.id
          people.append(person)
        }
        guard let person = persons[first] else { continue }
        let appointment = Self.appointment(stay, of: person, in: program, moment)
        appointments.append(appointment)
        note(appointment, moment)
      }
    }

    /// Whether the office knows of a stay.
    private static func isKnown(
      _ stay: TrainingHistory.Stay, _ program: Program, on today: Day
    ) -> Bool {
      stay.start.number - today.number <= program.lead(of: stay.start)
    }

    private static func person(
      _ number: Int, _ stay: TrainingHistory.Stay, _ program: Program, _ seed: UInt64,
      _ names: inout NameMaker
    ) -> Person {
      var chance = Chance(seed, .trainee, stay.path[0], stay.path[1], stay.path[2])
      let id: PersonID = chance.id(madeOn: stay.start.adding(days: -chance.within(20...60)))
      let named = names.named(&chance)
      let medical = [
        "MD", "MD", "MD", "MD", "MD", "MD", "MD", "DO", "DO", "MBBS", "MBBS", "MBBCh",
        "MD, PhD", "MD, MPH",
      ]
      return Person(
        id: id, name: named.name, capacity: .trainee, personnelNumber: "H\(200_000 + 3 * number)",
        degrees: program.degree ?? chance.pick(medical), address: named.address)
    }

    private static func appointment(
      _ stay: TrainingHistory.Stay, of person: PersonID, in program: Program, _ moment: Moment
    ) -> Appointment {
      var chance = Chance(
        moment.seed, .appointment, stay.path[0], stay.path[1], stay.path[2])
      let isOver = stay.end < moment.today
      // Whoever gives notice says so three months before.
      let isDecided =
        stay.start <= moment.today && stay.ending.isVoluntary
        && (0...90).contains(stay.end.number - moment.today.number)
      let site = chance.happens(700) ? program.sites[0] : chance.pick(program.sites)
      return Appointment(
        id: chance.id(madeOn: stay.start.adding(days: -20)), person: person, program: program.id,
        site: site,
        level: stay.level(on: moment.today, in: program),
        standing: isOver
          ? stay.ending : stay.start > moment.today ? .active : standing(of: stay, moment),
        startsOn: stay.start, endsOn: isOver || isDecided ? stay.end : stay.plannedEnd,
        endsAs: isDecided ? stay.ending : nil)
    }

    /// How someone who trains now stands: about one in forty is on leave.
    private static func standing(of stay: TrainingHistory.Stay, _ moment: Moment) -> Standing {
      // Another year, another standing.
      var chance = Chance(
        moment.seed, .standing, stay.path[0], stay.path[1], stay.path[2], moment.opened.number)
      return switch chance.below(1000) {
      case 0..<26: .leave
      case 26..<33: .remediation
      case 33..<36: .probation
      default: .active
      }
    }

    /// Who left early and does not come back can no longer sign in; graduates still can.
    private mutating func note(_ appointment: Appointment, _ moment: Moment) {
      switch appointment.standing {
      case .withdrawn, .dismissed:
        deactivated[appointment.person] = appointment.endsOn.adding(days: 1)
      default: deactivated[appointment.person] = nil
      }
    }
  }
}

extension FictionalHospital.Program {
  /// How many days before their start the office knows of people: fellows are appointed in winter,
  /// residents matched in March, and those who begin at another time of year two months before.
  func lead(of start: Day) -> Int {
    guard start.parts.month == 7 else { return 60 }
    return kind == .fellowship ? 165 : 95
  }
}

extension Standing {
  /// Whether someone leaves before the end by their own wish.
  fileprivate var isVoluntary: Bool { self == .withdrawn || self == .transferred }
}
