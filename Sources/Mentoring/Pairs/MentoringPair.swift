package import Kernel
package import SQLStore

/// Two people of whom one mentors the other.
package struct MentoringPair: Sendable, Equatable {
  package let id: ID<MentoringPair>
  package let cycle: ID<MentoringCycle>
  package let mentee: PersonID
  package let mentor: PersonID
  package let state: State
  package let pairedAt: Instant
  /// The last day on which either may decline.
  package let declineUntil: Day
  package let endedOn: Day?
  /// That of its cycle; among peers it says nothing who is named as the mentee, but who writes
  /// first.
  package let shape: MentoringCycle.Shape

  /// How a pair stands.
  package enum State: String, Sendable, CaseIterable {
    case active
    /// One of them declined in the first days.
    case declined
    case completed
    case endedEarly = "ended_early"
    case transferred

    /// How the pairs stand of someone who needs nobody more in their cycle.
    static let lasting: [State] = [.active, .completed]
  }
}

extension MentoringPair: SQLDecodable {
  static let columns: SQLQuery =
    """
    mentoring_pair.id AS id, mentoring_pair.cycle_id AS cycle_id,
    mentoring_pair.mentee_id AS mentee_id, mentoring_pair.mentor_id AS mentor_id,
    mentoring_pair.state AS state, mentoring_pair.paired_at AS paired_at,
    mentoring_pair.decline_until AS decline_until, mentoring_pair.ended_on AS ended_on,
    (SELECT shape FROM mentoring_cycle WHERE id = mentoring_pair.cycle_id) AS shape
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), cycle: try row.id("cycle_id"), mentee: try row.id("mentee_id"),
      mentor: try row.id("mentor_id"), state: try row.word("state"),
      pairedAt: try row.instant("paired_at"), declineUntil: try row.day("decline_until"),
      endedOn: try row.dayOrNil("ended_on"), shape: try row.word("shape"))
  }

  /// The pairs of which the viewer is one, the latest first.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> [MentoringPair] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      MentoringPair.self,
      """
      SELECT \(columns) FROM mentoring_pair
      WHERE mentee_id = \(person) OR mentor_id = \(person) ORDER BY paired_at DESC, id DESC
      """)
  }

  /// The pairs of a cycle, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(
    in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> [MentoringPair] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      MentoringPair.self,
      "SELECT \(columns) FROM mentoring_pair WHERE cycle_id = \(cycle) ORDER BY id")
  }

  /// A pair, for the two of them and for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func find(
    _ id: ID<MentoringPair>, viewer: Viewer, reader: any SQLReader
  ) throws -> MentoringPair {
    let pair = try reader.first(
      MentoringPair.self,
      "SELECT \(columns) FROM mentoring_pair WHERE id = \(id) AND \(visible(to: viewer))")
    guard let pair else { throw Absent() }
    return pair
  }

  /// The two see it, and whoever runs mentoring.
  private static func visible(to viewer: Viewer) -> SQLQuery {
    guard let person = viewer.person else { return "1 = 0" }
    return viewer.mayRunMentoring
      ? "1 = 1" : "(mentee_id = \(person) OR mentor_id = \(person))"
  }

  /// The address of a pair's page, for notices.
  static func path(of id: ID<MentoringPair>) -> String { "/mentoring/pairs/\(id.text)" }

  /// The address of its page.
  var path: String { Self.path(of: id) }

  /// Whether someone is one of the two.
  package func isOne(_ person: PersonID?) -> Bool { person == mentee || person == mentor }

  /// Those who have a mentor in a cycle, or a peer.
  /// - Parameter states: how the pairs stand that count.
  static func matched(
    in cycle: MentoringCycle, by states: [State] = [.active], _ reader: any SQLReader
  ) throws -> Set<PersonID> {
    var matched: Set<PersonID> = []
    try reader.forEach(
      """
      SELECT mentee_id, mentor_id FROM mentoring_pair
      WHERE cycle_id = \(cycle.id) AND state IN (\(list: states.map(\.rawValue)))
      """
    ) { row in
      matched.insert(try row.id("mentee_id"))
      if cycle.plan.shape == .peers { matched.insert(try row.id("mentor_id")) }
    }
    return matched
  }
}
