package import Kernel
package import SQLStore

extension ConcernRoute {
  /// Adds a rule, or lets another group take what one says already. The office does.
  package static func keep(
    by viewer: Viewer, in world: World, writer: any SQLWriter,
    typed: @escaping (String) -> String
  ) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    var fields = TypedFields(typed)
    let category = fields.idOrNil(Field.category, ID<ConcernCategory>.self)
    let program = fields.idOrNil(Field.program, ProgramID.self)
    let group = fields.id(Field.group, ID<HandlingGroup>.self, "Choose who takes it.")
    if category == nil, program == nil {
      fields.add(Field.category, "Choose what it is about, or the {program}, or both.")
    }
    try fields.problems.throwIfAny()
    guard let group else { return }
    let name = try HandlingGroup.find(group, viewer: viewer, reader: writer).name
    if let category { _ = try ConcernCategory.find(category, viewer: viewer, reader: writer) }
    if let program { try ConcernProgram.refuseUnknown(program, viewer: viewer, reader: writer) }
    try writer.execute(
      """
      DELETE FROM concern_route WHERE coalesce(category_id, '') = \(category?.text ?? "")
        AND coalesce(program_id, '') = \(program?.text ?? "")
      """)
    try writer.execute(
      """
      INSERT INTO concern_route (id, category_id, program_id, group_id)
      VALUES (\(world.newID(ID<ConcernRoute>.self)), \(category), \(program), \(group))
      """)
    try note("concern_route.kept", name, viewer, writer)
  }

  /// Takes a rule away.
  package static func remove(
    _ id: ID<ConcernRoute>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    let route = try all(viewer: viewer, reader: writer).first { $0.id == id }
    guard let route else { throw Absent() }
    try writer.execute("DELETE FROM concern_route WHERE id = \(id)")
    try note("concern_route.removed", route.groupName, viewer, writer)
  }

  private static func note(
    _ act: String, _ detail: String, _ viewer: Viewer, _ writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: .institution, detail: detail), by: viewer.person, at: viewer.now,
      to: writer)
  }
}
