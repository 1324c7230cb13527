package import Kernel
package import Roster
package import SQLStore

/// Writes down which seats have ended, lets alternates move up, and tells who has to act.
///
/// It looks at open seats alone, so it costs as much as there are seats, not people. It may be
/// repeated at will: after a day has turned, an import, a change of an appointment.
package struct SeatSettling {
  private let today: Day
  private let now: Instant
  private let world: World
  private let writer: any SQLWriter

  package init(on today: Day, at now: Instant, in world: World, _ writer: any SQLWriter) {
    self.today = today
    self.now = now
    self.world = world
    self.writer = writer
  }

  /// Settles all seats.
  /// - Parameter left: those that somebody just left, whose followers are still to be found.
  /// - Returns: those that ended.
  @discardableResult
  package func settle(left: [Seating] = []) throws -> [Seating] {
    let open = try writer.all(
      Seating.self,
      """
      SELECT \(Seating.columns) FROM seating WHERE seating.ended_on IS NULL
      ORDER BY seating.seated_at, seating.id
      """)
    let rules = try rules(of: open + left)
    let training = try Training.of(
      Array(Set(open.map(\.person))).sorted(), on: today, reader: writer)
    var ended: [Seating] = []
    for seating in open {
      guard let rule = rules[seating.seat.rule] else { continue }
      if let ending = Self.ending(of: seating, rule, training[seating.person], on: today) {
        try seating.end(ending, writer)
        try note(seating, ending)
        ended.append(seating)
      } else if rule.kind.isForTrainees {
        try keepEnd(of: seating, training[seating.person])
      }
    }
    try follow(ended + left, open, rules, training)
    try lapse()
    return ended
  }

  /// How a seat has ended by a day; nil while it goes on.
  package static func ending(
    of seating: Seating, _ rule: SeatRule, _ training: Training?, on today: Day
  ) -> Seating.Ending? {
    let yesterday = today.adding(days: -1)
    guard let training, training.presence == .current else {
      let last = training?.endsOn.map { min($0, yesterday) } ?? yesterday
      return Seating.Ending(
        day: max(last, seating.startsOn), cause: cause(of: training?.standing))
    }
    if rule.kind.isForTrainees {
      guard training.capacity == .trainee, let placement = training.placement,
        Candidacy.is(placement, in: seating.seat.unit)
      else { return Seating.Ending(day: max(yesterday, seating.startsOn), cause: .transfer) }
    }
    guard seating.termEndsOn < today else { return nil }
    return Seating.Ending(day: seating.termEndsOn, cause: .term)
  }

  private static func cause(of standing: Standing?) -> Seating.Cause {
    switch standing {
    case .graduated: .graduation
    case .transferred: .transfer
    default: .withdrawal
    }
  }

  /// The last day follows the training, which may have become longer or shorter.
  private func keepEnd(of seating: Seating, _ training: Training?) throws {
    guard let last = training?.endsOn else { return }
    let endsOn = min(seating.termEndsOn, max(last, seating.startsOn))
    guard endsOn != seating.endsOn else { return }
    try writer.execute("UPDATE seating SET ends_on = \(endsOn) WHERE id = \(seating.id)")
  }

  private func rules(of open: [Seating]) throws -> [ID<SeatRule>: SeatRule] {
    let ids = Array(Set(open.map(\.seat.rule))).sorted()
    let rules = try writer.all(
      SeatRule.self, "SELECT \(SeatRule.columns) FROM seat_rule WHERE id IN (\(list: ids))")
    return Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) })
  }

  private func note(_ seating: Seating, _ ending: Seating.Ending) throws {
    let organization = try Organization.named(seating.organization, writer)
    try Audit.append(
      Audit.Act(
        "seat.vacated", of: .person(seating.person),
        detail: "\(organization.name): \(ending.cause.word)"),
      by: nil, at: now, to: writer)
  }
}

extension SeatSettling {
  /// What follows from seats that ended: deputies go too, alternates move up, or somebody is told.
  private func follow(
    _ ended: [Seating], _ open: [Seating], _ rules: [ID<SeatRule>: SeatRule],
    _ training: [PersonID: Training]
  ) throws {
    let gone = Set(ended.map(\.id))
    let holders = try vacated(ended)
    for seating in holders {
      let here = open.filter { $0.seat == seating.seat && !gone.contains($0.id) }
      for deputy in here where deputy.place == .deputy && deputy.number == seating.number {
        try deputy.end(Seating.Ending(day: today, cause: seating.ending?.cause ?? .term), writer)
      }
      guard let rule = rules[seating.seat.rule], rule.kind.isForTrainees else { continue }
      if let next = here.first(where: { $0.place == .alternate }),
        try promote(next, to: seating.number, rule, training)
      {
        continue
      }
      let vacancy = try SeatVacancy.find(rule, seating.seat.unit, in: writer)
      // Where a successor is seated already, nobody is asked for one.
      guard vacancy.holder(number: seating.number, on: today) == nil else { continue }
      try VacancyNotice(world, writer).tell(of: seating, rule, on: today)
    }
  }

  /// The holders among those who ended, with how they did.
  private func vacated(_ ended: [Seating]) throws -> [Seating] {
    let holders = ended.filter { $0.place == .holder && $0.startsOn <= today }.map(\.id)
    return try writer.all(
      Seating.self,
      "SELECT \(Seating.columns) FROM seating WHERE seating.id IN (\(list: holders))")
  }

  /// Lets an alternate move up for the rest of their own term.
  /// - Returns: false where somebody else has the seat already.
  private func promote(
    _ next: Seating, to number: Int, _ rule: SeatRule, _ training: [PersonID: Training]
  ) throws -> Bool {
    let vacancy = try SeatVacancy.find(rule, next.seat.unit, in: writer)
    guard next.termEndsOn >= today,
      let free = vacancy.free(from: today, to: next.termEndsOn), free.number == number
    else { return false }
    try next.end(Seating.Ending(day: today, cause: .promotion), writer)
    try writer.execute(
      """
      INSERT INTO seating (id, organization_id, rule_id, unit, number, person_id, program_id,
        place, starts_on, ends_on, term_ends_on, evidence, seated_at)
      VALUES (\(world.newID(ID<Seating>.self)), \(next.organization), \(next.seat.rule),
        \(next.seat.unitID), \(number), \(next.person), \(next.program), 'holder', \(today),
        \(min(next.endsOn, free.lastDay)), \(free.lastDay), \(next.evidence), \(now))
      """)
    let organization = try Organization.named(next.organization, writer)
    try Audit.append(
      Audit.Act("seat.promoted", of: .person(next.person), detail: organization.name), by: nil,
      at: now, to: writer)
    try Notice.tell(
      next.person,
      Notice.News(
        .council, "You moved up from alternate: the seat in \(organization.name) is yours.",
        path: organization.path),
      in: world, writer: writer)
    return true
  }

  /// Nominations of people who do not train here any more await nothing.
  private func lapse() throws {
    try writer.execute(
      """
      UPDATE nomination SET state = 'lapsed', decided_at = \(now)
      WHERE state = 'awaiting' AND person_id NOT IN (
        SELECT person_id FROM directory_entry
        WHERE presence = 'current' AND capacity = 'trainee')
      """)
  }
}

extension Seating.Cause {
  /// The cause inside a sentence.
  package var word: String {
    switch self {
    case .term: "end of the term"
    case .transfer: "transfer"
    case .graduation: "graduation"
    case .withdrawal: "end of training"
    case .resignation: "resignation"
    case .removal: "ended by the {office}"
    case .promotion: "became the holder"
    }
  }
}
