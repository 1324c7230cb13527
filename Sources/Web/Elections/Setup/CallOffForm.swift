import Elections
import HTML
import Kernel
import SQLStore

/// The form with which an election is called off, for a reason that everybody reads.
struct CallOffForm: Sendable {
  let frame: ElectionFrame
  let state: FormState

  /// - Throws: ``Absent`` for whoever cannot call it off.
  init(
    _ id: ElectionID, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    frame = try ElectionFrame(id, visit, reader)
    self.state = state
    guard try frame.election.mayCallOff(visit.viewer, reader: reader) else { throw Absent() }
  }

  var page: Page {
    frame.page(below: "Call the election off", subtitle: frame.election.title) {
      if frame.election.state == .voting {
        NoticeBox.of(.warn, heading: "People are voting, or have voted") {
          p {
            "All ballots are destroyed, and nobody reads them. Everybody on the roll is told. It "
              + "cannot be taken back; the election would have to be held anew."
          }
        }
      }
      Form.of(frame.visit, ElectionPath.callOff.location(frame.id), state) {
        Field(Election.reasonField, "Why", seenBy: ElectionWords.readers).lines(state, rows: 3)
        Form.acts("Call it off", cancel: ElectionPath.election.location(frame.id))
      }
    }
  }

  /// Calls it off, and removes the key to its ballots once that is kept.
  static func callOff(
    _ id: ElectionID, _ visit: Visit, _ incoming: Incoming
  ) async throws -> Reply {
    let reason = incoming.fields[Election.reasonField]
    try await incoming.site.store.write { writer in
      try Mending.refusals {
        try Election.callOff(
          id, because: reason, by: visit.viewer, in: visit.world, writer: writer)
      }
    }
    try visit.world.urnKeys.destroy(of: id.text)
    return .redirect(ElectionPath.election.location(id), saying: "The election is called off.")
  }
}
