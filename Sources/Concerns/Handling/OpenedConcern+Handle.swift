package import Kernel
package import SQLStore

extension OpenedConcern {
  /// The field into which an answer or note is written.
  package static let textField = "text"

  /// Tells the writer that it was read. A second click finds it done.
  package func acknowledge(by viewer: Viewer, writer: any SQLWriter) throws {
    for concern in all where concern.state == .received {
      try writer.execute(
        """
        UPDATE concern SET state = 'acknowledged', acknowledged_on = \(viewer.today)
        WHERE id = \(concern.id)
        """)
      try ConcernAct.note(.acknowledged, on: concern.id, by: viewer, writer)
    }
  }

  /// Writes to the writer: an answer, or a question. Those whose concerns are handled together with
  /// it read it too.
  package func answer(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let text = try Self.text(typed, "Write what the writer should read.")
    try acknowledge(by: viewer, writer: writer)
    try tellWriters(text, by: viewer, in: world, writer)
    try writer.execute(
      """
      UPDATE concern SET answered_on = coalesce(answered_on, \(viewer.today))
      WHERE id IN (\(list: all.map(\.id)))
      """)
    try ConcernAct.note(.answered, on: concern.id, by: viewer, writer)
  }

  /// Writes a note for the other responders.
  package func note(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let note = try content(
      Self.text(typed, "Write what the other responders should know."), of: viewer, writer)
    try keep(note, as: .noted, by: viewer, in: world, writer)
  }

  /// Resolves it, with words for the writer about what was done.
  package func resolve(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    guard concern.state != .resolved else { throw ConcernRefusal.wrongState }
    let text = try Self.text(typed, "Write what was done about it, for the writer.")
    try tellWriters(text, by: viewer, in: world, writer)
    try writer.execute(
      """
      UPDATE concern SET state = 'resolved', resolved_on = \(viewer.today), paused_on = NULL,
        offered_group_id = NULL, acknowledged_on = coalesce(acknowledged_on, \(viewer.today)),
        answered_on = coalesce(answered_on, \(viewer.today))
      WHERE id IN (\(list: all.map(\.id)))
      """)
    for concern in all {
      try ConcernAct.note(.resolved, on: concern.id, by: viewer, writer)
    }
  }

  /// Takes it up again.
  package func reopen(by viewer: Viewer, writer: any SQLWriter) throws {
    guard concern.state == .resolved else { throw ConcernRefusal.wrongState }
    for concern in all {
      try concern.reopen(writer)
      try ConcernAct.note(.reopened, on: concern.id, by: viewer, writer)
    }
  }

  /// Stops its clocks, for a reason that the other responders read.
  package func pause(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    guard concern.state != .resolved, concern.pausedOn == nil else {
      throw ConcernRefusal.wrongState
    }
    let why = try content(
      Self.text(typed, "Write why its clocks stop, such as what you wait for."), of: viewer,
      writer)
    try keep(why, as: .paused, by: viewer, in: world, writer)
    try writer.execute(
      "UPDATE concern SET paused_on = \(viewer.today) WHERE id = \(concern.id)")
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

  /// Writes to the writer, and to those of the concerns that are handled together with it. Nobody
  /// opens a concern to write in it.
  private func tellWriters(
    _ text: String, by viewer: Viewer, in world: World, _ writer: any SQLWriter
  ) throws {
    let content = try content(text, of: viewer, writer)
    for concern in all {
      try NewEntry(content, .answer, in: concern.id, sealedTo: concern.publicKey)
        .add(settled: true, on: viewer.today, in: world, writer)
    }
    try ConcernNews.answered(self.writer?.person, concern, in: world, writer: writer)
  }

  /// Keeps a note for the other responders, with its act.
  func keep(
    _ note: ConcernContent, as act: ConcernAct.Act, by viewer: Viewer, in world: World,
    _ writer: any SQLWriter
  ) throws {
    try NewEntry(note, .note, in: concern.id, sealedTo: concern.publicKey)
      .add(settled: true, on: viewer.today, in: world, writer)
    try ConcernAct.note(act, on: concern.id, by: viewer, writer)
  }

  /// Words of the viewer's.
  func content(
    _ text: String, of viewer: Viewer, _ reader: any SQLReader
  ) throws -> ConcernContent {
    guard let person = viewer.person else { throw Absent() }
    return ConcernContent(
      text: text, author: try Concern.author(person, reader), opening: nil)
  }

  static func text(_ typed: String, _ missing: String) throws -> String {
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
