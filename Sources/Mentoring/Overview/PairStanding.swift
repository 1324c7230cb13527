package import Kernel
package import SQLStore

/// How a pair goes, as whoever runs mentoring sees it: the days, and nothing of what they write.
package struct PairStanding: Sendable, Equatable {
  package let pair: MentoringPair
  /// The day from which the two can meet.
  package let beginsOn: Day
  /// Whether both have signed a version of their agreement.
  package let isSigned: Bool
  /// How many weeks lie between two meetings, as both have signed or else as the cycle has it. What
  /// they sign is theirs, so no page reads it.
  let meetEvery: Int
  /// The last day on which the two mean to meet, in the same way.
  let meetUntil: Day
  /// How often they met.
  package let meetings: Int
  package let lastMet: Day?
  /// Since when two meetings are missed.
  package let flaggedOn: Day?
  /// Whether one of the two lets the office know that it does not work; never so of a pair of
  /// which the reader is one.
  package let isTroubled: Bool

  /// Why a pair may need someone who asks, the most pressing first.
  package enum Risk: Sendable, Equatable {
    /// One of the two says that it does not work.
    case troubled
    /// Two meetings are missed, noticed on a day.
    case missed(since: Day)
    /// They could have met for so many weeks, and did not.
    case neverMet(weeks: Int)
    /// Nothing is signed by both after so many weeks.
    case unsigned(weeks: Int)
  }

  /// After how many weeks an agreement should be signed.
  package static let weeksToSign = 4

  /// What speaks for a look at the pair; nothing for one that is over. Not to meet is no risk after
  /// the last day on which the two mean to.
  package func risks(on today: Day) -> [Risk] {
    guard pair.state == .active else { return [] }
    let past = (today.number - beginsOn.number) / 7
    let isToMeet = today <= meetUntil
    let missedSince = isToMeet ? flaggedOn : nil
    return [
      isTroubled ? .troubled : nil, missedSince.map { .missed(since: $0) },
      isToMeet && meetings == 0 && past >= meetEvery ? .neverMet(weeks: past) : nil,
      !isSigned && past >= Self.weeksToSign ? .unsigned(weeks: past) : nil,
    ].compactMap(\.self)
  }
}

extension PairStanding {
  /// All pairs of a cycle, for whoever runs mentoring, in three queries.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(
    in cycle: MentoringCycle, viewer: Viewer, reader: any SQLReader
  ) throws -> [PairStanding] {
    try viewer.refuseUnlessRunsMentoring()
    let zone = try Settings(reader: reader).timeZone
    let troubled = try Pulse.troubled(in: cycle.id, viewer: viewer, reader: reader)
    return try reader.rows(
      """
      SELECT \(MentoringPair.columns), flagged_on,
        \(Agreement.signed("meet_every")) AS meet_every,
        \(Agreement.signed("ends_on")) AS meet_until,
        (SELECT count(*) FROM mentoring_check_in
          WHERE mentoring_check_in.pair_id = mentoring_pair.id) AS meetings,
        (SELECT max(mentoring_check_in.met_on) FROM mentoring_check_in
          WHERE mentoring_check_in.pair_id = mentoring_pair.id) AS last_met
      FROM mentoring_pair WHERE cycle_id = \(cycle.id) ORDER BY id
      """
    ).map { row in
      let pair = try MentoringPair(row: row)
      let signedWeeks = try row.integerOrNil("meet_every")
      return PairStanding(
        pair: pair, beginsOn: max(cycle.plan.beginsOn, pair.pairedAt.day(in: zone)),
        isSigned: signedWeeks != nil, meetEvery: signedWeeks ?? cycle.plan.meetEvery,
        meetUntil: try row.dayOrNil("meet_until") ?? cycle.plan.endsOn,
        meetings: try row.integer("meetings"), lastMet: try row.dayOrNil("last_met"),
        flaggedOn: try row.dayOrNil("flagged_on"), isTroubled: troubled.contains(pair.id))
    }
  }
}
