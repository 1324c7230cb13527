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
      var persons: [Int: Int] = [:]
      for index in history.inOrder {
        let stay = history.stays[index]
        let program = programs[stay.program]
        guard stay.end >= moment.opened, Self.isKnown(stay, program, on: moment.today) else {
          continue
        }
        var chance = Chance(
          moment.seed, .trainee, stay.path[0], stay.path[1], stay.path[2])
        let known = max(moment.opened, stay.start.adding(days: -chance.within(20...60)))
        if let before = stay.follows, let person = persons[before] {
          persons[index] = person
        } else {
          persons[index] = people.count
          people.append(Self.person(people.count, known, program, &names, &chance))
        }
        let person = people[persons[index] ?? 0].id
        let appointment = Self.appointment(stay, of: person, in: program, moment, &chance)
        appointments.append(appointment)
        note(appointment, moment)
      }
    }

    /// Whether the office knows of a stay: fellows are appointed in winter, residents matched in
    /// March, and those who begin at another time of year are known two months before.
    private static func isKnown(
      _ stay: TrainingHistory.Stay, _ program: Program, on today: Day
    ) -> Bool {
      let daysAhead = stay.start.number - today.number
      guard daysAhead > 0, stay.start.parts.month == 7 else { return daysAhead <= 60 }
      return daysAhead <= (program.kind == .fellowship ? 165 : 95)
    }

    private static func person(
      _ number: Int, _ known: Day, _ program: Program, _ names: inout NameMaker,
      _ chance: inout Chance
    ) -> Person {
      let id: PersonID = chance.id(madeOn: known)
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
      _ stay: TrainingHistory.Stay, of person: PersonID, in program: Program, _ moment: Moment,
      _ chance: inout Chance
    ) -> Appointment {
      let isOver = stay.end < moment.today
      let site = chance.happens(700) ? program.sites[0] : chance.pick(program.sites)
      let made = max(moment.opened, stay.start.adding(days: -20))
      return Appointment(
        id: chance.id(madeOn: made), person: person, program: program.id, site: site,
        level: stay.level(on: moment.today, in: program),
        standing: isOver
          ? stay.ending : stay.start > moment.today ? .active : standing(&chance),
        startsOn: stay.start, endsOn: isOver ? stay.end : stay.plannedEnd)
    }

    /// How someone who trains now stands: about one in forty is on leave.
    private static func standing(_ chance: inout Chance) -> Standing {
      switch chance.below(1000) {
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
