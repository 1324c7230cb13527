import Kernel
import Roster

extension RosterExport {
  /// How many rows of next month's export are new, changed or ended.
  package enum NextMonth {
    /// People who have come.
    package static let new = 12
    /// People about whom something has changed.
    package static let changed = 20
    /// People who have withdrawn.
    package static let ended = 9
  }

  /// The same export a month later: some have come, some have changed, some have left, and nobody
  /// is missing.
  package static func nextMonth(of hospital: FictionalHospital) -> RosterExport {
    var export = RosterExport(of: hospital)
    var chance = Chance(hospital.seed, .export, hospital.today.number)
    var names = NameMaker(taken: hospital.people.compactMap(\.address))
    let firstOfMonth = hospital.today.firstOfNextMonth
    let candidates = chance.shuffled(
      export.rows.indices.filter { export.isSettled($0, before: hospital.today, of: hospital) })
    for (turn, row) in candidates.prefix(NextMonth.changed).enumerated() {
      export.change(row, turn, sites: hospital.sites.map(\.name), &names)
    }
    for row in candidates.dropFirst(NextMonth.changed).prefix(NextMonth.ended) {
      export.rows[row][.standing] = Standing.withdrawn.label
      export.rows[row][.endsOn] = firstOfMonth.adding(days: -1).text
    }
    let programs = chance.shuffled(hospital.programs.filter(\.isCategorical))
    export.add(NextMonth.new, to: programs, from: firstOfMonth, hospital, &names)
    return export
  }

  /// Whether a row speaks of someone who is here in good standing, for some time to come, and whom
  /// "sign in as" does not offer.
  private func isSettled(
    _ row: Int, before today: Day, of hospital: FictionalHospital
  ) -> Bool {
    let cast = Set(hospital.cast.values)
    let number = rows[row][.number]
    guard rows[row][.standing] == Standing.active.label, rows[row][.startsOn] <= today.text,
      rows[row][.endsOn] > today.adding(days: 90).text
    else { return false }
    return !hospital.people.contains { $0.personnelNumber == number && cast.contains($0.id) }
  }

  /// Another address, another name after a wedding, another site, or a leave, in turn.
  private mutating func change(
    _ row: Int, _ turn: Int, sites: [String], _ names: inout NameMaker
  ) {
    switch turn % 4 {
    case 0: rows[row][.address] = names.address([rows[row][.given], "md", "whitcombe"])
    case 1: rows[row][.family] += "-Whitcombe"
    case 2:
      let place = sites.firstIndex(of: rows[row][.site]) ?? 0
      rows[row][.site] = sites[(place + 1) % sites.count]
    default: rows[row][.standing] = Standing.leave.label
    }
  }

  private mutating func add(
    _ count: Int, to programs: [FictionalHospital.Program], from start: Day,
    _ hospital: FictionalHospital, _ names: inout NameMaker
  ) {
    let places = Places(hospital)
    let last = hospital.people.compactMap { $0.personnelNumber.flatMap { Int($0.dropFirst()) } }
    for turn in 0..<count {
      var chance = Chance(hospital.seed, .export, hospital.today.number, turn)
      let program = programs[turn % programs.count]
      let named = names.named(&chance)
      let person = Person(
        id: chance.id(madeOn: start), name: named.name, capacity: .trainee,
        personnelNumber: "H\((last.max() ?? 200_000) + 3 * (turn + 1))", degrees: "MD",
        address: named.address)
      let appointment = Appointment(
        id: chance.id(madeOn: start), person: person.id, program: program.id,
        site: program.sites[0], level: program.levels.lowerBound, standing: .active,
        startsOn: start, endsOn: start.adding(months: 12 * program.years).adding(days: -1))
      if let row = places.row(of: person, appointment) { rows.append(row) }
    }
  }
}

extension Day {
  /// The first day of the month after this one.
  var firstOfNextMonth: Day {
    let (year, month, _) = parts
    return (Day(year: year, month: month, day: 1) ?? self).adding(months: 1)
  }
}
