package import Councils
package import Kernel
package import SQLStore

extension OpenedConcern {
  /// The field that says what of a meeting it has to do with.
  package static let topicField = "topic"

  /// What of meetings it can be linked to: of the council's, or of all that the viewer finds where
  /// the group is of no council.
  package func topics(viewer: Viewer, reader: any SQLReader) throws -> [MeetingTopic] {
    let group = try HandlingGroup.find(concern.group, viewer: viewer, reader: reader)
    return try MeetingTopic.current(of: group.organization, viewer: viewer, reader: reader)
  }

  /// Notes that something on an agenda, or an action, is about it. The note is sealed like any
  /// other, and the meeting says nothing of it.
  package func link(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let topics = try topics(viewer: viewer, reader: writer)
    guard topics.contains(where: { $0.key.text == typed }) else {
      throw Problems(field: Self.topicField, "Choose something on an agenda, or an action.")
    }
    var note = try content("", of: viewer, writer)
    note.link = typed
    try keep(note, as: .linked, by: viewer, in: world, writer)
  }

  /// What it is linked to, as far as the viewer finds it: by the text of its key.
  package func linked(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [String: MeetingTopic] {
    let topics = try MeetingTopic.named(
      entries.compactMap(\.content.link), viewer: viewer, reader: reader)
    return Dictionary(topics.map { ($0.key.text, $0) }) { first, _ in first }
  }
}
