package import Kernel
package import SQLStore

extension Instrument {
  /// Loads a sheet. One of a name that is there becomes its next version, and the version before is
  /// retired: cycles that use it go on with it.
  package static func load(
    _ sheet: InstrumentSheet, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> ID<Instrument> {
    let last = try latest(named: sheet.name, viewer: viewer, reader: writer)
    if let last, last.retiredAt == nil {
      guard last.sheet != sheet else {
        throw InstrumentRefusal.sameSheet(version: last.version)
      }
      try retire(last.id, at: viewer.now, writer)
    }
    let id: ID<Instrument> = world.newID()
    let version = (last?.version ?? 0) + 1
    try writer.execute(
      """
      INSERT INTO mentoring_instrument (id, name_key, version, answered_by, sheet, loaded_by,
        loaded_at)
      VALUES (\(id), \(FoldedText.key(sheet.name)), \(version), \(sheet.answeredBy.rawValue),
        \(try sheet.file()), \(viewer.person), \(viewer.now))
      """)
    try note("mentoring_instrument.loaded", id, "\(sheet.name), \(version)", viewer, writer)
    return id
  }

  /// Takes a questionnaire off the list. Cycles that use it go on with it.
  package static func retire(
    _ id: ID<Instrument>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let instrument = try find(id, viewer: viewer, reader: writer)
    guard instrument.retiredAt == nil else { throw InstrumentRefusal.retired }
    try retire(id, at: viewer.now, writer)
    try note("mentoring_instrument.retired", id, instrument.title, viewer, writer)
  }

  private static func retire(
    _ id: ID<Instrument>, at now: Instant, _ writer: any SQLWriter
  ) throws {
    try writer.execute("UPDATE mentoring_instrument SET retired_at = \(now) WHERE id = \(id)")
  }

  private static func note(
    _ act: String, _ id: ID<Instrument>, _ detail: String, _ viewer: Viewer,
    _ writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(
        act, of: Audit.Subject(kind: "mentoring_instrument", id: id.text), detail: detail),
      by: viewer.person, at: viewer.now, to: writer)
  }
}
