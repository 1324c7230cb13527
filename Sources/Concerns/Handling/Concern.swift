package import Kernel
package import SQLStore

/// A concern as its responders see it in a list: everything but who wrote it and what.
package struct Concern: Sendable, Equatable {
  package let id: ID<Concern>
  package let group: ID<HandlingGroup>
  package let groupName: String
  package let category: ID<ConcernCategory>
  package let categoryName: String
  package let manner: Manner
  package let isUrgent: Bool
  package let raisedOn: Day
  package let state: State
  package let clock: ConcernClock
  package let acknowledgedOn: Day?
  package let answeredOn: Day?
  package let resolvedOn: Day?
  /// Since when its clocks stand still.
  package let pausedOn: Day?
  /// Who of its readers sees to it; nil for nobody in particular.
  package let assignee: Assignee?
  /// The concern with which it is handled together.
  package let mergedInto: ID<Concern>?
  /// The group to which its writer is asked to let it go.
  package let offeredGroup: ID<HandlingGroup>?
  /// The earlier concern of the same writer, since which they were treated worse.
  package let follows: ID<Concern>?
  /// The last of the questions about that to which the writer said something, in days.
  let askedDays: Int
  /// Since when it may not be erased.
  package let heldOn: Day?
  let publicKey: [UInt8]

  /// A person who sees to a concern.
  package struct Assignee: Sendable, Equatable {
    package let person: PersonID
    package let name: String
  }

  /// How far a concern is.
  package enum State: String, Sendable, CaseIterable {
    case received, acknowledged, resolved
  }

  /// A short name for responders to speak of it: it says nothing.
  package var reference: String { String(id.text.prefix(8)).uppercased() }

  /// Until when something happens next; nil where nothing is promised now.
  package var nextDue: Day? {
    guard state != .resolved, pausedOn == nil else { return nil }
    if state == .received { return clock.acknowledgeBy }
    return answeredOn == nil ? clock.answerBy : clock.closeBy
  }

  /// Whether what was promised did not happen in time: the day counts until its end.
  package func isOverdue(on today: Day) -> Bool { nextDue.map { $0 < today } ?? false }
}

extension Concern: SQLDecodable {
  static let selection: SQLQuery =
    """
    SELECT concern.id AS id, concern.group_id AS group_id, handling_group.name AS group_name,
      concern.category_id AS category_id,
      concern_category.name AS category_name, concern.manner AS manner,
      concern.is_urgent AS is_urgent, concern.raised_on AS raised_on, concern.state AS state,
      concern.acknowledge_by AS acknowledge_by, concern.answer_by AS answer_by,
      concern.close_by AS close_by, concern.acknowledged_on AS acknowledged_on,
      concern.answered_on AS answered_on, concern.resolved_on AS resolved_on,
      concern.paused_on AS paused_on, concern.public_key AS public_key,
      concern.assigned_to AS assigned_to, assignee.name AS assignee_name,
      concern.merged_into AS merged_into, concern.offered_group_id AS offered_group_id,
      concern.follows_id AS follows_id, concern.asked_days AS asked_days,
      concern.held_on AS held_on
    FROM concern
    JOIN handling_group ON handling_group.id = concern.group_id
    JOIN concern_category ON concern_category.id = concern.category_id
    LEFT JOIN directory_entry AS assignee ON assignee.person_id = concern.assigned_to
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), group: try row.id("group_id"), groupName: try row.text("group_name"),
      category: try row.id("category_id"), categoryName: try row.text("category_name"),
      manner: try row.word("manner"),
      isUrgent: try row.boolean("is_urgent"), raisedOn: try row.day("raised_on"),
      state: try row.word("state"),
      clock: ConcernClock(
        acknowledgeBy: try row.day("acknowledge_by"), answerBy: try row.day("answer_by"),
        closeBy: try row.day("close_by")), acknowledgedOn: try row.dayOrNil("acknowledged_on"),
      answeredOn: try row.dayOrNil("answered_on"), resolvedOn: try row.dayOrNil("resolved_on"),
      pausedOn: try row.dayOrNil("paused_on"), assignee: try Assignee(row: row),
      mergedInto: try row.idOrNil("merged_into"),
      offeredGroup: try row.idOrNil("offered_group_id"),
      follows: try row.idOrNil("follows_id"), askedDays: try row.integer("asked_days"),
      heldOn: try row.dayOrNil("held_on"), publicKey: try row.bytes("public_key"))
  }

  /// The one rule of which concerns a responder knows: those that their key was given, as long as
  /// they are here and handle for the group.
  static func readable(by viewer: Viewer) -> SQLQuery {
    guard let person = viewer.person else { return "1 = 0" }
    return """
      concern.id IN (SELECT concern_key.concern_id FROM concern_key
        JOIN reading_key ON reading_key.id = concern_key.key_id
        WHERE reading_key.person_id = \(person))
      AND concern.group_id IN (SELECT group_id FROM concern_responder
        WHERE person_id = \(person) AND \(Responder.counts))
      """
  }

  /// One that the viewer may read.
  package static func find(
    _ id: ID<Concern>, viewer: Viewer, reader: any SQLReader
  ) throws -> Concern {
    let concern = try reader.first(
      Concern.self, "\(selection) WHERE concern.id = \(id) AND \(readable(by: viewer))")
    guard let concern else { throw Absent() }
    return concern
  }
}

extension Concern.Assignee {
  fileprivate init?(row: SQLRow) throws {
    guard let person: PersonID = try row.idOrNil("assigned_to"),
      let name = try row.textOrNil("assignee_name")
    else { return nil }
    self.init(person: person, name: name)
  }
}
