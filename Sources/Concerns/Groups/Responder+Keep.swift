import Councils
package import Kernel
import Roster
package import SQLStore

extension Responder {
  /// The names of the fields; the person is asked for as everywhere.
  package enum Field {
    /// As what someone handles concerns.
    package static let title = "title"
  }

  /// Someone to be named, and as what.
  package struct Draft: Sendable, Equatable {
    package var person: PersonID
    package var title: String

    package init(person: PersonID, title: String) {
      self.person = person
      self.title = title
    }

    /// Reads what was typed; the person was found beforehand.
    package init(
      person: PersonID, typed: @escaping (String) -> String
    ) throws(Problems) {
      var fields = TypedFields(typed)
      let title = fields.required(
        Field.title, most: 80,
        "Write as what they read, such as “Chair of the resident council”.")
      try fields.problems.throwIfAny()
      self.init(person: person, title: title ?? "")
    }
  }

  /// Names a responder: of a council's group its officers do, and the official cannot; of another
  /// the office.
  ///
  /// They read nothing before they have made a key and another responder has let them.
  package static func name(
    _ draft: Draft, in id: ID<HandlingGroup>, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws {
    let group = try HandlingGroup.find(id, viewer: viewer, reader: writer)
    guard try group.mayName(viewer, reader: writer) else { throw ConcernRefusal.notYoursToName }
    let person = draft.person
    let entry = try Directory.entry(of: person, viewer: viewer, reader: writer)
    guard try !handles(person, in: id, reader: writer) else {
      throw ConcernRefusal.respondsAlready(name: entry.name)
    }
    try writer.execute(
      """
      INSERT INTO concern_responder (id, group_id, person_id, title, named_by, named_at)
      VALUES (\(world.newID(ID<Responder>.self)), \(id), \(person),
        \(draft.title), \(viewer.person), \(viewer.now))
      """)
    try group.note(
      "concern_responder.named", "\(group.name): \(entry.name)", by: viewer, to: writer)
    try Notice.tell(
      person,
      Notice.News(
        .council, "You are to read and answer concerns for “\(group.name)”. Make your reading key.",
        path: "/concerns/desk"), in: world, writer: writer)
  }

  /// Ends it: one stops, or those who name responders end it. From now on they open nothing of the
  /// group any more.
  package static func end(
    _ id: ID<Responder>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let row = try writer.first(
      """
      SELECT group_id, person_id FROM concern_responder WHERE id = \(id) AND ended_at IS NULL
      """)
    guard let row else { throw Absent() }
    let group = try HandlingGroup.find(row.id("group_id"), viewer: viewer, reader: writer)
    let person: PersonID = try row.id("person_id")
    guard try person == viewer.person || group.mayName(viewer, reader: writer) else {
      throw Absent()
    }
    try writer.execute("UPDATE concern_responder SET ended_at = \(viewer.now) WHERE id = \(id)")
    try writer.execute(
      """
      DELETE FROM concern_key
      WHERE key_id IN (SELECT id FROM reading_key WHERE person_id = \(person))
        AND concern_id IN (SELECT id FROM concern WHERE group_id = \(group.id))
      """)
    let name = try Directory.entry(of: person, viewer: viewer, reader: writer).name
    try group.note("concern_responder.ended", "\(group.name): \(name)", by: viewer, to: writer)
  }
}

extension HandlingGroup {
  /// Whether the viewer names the responders: of a council's group its officers, of another the
  /// office.
  package func mayName(_ viewer: Viewer, reader: any SQLReader) throws -> Bool {
    guard let organization else { return viewer.mayKeepHandlingGroups }
    return try Officership.isHeld(by: viewer, in: organization, reader: reader)
  }
}
