package import Kernel
import Roster
package import SQLStore

extension Meeting {
  /// Opens what was for trainees alone to all who read the organization's meetings, by a vote of
  /// those who are there: with a quorum, and more for it than against. Where no seat votes, more
  /// than half of those who are there have to be for it, so that nobody opens it alone among
  /// others. The vote stays on record.
  package static func open(
    _ id: ID<Meeting>, votes: Decision.Votes, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws {
    let seen = try run(id, viewer, writer)
    guard seen.meeting.isTraineesOnly else { throw MeetingRefusal.isOpenAlready }
    let roll = try Roll.now(seen, viewer: viewer, reader: writer)
    let decision = try Decision.record(
      DecisionDraft(wording: openingWording, votes: votes), in: id, by: viewer, at: world,
      writer: writer)
    guard decision.isCarried, roll.quorum.seats > 0 || 2 * votes.inFavor > roll.others else {
      throw MeetingRefusal.needsMembersVote
    }
    try writer.execute(
      """
      UPDATE meeting SET trainees_only = \(false), revision = revision + 1,
        changed_at = \(viewer.now) WHERE id = \(id)
      """)
    // What was said before stays among those to whom it was said: its items are their own.
    try writer.execute(
      "UPDATE meeting_decision SET trainees_only = \(false) WHERE id = \(decision.id)")
    try seen.organization.note(
      "session.opened", "\(votes.inFavor) for, \(votes.against) against", by: viewer, to: writer)
  }

  /// What the record says of such a vote.
  static let openingWording = "This session is opened to all who read the meetings."
}
