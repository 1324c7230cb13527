import Kernel
import SQLStore

/// Someone whose enrollment in a cycle with a questionnaire was approved, and what they are asked.
struct AskedPerson {
  let cycle: MentoringCycle
  let enrollment: ID<Enrollment>
  let person: PersonID
  /// The side by which they enrolled; nil where the questionnaire is not for it.
  private let enrolledSide: PairSide?
  /// The side as which they answered before; nil where they have not.
  private let earlierSide: PairSide?
  /// What they have answered.
  let answered: Set<AnswerMoment>
  /// Of what they were told.
  let told: Set<AnswerMoment>
  /// Whether they have or had a pair that nobody declined.
  let wasPaired: Bool

  /// The people who meet a condition on `mentoring_enrollment` or `mentoring_cycle`.
  static func all(_ condition: SQLQuery, _ reader: any SQLReader) throws -> [AskedPerson] {
    try reader.all(
      AskedPerson.self,
      """
      SELECT \(MentoringCycle.columns), mentoring_enrollment.id AS enrollment_id,
        mentoring_enrollment.person_id AS person_id, mentoring_enrollment.part AS part,
        mentoring_enrollment.told_before_on AS told_before_on,
        mentoring_enrollment.told_after_on AS told_after_on,
        mentoring_instrument.answered_by AS answered_by,
        (SELECT mentoring_answer.side FROM mentoring_answer
          WHERE mentoring_answer.cycle_id = mentoring_cycle.id AND moment = 'before'
            AND mentoring_answer.person_id = mentoring_enrollment.person_id) AS before_side,
        (SELECT mentoring_answer.side FROM mentoring_answer
          WHERE mentoring_answer.cycle_id = mentoring_cycle.id AND moment = 'after'
            AND mentoring_answer.person_id = mentoring_enrollment.person_id) AS after_side,
        (SELECT count(*) FROM mentoring_pair
          WHERE mentoring_pair.cycle_id = mentoring_cycle.id
            AND mentoring_pair.state <> 'declined'
            AND (mentoring_pair.mentee_id = mentoring_enrollment.person_id
              OR mentoring_pair.mentor_id = mentoring_enrollment.person_id)) AS pairs
      FROM mentoring_cycle_instrument
      JOIN mentoring_cycle ON mentoring_cycle.id = mentoring_cycle_instrument.cycle_id
      JOIN mentoring_instrument
        ON mentoring_instrument.id = mentoring_cycle_instrument.instrument_id
      JOIN mentoring_enrollment ON mentoring_enrollment.cycle_id = mentoring_cycle.id
        AND mentoring_enrollment.state = 'approved'
      WHERE mentoring_cycle_instrument.reported_on IS NULL AND \(condition)
      ORDER BY mentoring_cycle.begins_on, mentoring_enrollment.id
      """)
  }

  /// What they can answer now, or answer otherwise; nil where they are asked nothing.
  ///
  /// At the end only those are asked who answered before and had a pair: of all others no change
  /// could be counted.
  func moment(on today: Day) -> AnswerMoment? {
    guard let moment = AnswerMoment.of(cycle, on: today), side(at: moment) != nil else {
      return nil
    }
    return moment == .before || wasPaired ? moment : nil
  }

  /// As which side they answer; at the end as the one as which they began.
  func side(at moment: AnswerMoment) -> PairSide? {
    moment == .before ? enrolledSide : earlierSide
  }

  /// Whoever enrolled as both answers as mentee, where mentees are asked.
  private static func side(
    of part: Enrollment.Part, _ audience: InstrumentSheet.Audience
  ) -> PairSide? {
    let sides: [PairSide] =
      (part.isMentee ? [.mentee] : []) + (part.isMentor ? [.mentor] : [])
    return sides.first(where: audience.includes)
  }
}

extension AskedPerson: SQLDecodable {
  init(row: SQLRow) throws {
    earlierSide = try row.textOrNil("before_side").flatMap(PairSide.init(rawValue:))
    enrolledSide = Self.side(of: try row.word("part"), try row.word("answered_by"))
    answered = Set(
      (earlierSide == nil ? [] : [.before])
        + (try row.textOrNil("after_side") == nil ? [] : [.after]))
    told = Set(
      (try row.dayOrNil("told_before_on") == nil ? [] : [.before])
        + (try row.dayOrNil("told_after_on") == nil ? [] : [.after]))
    cycle = try MentoringCycle(row: row)
    enrollment = try row.id("enrollment_id")
    person = try row.id("person_id")
    wasPaired = try row.integer("pairs") > 0
  }
}
