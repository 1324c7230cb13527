package import Kernel
package import SQLStore

/// The questionnaire that a cycle uses: one, or none.
package struct CycleInstrument: Sendable, Equatable {
  package let instrument: Instrument
  /// When its figures were counted, once and for all; nil until then.
  package let reportedOn: Day?

  /// What a cycle uses. Everybody signed in may know it.
  package static func of(
    _ cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> CycleInstrument? {
    guard viewer.person != nil else { return nil }
    return try reader.first(
      """
      SELECT \(Instrument.columns), mentoring_cycle_instrument.reported_on AS reported_on
      FROM mentoring_cycle_instrument
      JOIN mentoring_instrument
        ON mentoring_instrument.id = mentoring_cycle_instrument.instrument_id
      WHERE mentoring_cycle_instrument.cycle_id = \(cycle)
      """
    ).map { row in
      CycleInstrument(
        instrument: try Instrument(row: row), reportedOn: try row.dayOrNil("reported_on"))
    }
  }

  /// Chooses what a cycle uses, or that it uses none, until its pairs meet or someone has answered.
  package static func choose(
    _ id: ID<Instrument>?, for cycle: ID<MentoringCycle>, by viewer: Viewer,
    writer: any SQLWriter
  ) throws {
    try viewer.refuseUnlessRunsMentoring()
    let cycle = try MentoringCycle.find(cycle, viewer: viewer, reader: writer)
    let before = try of(cycle.id, viewer: viewer, reader: writer)?.instrument
    guard id != before?.id else { return }
    try refuseLate(cycle, writer)
    let next = try id.map { try Instrument.find($0, viewer: viewer, reader: writer) }
    if let next, next.retiredAt != nil { throw InstrumentRefusal.retired }
    try writer.execute("DELETE FROM mentoring_cycle_instrument WHERE cycle_id = \(cycle.id)")
    if let next {
      try writer.execute(
        """
        INSERT INTO mentoring_cycle_instrument (cycle_id, instrument_id)
        VALUES (\(cycle.id), \(next.id))
        """)
    }
    try cycle.note(
      "mentoring_cycle.instrument_chosen", next?.title ?? "", by: viewer, to: writer)
  }

  /// Lets the next cycle use what this one uses, unless it was retired since.
  static func carry(
    from cycle: ID<MentoringCycle>, to next: ID<MentoringCycle>, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO mentoring_cycle_instrument (cycle_id, instrument_id)
      SELECT \(next), mentoring_instrument.id FROM mentoring_cycle_instrument
      JOIN mentoring_instrument
        ON mentoring_instrument.id = mentoring_cycle_instrument.instrument_id
      WHERE mentoring_cycle_instrument.cycle_id = \(cycle)
        AND mentoring_instrument.retired_at IS NULL
      """)
  }

  private static func refuseLate(_ cycle: MentoringCycle, _ reader: any SQLReader) throws {
    guard [.open, .matching].contains(cycle.state) else { throw InstrumentRefusal.tooLate }
    let answers = try reader.number(
      "SELECT count(*) FROM mentoring_answer WHERE cycle_id = \(cycle.id)")
    guard answers == 0 else { throw InstrumentRefusal.answered }
  }
}
