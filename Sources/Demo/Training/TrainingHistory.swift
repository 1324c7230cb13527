import Kernel
import Roster

/// Who began where in all the years that still matter, how long they stay and how it ends.
///
/// Each stay is drawn from a chance of its own, so the same people are found a year later, a year
/// further on.
struct TrainingHistory {
  /// All stays; those that go on in another program stand after the ones that they follow.
  private(set) var stays: [Stay] = []
  /// The positions of the stays, earliest first.
  private(set) var inOrder: [Int] = []

  /// One person's time in one program.
  struct Stay {
    /// The position of the program.
    let program: Int
    /// What names the stay among all: program, year and place, or a transfer's origin.
    let path: [Int]
    /// The post-graduate year in which it begins.
    let startLevel: Int
    let start: Day
    /// The last day that the contract names.
    let plannedEnd: Day
    /// The last day as it will turn out.
    var end: Day
    /// How it ends.
    var ending: Standing = .graduated
    /// The position of the stay that the same person had before.
    var follows: Int?
  }

  /// How many years back it begins: further than anyone's training who still matters.
  private static let depth = 16

  /// - Parameter year: the year in which the present academic year began.
  init(seed: UInt64, programs: [FictionalHospital.Program], year: Int) {
    for (index, program) in programs.enumerated() {
      for start in (year - Self.depth)...(year + 1) {
        for place in 0..<program.places {
          var chance = Chance(seed, .training, index, start, place)
          stays.append(Self.stay([index, start, place], in: program, &chance))
        }
      }
    }
    addTransfers(seed: seed, programs: programs)
    let starts = stays.map(\.start.number)
    inOrder = stays.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    continueGraduates(seed: seed, programs: programs)
  }

  /// The position of the first stay of whoever is at a position.
  func first(of position: Int) -> Int {
    var position = position
    while let before = stays[position].follows { position = before }
    return position
  }
}

extension TrainingHistory {
  private static func stay(
    _ path: [Int], in program: FictionalHospital.Program, _ chance: inout Chance
  ) -> Stay {
    let isOffCycle = chance.happens(30)
    let month = isOffCycle ? (chance.within(8...15) - 1) % 12 + 1 : 7
    let start = Day(year: month < 7 ? path[1] + 1 : path[1], month: month, day: 1) ?? Day(number: 0)
    // Someone who was on leave makes up for some of it.
    let extraMonths = chance.happens(20) ? chance.within(1...4) : 0
    let end = start.adding(months: 12 * program.years + extraMonths).adding(days: -1)
    var stay = Stay(
      program: path[0], path: path, startLevel: program.levels.lowerBound, start: start,
      plannedEnd: end, end: end)
    guard program.years > 1, chance.happens(13 * program.years) else { return stay }
    switch chance.below(10) {
    case 0..<5: stay.leave(.withdrawn, after: chance.within(3...(12 * program.years - 4)))
    case 5: stay.leave(.dismissed, after: chance.within(8...(12 * program.years - 4)))
    default: stay.leave(.transferred, after: 12 * chance.within(1...min(2, program.years - 1)))
    }
    return stay
  }

  /// Half of those who transfer go on in another residency of the house, with a year of credit
  /// where they have earned one.
  private mutating func addTransfers(seed: UInt64, programs: [FictionalHospital.Program]) {
    let targets = programs.indices.filter { programs[$0].isCategorical }
    for index in stays.indices where stays[index].ending == .transferred {
      let stay = stays[index]
      var chance = Chance(seed, .transfer, stay.path[0], stay.path[1], stay.path[2])
      let target = chance.pick(targets)
      guard programs[stay.program].isCategorical, target != stay.program, chance.happens(600)
      else { continue }
      let credit = chance.below(2)
      let start = stay.end.adding(days: 1)
      let end = start.adding(months: 12 * (programs[target].years - credit)).adding(days: -1)
      stays.append(
        Stay(
          program: target, path: [target, stay.path[1], 100 * (stay.program + 1) + stay.path[2]],
          startLevel: 1 + credit,
          start: start, plannedEnd: end, end: end, follows: index))
    }
  }

  /// About half of the fellows trained in the house before.
  private mutating func continueGraduates(seed: UInt64, programs: [FictionalHospital.Program]) {
    var graduates: [Int: [Int]] = [:]
    for index in inOrder {
      let stay = stays[index]
      if stay.follows == nil {
        var chance = Chance(seed, .transfer, stay.path[0], stay.path[1], stay.path[2], 1)
        let candidates = programs[stay.program].feeders.flatMap { graduates[$0] ?? [] }
          .filter { stays[$0].end.adding(days: 1) == stay.start }
        if !candidates.isEmpty, chance.happens(500) {
          let before = chance.pick(candidates)
          stays[index].follows = before
          graduates[stays[before].program]?.removeAll { $0 == before }
        }
      }
      if stay.ending == .graduated { graduates[stay.program, default: []].append(index) }
    }
  }
}

extension TrainingHistory.Stay {
  /// Ends the stay early, on the last day of a month.
  fileprivate mutating func leave(_ ending: Standing, after months: Int) {
    self.ending = ending
    end = start.adding(months: months).adding(days: -1)
  }

  /// The post-graduate year on a day: one more each year from the start, up to the program's last.
  func level(on day: Day, in program: FictionalHospital.Program) -> Int {
    var level = startLevel
    while level < program.levels.upperBound,
      start.adding(months: 12 * (level - startLevel + 1)) <= min(day, end)
    {
      level += 1
    }
    return level
  }
}

extension FictionalHospital.Program {
  /// Whether it takes people straight from medical school to the end of their residency.
  var isCategorical: Bool {
    kind == .residency && levels.lowerBound == 1 && years >= 3 && degree == nil
  }
}

extension Day {
  /// A time of the day on the East Coast in winter.
  func moment(hour: Int, minute: Int = 0) -> Instant {
    Instant(milliseconds: Int64(number) * 86_400_000 + Int64((hour + 5) * 60 + minute) * 60_000)
  }

  /// The same day so many months later; the day of the month is one that every month has.
  func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let count = 12 * year + month - 1 + months
    return Day(year: count / 12, month: count % 12 + 1, day: min(day, 28)) ?? self
  }
}
