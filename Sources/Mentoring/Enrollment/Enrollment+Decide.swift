package import Kernel
import Roster
package import SQLStore

extension Enrollment {
  /// What the office says to an enrollment.
  package enum Decision: Sendable, Equatable {
    case approve
    /// Something should be changed, and what.
    case giveBack(reason: String)
    /// The same after it was approved: it is matched no more, and what was asked with it ends.
    case takeBackApproval(reason: String)
  }

  /// Approves an enrollment, so that it is matched, or returns it with a reason; as it was read.
  package static func decide(
    _ read: Read, _ decision: Decision, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    try viewer.refuseUnlessRunsMentoring()
    let cycle = try settle(read, decision, by: viewer, in: world, writer)
    try Choosing.tell(in: cycle, on: viewer.today, world, writer)
  }

  private static func settle(
    _ read: Read, _ decision: Decision, by viewer: Viewer, in world: World,
    _ writer: any SQLWriter
  ) throws -> MentoringCycle {
    let enrollment = try find(read.id, viewer: viewer, reader: writer)
    let cycle = try MentoringCycle.toRun(enrollment.cycle, .approve, viewer, writer)
    guard enrollment.person != viewer.person else { throw MentoringRefusal.ownEnrollment }
    guard enrollment.state == decision.before else { throw MentoringRefusal.alreadyDecided }
    try refuseUnlessAsRead([(enrollment, read)], writer)
    if decision.before == .approved { try enrollment.endAsked(in: cycle, world, writer) }
    let (state, reason) = try decision.outcome()
    try writer.execute(
      """
      UPDATE mentoring_enrollment SET state = \(state.rawValue), reason = \(reason),
        decided_by = \(viewer.person), decided_at = \(viewer.now)
      WHERE id = \(read.id)
      """)
    try Notice.tell(
      enrollment.person, decision.news(in: cycle), in: world, writer: writer)
    try Choosing.forget(enrollment.id, writer)
    try cycle.note("mentoring.enrollment_\(state.rawValue)", "", by: viewer, to: writer)
    return cycle
  }
}

extension Enrollment {
  /// An enrollment as the office has read it.
  package struct Read: Sendable, Equatable {
    package let id: ID<Enrollment>
    /// When what they read was sent.
    package let submittedAt: Instant

    /// - Parameter submittedAt: as it stood on the page on which they read it.
    package init(_ id: ID<Enrollment>, submittedAt: Instant) {
      (self.id, self.submittedAt) = (id, submittedAt)
    }
  }

  /// As it is now, for whoever reads it now.
  package var read: Read { Read(id, submittedAt: submittedAt) }

  /// Approves enrollments of a cycle as they were read: all of them, or none where one is not any
  /// more what was read.
  package static func approve(
    _ read: [Read], in cycle: ID<MentoringCycle>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    try viewer.refuseUnlessRunsMentoring()
    let found = try read.map { one in
      let enrollment = try find(one.id, viewer: viewer, reader: writer)
      guard enrollment.cycle == cycle else { throw Absent() }
      return (enrollment, one)
    }
    try refuseUnlessAsRead(found, in: .submitted, writer)
    for one in read { _ = try settle(one, .approve, by: viewer, in: world, writer) }
    try Choosing.tell(
      in: try MentoringCycle.find(cycle, viewer: viewer, reader: writer), on: viewer.today, world,
      writer)
  }

  private static func refuseUnlessAsRead(
    _ found: [(enrollment: Enrollment, read: Read)], in state: State? = nil,
    _ reader: any SQLReader
  ) throws {
    let changed = found.filter { enrollment, read in
      enrollment.submittedAt != read.submittedAt || enrollment.state != state ?? enrollment.state
    }.map(\.enrollment.person)
    guard !changed.isEmpty else { return }
    let names = try Directory.names(of: changed, reader: reader)
    throw MentoringRefusal.enrollmentsChanged(changed.map { names[$0] ?? "" }.sorted())
  }

  /// Ends what hangs on an approval; a pair is not ended so.
  private func endAsked(
    in cycle: MentoringCycle, _ world: World, _ writer: any SQLWriter
  ) throws {
    let pairs = try writer.number(
      """
      SELECT count(*) FROM mentoring_pair WHERE cycle_id = \(cycle.id) AND state = 'active'
        AND (mentee_id = \(person) OR mentor_id = \(person))
      """)
    guard pairs == 0 else { throw MentoringRefusal.isInPair }
    try writer.execute(
      "DELETE FROM mentoring_decision WHERE mentee_id = \(id) OR mentor_id = \(id)")
    try MentoringRequest.endAll(of: id, in: cycle, world, writer)
  }
}

extension Enrollment.Decision {
  /// The longest reason.
  package static let mostReason = 1000

  /// How an enrollment stands about which this is decided.
  fileprivate var before: Enrollment.State {
    switch self {
    case .approve, .giveBack: .submitted
    case .takeBackApproval: .approved
    }
  }

  fileprivate func outcome() throws -> (Enrollment.State, String) {
    switch self {
    case .approve: return (.approved, "")
    case .giveBack(let typed), .takeBackApproval(let typed):
      let reason = TypedLine.tidyLines(typed)
      guard !reason.isEmpty, reason.unicodeScalars.count <= Self.mostReason else {
        throw Problems(
          field: "reason", "Say what should be changed, in up to \(Self.mostReason) characters.")
      }
      return (.returned, reason)
    }
  }

  fileprivate func news(in cycle: MentoringCycle) -> Notice.News {
    switch self {
    case .approve:
      Notice.News(
        .mentoring, "Your enrollment in “\(cycle.title)” is approved.", path: cycle.path)
    case .giveBack, .takeBackApproval:
      Notice.News(
        .mentoring, "Your enrollment in “\(cycle.title)” needs a change. Read what.",
        path: cycle.path)
    }
  }
}

extension MentoringCycle {
  /// The page of the cycle, for notices.
  package var path: String { "/mentoring/cycles/\(id.text)" }
}
