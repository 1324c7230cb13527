package import Kernel
import Roster
package import SQLStore

/// Everything that mentoring keeps of the viewer, for their own copy.
package struct OwnMentoring: Sendable {
  package let enrollments: [EnrollmentLine]
  /// How many people they mentor at most; nil for whoever never enrolled as a mentor.
  package let places: Int?
  package let pairs: [PairLine]
  package let avoidances: [Avoidance]
  package let certificates: [MentorCertificate]
  package let requests: [MentoringRequest]
  package let rankings: [RankingLine]
  package let answers: [AnswerLine]

  /// A place of a ranking.
  package struct RankingLine: Sendable {
    /// The title of the cycle.
    package let cycle: String
    /// As what those are enrolled who are ranked.
    package let side: PairSide
    package let place: Int
    package let name: String
  }

  /// An enrollment, also one that was taken back.
  package struct EnrollmentLine: Sendable {
    package let enrollment: Enrollment
    /// The title of the cycle.
    package let cycle: String
    package let chosen: [String]
  }

  /// A pair.
  package struct PairLine: Sendable {
    package let pair: MentoringPair
    /// The title of the cycle.
    package let cycle: String
    package let isMentee: Bool
    /// The name of the other.
    package let other: String
    package let agreements: [Agreement]
    package let goals: [PairGoal]
    package let checkIns: [CheckIn]
    package let pulses: [Pulse]
    /// When they meet next; nil where nothing is planned.
    package let nextMeeting: NextMeeting?
  }

  /// Reads all of it: about ten queries, one more for each enrollment and five for each pair.
  package init(viewer: Viewer, reader: any SQLReader) throws {
    enrollments = try Self.enrollments(viewer, reader)
    places = try MentorCapacity.offered(viewer: viewer, reader: reader)
    pairs = try Self.pairs(viewer, reader)
    avoidances = try Avoidance.own(viewer: viewer, reader: reader)
    certificates = try MentorCertificate.own(viewer: viewer, reader: reader)
    answers = try AnswerLine.own(viewer, reader)
    requests = try MentoringRequest.own(viewer: viewer, reader: reader)
    rankings = try Self.rankings(viewer, reader)
  }

  private static func rankings(
    _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [RankingLine] {
    try reader.rows(
      """
      SELECT mentoring_cycle.title AS title, mentoring_ranking.side AS side,
        mentoring_ranking.place AS place, directory_entry.name AS name
      FROM mentoring_ranking
      JOIN mentoring_enrollment AS own ON own.id = mentoring_ranking.enrollment_id
      JOIN mentoring_cycle ON mentoring_cycle.id = own.cycle_id
      JOIN mentoring_enrollment AS other ON other.id = mentoring_ranking.other_id
      JOIN directory_entry ON directory_entry.person_id = other.person_id
      WHERE own.person_id = \(viewer.person)
      ORDER BY own.submitted_at, mentoring_ranking.side, mentoring_ranking.place
      """
    ).map { row in
      RankingLine(
        cycle: try row.text("title"), side: try row.word("side"),
        place: try row.integer("place"), name: try row.text("name"))
    }
  }

  private static func enrollments(
    _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [EnrollmentLine] {
    let found = try reader.all(
      Enrollment.self,
      """
      SELECT \(Enrollment.columns) FROM mentoring_enrollment
      WHERE person_id = \(viewer.person) ORDER BY submitted_at DESC, id DESC
      """)
    let titles = try Self.titles(found.map(\.cycle), reader)
    return try found.map { one in
      EnrollmentLine(
        enrollment: one, cycle: titles[one.cycle] ?? "",
        chosen: try one.choices(viewer: viewer, reader: reader).map(\.name))
    }
  }

  private static func pairs(_ viewer: Viewer, _ reader: any SQLReader) throws -> [PairLine] {
    let found = try MentoringPair.own(viewer: viewer, reader: reader)
    let titles = try Self.titles(found.map(\.cycle), reader)
    let names = try Directory.names(
      of: found.flatMap { [$0.mentee, $0.mentor] }, reader: reader)
    return try found.map { one in
      let isMentee = one.mentee == viewer.person
      return PairLine(
        pair: one, cycle: titles[one.cycle] ?? "", isMentee: isMentee,
        other: names[isMentee ? one.mentor : one.mentee] ?? "",
        agreements: try Agreement.all(of: one.id, viewer: viewer, reader: reader),
        goals: try PairGoal.all(of: one.id, viewer: viewer, reader: reader),
        checkIns: try CheckIn.all(of: one.id, viewer: viewer, reader: reader),
        pulses: try Pulse.own(of: one.id, viewer: viewer, reader: reader),
        nextMeeting: try NextMeeting.of(one.id, viewer: viewer, reader: reader))
    }
  }

  private static func titles(
    _ cycles: [ID<MentoringCycle>], _ reader: any SQLReader
  ) throws -> [ID<MentoringCycle>: String] {
    guard !cycles.isEmpty else { return [:] }
    var titles: [ID<MentoringCycle>: String] = [:]
    try reader.forEach(
      "SELECT id, title FROM mentoring_cycle WHERE id IN (\(list: Array(Set(cycles))))"
    ) { titles[try $0.id("id")] = try $0.text("title") }
    return titles
  }
}
