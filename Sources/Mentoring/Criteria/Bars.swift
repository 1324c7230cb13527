import Kernel
import Roster
import SQLStore

/// What keeps the people of a cycle apart, read once for all of them.
///
/// Few of all pairs are kept apart, so only those are held.
struct Bars {
  private var bars: [Couple: Set<Bar>] = [:]

  /// A mentee and whom they would have as a mentor.
  private struct Couple: Hashable {
    let mentee, mentor: PersonID
  }

  /// - Parameters:
  ///   - people: all who take part in the cycle.
  ///   - cycle: where they would meet.
  init(
    among people: [PersonID], in cycle: MentoringCycle, trainings: [PersonID: Training],
    on today: Day, _ reader: any SQLReader
  ) throws {
    let among = Set(people)
    let lines = try ReportingLines(around: people, on: today, reader: reader)
    let judges = try Self.judges(reader)
    for person in people {
      add(person, person, .samePerson)
      for superior in lines.superiors(of: person) where among.contains(superior) {
        addBothWays(person, superior, .supervisor)
      }
      guard let program = trainings[person]?.placement?.program else { continue }
      for leader in lines.leaders(of: program) where among.contains(leader) && leader != person {
        addBothWays(person, leader, .leadership)
      }
      for (judge, bar) in judges[program] ?? [] where among.contains(judge) {
        add(person, judge, bar)
      }
    }
    try addCouples(among, reader)
    if cycle.plan.shape == .groups { try addGroups(of: cycle.id, among, reader) }
  }

  /// The pairs of some mentees and mentors that cannot be, in order of mentee and mentor.
  func frozen(_ mentees: [FrozenPerson], _ mentors: [FrozenPerson]) -> [FrozenBar] {
    let mentorNumbers = Self.numbers(mentors)
    let menteeNumbers = Self.numbers(mentees)
    return bars.compactMap { couple, bars in
      guard let mentee = menteeNumbers[couple.mentee.text],
        let mentor = mentorNumbers[couple.mentor.text]
      else { return nil }
      return FrozenBar(
        mentee: mentee, mentor: mentor, bars: Bar.kept(bars))
    }.sorted { ($0.mentee, $0.mentor) < ($1.mentee, $1.mentor) }
  }

  /// What keeps two people apart.
  func between(_ mentee: PersonID, _ mentor: PersonID) -> Set<Bar> {
    bars[Couple(mentee: mentee, mentor: mentor)] ?? []
  }

  private mutating func add(_ mentee: PersonID, _ mentor: PersonID, _ bar: Bar) {
    bars[Couple(mentee: mentee, mentor: mentor), default: []].insert(bar)
  }

  private mutating func addBothWays(_ one: PersonID, _ other: PersonID, _ bar: Bar) {
    add(one, other, bar)
    add(other, one, bar)
  }

  /// Those who wished it, those whose pair came to nothing or was passed on, and those who are a
  /// pair.
  private mutating func addCouples(
    _ among: Set<PersonID>, _ reader: any SQLReader
  ) throws {
    try reader.forEach(
      """
      SELECT person_id AS one, avoided_id AS other, 'apart' AS bar FROM mentoring_avoidance
      UNION ALL
      SELECT mentee_id AS one, mentor_id AS other,
        CASE WHEN state = 'active' THEN 'paired' ELSE 'former_pair' END AS bar
      FROM mentoring_pair WHERE state IN ('active', 'declined', 'ended_early', 'transferred')
      """
    ) { row in
      let (one, other): (PersonID, PersonID) = (try row.id("one"), try row.id("other"))
      guard among.contains(one), among.contains(other) else { return }
      addBothWays(one, other, try row.word("bar"))
    }
  }

  /// Whoever wished to be apart from someone in a group, or is wished away by them, does not come
  /// into it.
  private mutating func addGroups(
    of cycle: ID<MentoringCycle>, _ among: Set<PersonID>, _ reader: any SQLReader
  ) throws {
    try reader.forEach(
      """
      SELECT mentoring_avoidance.person_id AS one, mentoring_avoidance.avoided_id AS other,
        mentoring_pair.mentee_id AS member, mentoring_pair.mentor_id AS mentor
      FROM mentoring_avoidance
      JOIN mentoring_pair ON mentoring_pair.mentee_id
        IN (mentoring_avoidance.person_id, mentoring_avoidance.avoided_id)
      WHERE mentoring_pair.cycle_id = \(cycle) AND mentoring_pair.state = 'active'
      """
    ) { row in
      let (one, other): (PersonID, PersonID) = (try row.id("one"), try row.id("other"))
      let (member, mentor): (PersonID, PersonID) = (try row.id("member"), try row.id("mentor"))
      let newcomer = member == one ? other : one
      guard among.contains(newcomer), among.contains(mentor) else { return }
      add(newcomer, mentor, .apart)
    }
  }

  private static func judges(
    _ reader: any SQLReader
  ) throws -> [ProgramID: [(person: PersonID, bar: Bar)]] {
    var judges: [ProgramID: [(person: PersonID, bar: Bar)]] = [:]
    try reader.forEach(
      "SELECT program_id, person_id, part FROM mentoring_judge ORDER BY person_id, part"
    ) { row in
      judges[try row.id("program_id"), default: []].append(
        (try row.id("person_id"), try row.word("part")))
    }
    return judges
  }

  private static func numbers(_ people: [FrozenPerson]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.person, $0) })
  }
}
