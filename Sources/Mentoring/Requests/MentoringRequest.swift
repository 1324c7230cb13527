package import Kernel
package import SQLStore

/// A mentee asks a mentor, who accepts, declines without a reason, or lets it lapse.
package struct MentoringRequest: Sendable, Equatable {
  package let id: ID<MentoringRequest>
  package let cycle: ID<MentoringCycle>
  /// Of the viewer in it: who asks is the mentee.
  package let side: PairSide
  /// The name of the other.
  package let other: String
  package let mentee: ID<Enrollment>
  package let mentor: ID<Enrollment>
  package let message: String
  package let state: State
  package let askedAt: Instant
  package let answerUntil: Day

  /// How a request stands.
  package enum State: String, Sendable, CaseIterable {
    case open, accepted, declined
    case takenBack = "taken_back"
    /// Nobody answered in time, or the mentor has no place any more.
    case lapsed
  }
}

extension MentoringRequest: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), cycle: try row.id("cycle_id"), side: try row.word("side"),
      other: try row.text("other"), mentee: try row.id("mentee_id"),
      mentor: try row.id("mentor_id"), message: try row.text("message"),
      state: try row.word("state"), askedAt: try row.instant("asked_at"),
      answerUntil: try row.day("answer_until"))
  }

  /// The requests of the viewer and to the viewer, the latest first. Nobody else reads them.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> [MentoringRequest] {
    try reader.all(
      MentoringRequest.self,
      "\(select(for: viewer)) ORDER BY mentoring_request.asked_at DESC, mentoring_request.id DESC")
  }

  /// One of them.
  /// - Throws: ``Absent`` for everybody but the two.
  static func find(
    _ id: ID<MentoringRequest>, as side: PairSide, viewer: Viewer, reader: any SQLReader
  ) throws -> MentoringRequest {
    let found = try reader.first(
      MentoringRequest.self,
      """
      \(select(for: viewer)) AND mentoring_request.id = \(id)
      """)
    guard let found, found.side == side else { throw Absent() }
    return found
  }

  /// Both read it, but for what is held back, which the mentor never learns of, and for the words
  /// of what was taken back. What the mentor had read before it was held back looks taken back.
  private static func select(for viewer: Viewer) -> SQLQuery {
    """
    SELECT mentoring_request.id AS id, mentoring_request.cycle_id AS cycle_id,
      CASE WHEN mentee.person_id = \(viewer.person) THEN 'mentee' ELSE 'mentor' END AS side,
      directory_entry.name AS other, mentoring_request.mentee_id AS mentee_id,
      mentoring_request.mentor_id AS mentor_id,
      CASE WHEN mentee.person_id <> \(viewer.person)
          AND (mentoring_request.state = 'taken_back' OR mentoring_request.is_held_back)
        THEN '' ELSE mentoring_request.message END AS message,
      CASE WHEN mentee.person_id <> \(viewer.person) AND mentoring_request.is_held_back
        THEN 'taken_back' ELSE mentoring_request.state END AS state,
      mentoring_request.asked_at AS asked_at,
      mentoring_request.answer_until AS answer_until
    FROM mentoring_request
    JOIN mentoring_enrollment AS mentee ON mentee.id = mentoring_request.mentee_id
    JOIN mentoring_enrollment AS mentor ON mentor.id = mentoring_request.mentor_id
    JOIN directory_entry ON directory_entry.person_id = CASE
      WHEN mentee.person_id = \(viewer.person) THEN mentor.person_id ELSE mentee.person_id END
    WHERE (mentee.person_id = \(viewer.person)
      OR (mentor.person_id = \(viewer.person)
        AND (NOT mentoring_request.is_held_back OR (\(wasRead)))))
    """
  }

  /// Whether something was held back only since a pair began, in whose group the mentee would be
  /// with somebody from whom they are apart.
  private static let wasRead: SQLQuery = """
    NOT EXISTS (\(wish(between: "mentor.person_id")))
    AND EXISTS (
      SELECT 1 FROM mentoring_pair
      WHERE mentoring_pair.cycle_id = mentoring_request.cycle_id
        AND mentoring_pair.mentor_id = mentor.person_id
        AND mentoring_pair.paired_at >= mentoring_request.asked_at
        AND EXISTS (\(wish(between: "mentoring_pair.mentee_id"))))
    """

  /// Finds a wish of the mentee's or of another's not to meet.
  private static func wish(between other: SQLQuery) -> SQLQuery {
    """
    SELECT 1 FROM mentoring_avoidance
    WHERE (mentoring_avoidance.person_id = mentee.person_id
        AND mentoring_avoidance.avoided_id = \(other))
      OR (mentoring_avoidance.person_id = \(other)
        AND mentoring_avoidance.avoided_id = mentee.person_id)
    """
  }
}
