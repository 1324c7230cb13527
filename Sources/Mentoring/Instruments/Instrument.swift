package import Kernel
package import SQLStore

/// A version of a questionnaire that cycles can use.
package struct Instrument: Sendable, Equatable {
  package let id: ID<Instrument>
  /// From 1, counted for each name.
  package let version: Int
  package let sheet: InstrumentSheet
  /// When it was retired or replaced; no further cycle chooses it then.
  package let retiredAt: Instant?

  /// The name with the version.
  package var title: String { "\(sheet.name), version \(version)" }
}

extension Instrument: SQLDecodable {
  static let columns: SQLQuery =
    """
    mentoring_instrument.id AS instrument_id, mentoring_instrument.version AS version,
    mentoring_instrument.sheet AS sheet, mentoring_instrument.retired_at AS retired_at
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("instrument_id"), version: try row.integer("version"),
      sheet: try InstrumentSheet(kept: try row.text("sheet")),
      retiredAt: try row.instantOrNil("retired_at"))
  }

  /// All versions of all, by name, the latest first, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [Instrument] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      Instrument.self,
      """
      SELECT \(columns) FROM mentoring_instrument
      ORDER BY mentoring_instrument.name_key, mentoring_instrument.version DESC
      """)
  }

  /// One version, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func find(
    _ id: ID<Instrument>, viewer: Viewer, reader: any SQLReader
  ) throws -> Instrument {
    try viewer.refuseUnlessRunsMentoring()
    let found = try reader.first(
      Instrument.self,
      "SELECT \(columns) FROM mentoring_instrument WHERE mentoring_instrument.id = \(id)")
    guard let found else { throw Absent() }
    return found
  }

  /// The latest version of a name, retired or not; nil where the name is new.
  package static func latest(
    named name: String, viewer: Viewer, reader: any SQLReader
  ) throws -> Instrument? {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.first(
      Instrument.self,
      """
      SELECT \(columns) FROM mentoring_instrument
      WHERE mentoring_instrument.name_key = \(FoldedText.key(name))
      ORDER BY mentoring_instrument.version DESC LIMIT 1
      """)
  }
}
