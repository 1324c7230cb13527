package import Kernel
import Roster
package import SQLStore

/// What a pair that goes on waits for from the viewer, who is one of the two.
package struct PairDue: Sendable, Equatable {
  package let pair: ID<MentoringPair>
  /// The name of the other.
  package let other: String
  /// When they meet next; nil where nothing is planned, or it is over.
  package let meetsAt: Instant?
  /// Whether the latest version of the agreement waits for the viewer's signature.
  package let isToSign: Bool
  /// Whether the viewer was asked how it goes and has not answered.
  package let isAsked: Bool

  /// The viewer's pairs that wait for something, in two queries.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [PairDue] {
    guard let person = viewer.person else { return [] }
    let rows = try reader.rows(query(for: person))
    let lines = try rows.map { try Line($0, person, now: viewer.now) }.filter(\.waits)
    let names = try Directory.names(of: lines.map(\.other), reader: reader)
    return lines.map { line in
      PairDue(
        pair: line.pair, other: names[line.other] ?? "", meetsAt: line.meetsAt,
        isToSign: line.isToSign, isAsked: line.isAsked)
    }
  }

  private static func query(for person: PersonID) -> SQLQuery {
    """
    SELECT mentoring_pair.id AS id, mentoring_pair.mentee_id AS mentee_id,
      mentoring_pair.mentor_id AS mentor_id, mentoring_next_meeting.begins_at AS begins_at,
      mentoring_next_meeting.minutes AS minutes,
      (SELECT count(*) FROM mentoring_agreement
        WHERE mentoring_agreement.pair_id = mentoring_pair.id
          AND CASE WHEN mentoring_pair.mentee_id = \(person)
            THEN mentoring_agreement.mentee_signed_at
            ELSE mentoring_agreement.mentor_signed_at END IS NULL
          AND mentoring_agreement.version = (
            SELECT max(latest.version) FROM mentoring_agreement AS latest
            WHERE latest.pair_id = mentoring_pair.id AND \(Agreement.stands("latest")))) AS to_sign,
      (SELECT count(*) FROM mentoring_pulse
        WHERE mentoring_pulse.pair_id = mentoring_pair.id
          AND mentoring_pulse.person_id = \(person)
          AND mentoring_pulse.answer IS NULL
          AND NOT EXISTS (SELECT 1 FROM mentoring_pulse AS later
            WHERE later.pair_id = mentoring_pair.id AND later.person_id = \(person)
              AND later.asked_on > mentoring_pulse.asked_on)) AS asked
    FROM mentoring_pair
    LEFT JOIN mentoring_next_meeting ON mentoring_next_meeting.pair_id = mentoring_pair.id
    WHERE mentoring_pair.state = 'active'
      AND (mentoring_pair.mentee_id = \(person) OR mentoring_pair.mentor_id = \(person))
    ORDER BY mentoring_pair.id
    """
  }

  private struct Line {
    let pair: ID<MentoringPair>
    let other: PersonID
    let meetsAt: Instant?
    let isToSign, isAsked: Bool

    var waits: Bool { meetsAt != nil || isToSign || isAsked }

    init(_ row: SQLRow, _ person: PersonID, now: Instant) throws {
      pair = try row.id("id")
      let mentee: PersonID = try row.id("mentee_id")
      other = mentee == person ? try row.id("mentor_id") : mentee
      let minutes = try row.integerOrNil("minutes") ?? 0
      meetsAt = try row.instantOrNil("begins_at").flatMap {
        $0.adding(seconds: minutes * 60) < now ? nil : $0
      }
      isToSign = try row.integer("to_sign") > 0
      isAsked = try row.integer("asked") > 0
    }
  }
}
