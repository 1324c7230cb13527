package import Kernel
import Roster
package import SQLStore

/// What a meeting decided, with its votes. Without a quorum it is void, and stays so.
package struct Decision: Sendable, Equatable {
  package let id: ID<Decision>
  package let wording: String
  package let votes: Votes
  /// Who counted; nil for someone who is not known here any more.
  package let countedBy: String?
  package let at: Instant
  package let isTraineesOnly: Bool
  package let quorum: Quorum
  package let isVoid: Bool

  /// Votes as they were counted.
  package struct Votes: Sendable, Equatable {
    package let inFavor: Int
    package let against: Int
    package let abstained: Int

    package init(inFavor: Int, against: Int, abstained: Int = 0) {
      self.inFavor = inFavor
      self.against = against
      self.abstained = abstained
    }

    /// How many voted.
    package var total: Int { inFavor + against + abstained }
  }

  /// Whether it was carried: more for it than against, and not void.
  package var isCarried: Bool { !isVoid && votes.inFavor > votes.against }
}

extension Decision: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), wording: try row.text("wording"),
      votes: Votes(
        inFavor: try row.integer("votes_for"), against: try row.integer("votes_against"),
        abstained: try row.integer("abstained")),
      countedBy: try row.textOrNil("counted_by_name"), at: try row.instant("at"),
      isTraineesOnly: try row.boolean("trainees_only"),
      quorum: Quorum(
        present: try row.integer("quorum_present"), seats: try row.integer("quorum_seats"),
        needed: try row.integer("quorum_needed")),
      isVoid: try row.boolean("void"))
  }

  /// The decisions of a meeting that the viewer reads, in their order.
  package static func all(
    of seen: SeenMeeting, viewer: Viewer, reader: any SQLReader
  ) throws -> [Decision] {
    try reader.all(
      Decision.self,
      """
      SELECT meeting_decision.id AS id, wording, votes_for, votes_against, abstained,
        directory_entry.name AS counted_by_name, meeting_decision.at AS at,
        meeting_decision.trainees_only AS trainees_only, quorum_present, quorum_seats,
        quorum_needed, void
      FROM meeting_decision
      LEFT JOIN directory_entry ON directory_entry.person_id = meeting_decision.counted_by
        AND \(Directory.visible(to: viewer))
      WHERE meeting_decision.meeting_id = \(seen.meeting.id)
        AND (meeting_decision.trainees_only = \(false) OR \(TraineesOnly.admits(viewer)))
      ORDER BY meeting_decision.id
      """)
  }

  /// Writes a decision down while the meeting is in session. Whether there was a quorum is asked in
  /// the same transaction; nothing changes the answer later.
  @discardableResult
  package static func record(
    _ draft: DecisionDraft, in id: ID<Meeting>, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> Decision {
    let seen = try Meeting.run(id, viewer, writer)
    guard seen.meeting.state == .inSession else { throw MeetingRefusal.notInSession }
    let isTraineesOnly = draft.isTraineesOnly || seen.meeting.isTraineesOnly
    if isTraineesOnly, !seen.isAdmitted { throw MeetingRefusal.onlyTrainees }
    let roll = try Roll.now(
      seen, isTraineesOnly: isTraineesOnly, viewer: viewer, reader: writer)
    let able = roll.quorum.seats > 0 ? roll.quorum.present : roll.others
    guard draft.votes.total <= able else {
      throw MeetingRefusal.tooManyVotes(present: able)
    }
    let decision: ID<Decision> = world.newID()
    let (votes, quorum) = (draft.votes, roll.quorum)
    try writer.execute(
      """
      INSERT INTO meeting_decision (id, meeting_id, wording, votes_for, votes_against, abstained,
        counted_by, at, trainees_only, quorum_present, quorum_seats, quorum_needed, void)
      VALUES (\(decision), \(id), \(draft.wording), \(votes.inFavor), \(votes.against),
        \(votes.abstained), \(viewer.person), \(viewer.now), \(isTraineesOnly),
        \(quorum.present), \(quorum.seats), \(quorum.needed), \(!quorum.isMet))
      """)
    let kept = try all(of: seen, viewer: viewer, reader: writer).first { $0.id == decision }
    guard let kept else { throw Absent() }
    return kept
  }
}
