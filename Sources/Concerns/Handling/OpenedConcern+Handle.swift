package import Kernel
package import SQLStore

extension OpenedConcern {
  /// The field into which an answer or note is written.
  package static let textField = "text"

  /// Tells the writer that it was read. A second click finds it done.
  package func acknowledge(by viewer: Viewer, writer: any SQLWriter) throws {
    guard concern.state == .received else { return }
    try writer.execute(
      """
      UPDATE concern SET state = 'acknowledged', acknowledged_on = \(viewer.today)
      WHERE id = \(concern.id)
      """)
    try ConcernAct.note(.acknowledged, on: concern.id, by: viewer, writer)
  }

  /// Writes to the writer: an answer, or a question.
  package func answer(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let text = try Self.text(typed, "Write what the writer should read.")
    try acknowledge(by: viewer, writer: writer)
    try add(text, .answer, by: viewer, in: world, writer)
    try writer.execute(
      """
      UPDATE concern SET answered_on = coalesce(answered_on, \(viewer.today))
      WHERE id = \(concern.id)
      """)
    try ConcernAct.note(.answered, on: concern.id, by: viewer, writer)
    try ConcernNews.answered(self.writer?.person, concern, in: world, writer: writer)
  }

  /// Writes a note for the other responders.
  package func note(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let text = try Self.text(typed, "Write what the other responders should know.")
    try add(text, .note, by: viewer, in: world, writer)
    try ConcernAct.note(.noted, on: concern.id, by: viewer, writer)
  }

  /// Resolves it, with words for the writer about what was done.
  package func resolve(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    guard concern.state != .resolved else { throw ConcernRefusal.wrongState }
    let text = try Self.text(typed, "Write what was done about it, for the writer.")
    try add(text, .answer, by: viewer, in: world, writer)
    try writer.execute(
      """
      UPDATE concern SET state = 'resolved', resolved_on = \(viewer.today), paused_on = NULL,
        acknowledged_on = coalesce(acknowledged_on, \(viewer.today)),
        answered_on = coalesce(answered_on, \(viewer.today))
      WHERE id = \(concern.id)
      """)
    try ConcernAct.note(.resolved, on: concern.id, by: viewer, writer)
    try ConcernNews.answered(self.writer?.person, concern, in: world, writer: writer)
  }

  /// Takes it up again.
  package func reopen(by viewer: Viewer, writer: any SQLWriter) throws {
    guard concern.state == .resolved else { throw ConcernRefusal.wrongState }
    try concern.reopen(writer)
    try ConcernAct.note(.reopened, on: concern.id, by: viewer, writer)
  }

  /// Stops its clocks, for a reason that the other responders read.
  package func pause(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    guard concern.state != .resolved, concern.pausedOn == nil else {
      throw ConcernRefusal.wrongState
    }
    let text = try Self.text(typed, "Write why its clocks stop, such as what you wait for.")
    try add(text, .note, by: viewer, in: world, writer)
    try writer.execute(
      "UPDATE concern SET paused_on = \(viewer.today) WHERE id = \(concern.id)")
    try ConcernAct.note(.paused, on: concern.id, by: viewer, writer)
  }

  /// Lets its clocks run on: what was promised comes as many business days later as they stood.
  package func resume(by viewer: Viewer, writer: any SQLWriter) throws {
    guard let pausedOn = concern.pausedOn else { throw ConcernRefusal.wrongState }
    let clock = concern.clock.resumed(
      on: viewer.today, pausedOn: pausedOn, try BusinessDays(reader: writer))
    try writer.execute(
      """
      UPDATE concern SET paused_on = NULL, acknowledge_by = \(clock.acknowledgeBy),
        answer_by = \(clock.answerBy), close_by = \(clock.closeBy)
      WHERE id = \(concern.id)
      """)
    try ConcernAct.note(.resumed, on: concern.id, by: viewer, writer)
  }

  private func add(
    _ text: String, _ kind: ConcernEntry.Kind, by viewer: Viewer, in world: World,
    _ writer: any SQLWriter
  ) throws {
    guard let person = viewer.person else { throw Absent() }
    let content = ConcernContent(
      text: text, author: try Concern.author(person, writer), opening: nil)
    try NewEntry(content, kind, in: concern.id, sealedTo: concern.publicKey)
      .add(settled: true, on: viewer.today, in: world, writer)
  }

  private static func text(_ typed: String, _ missing: String) throws -> String {
    var fields = TypedFields { _ in typed }
    let text = fields.requiredLines(textField, missing)
    try fields.problems.throwIfAny()
    return text ?? ""
  }
}

extension Concern {
  /// Opens a resolved concern again.
  func reopen(_ writer: any SQLWriter) throws {
    try writer.execute(
      "UPDATE concern SET state = 'acknowledged', resolved_on = NULL WHERE id = \(id)")
  }
}
