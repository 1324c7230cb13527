import Kernel
import SQLStore

extension CycleFigures {
  /// Counts the cycles that nobody answers any more, each once.
  static func count(on today: Day, threshold: Int, _ writer: any SQLWriter) throws {
    let over = try writer.rows(
      """
      SELECT mentoring_cycle.id AS cycle_id, mentoring_cycle.shape AS shape,
        \(Instrument.columns)
      FROM mentoring_cycle_instrument
      JOIN mentoring_cycle ON mentoring_cycle.id = mentoring_cycle_instrument.cycle_id
      JOIN mentoring_instrument
        ON mentoring_instrument.id = mentoring_cycle_instrument.instrument_id
      WHERE mentoring_cycle_instrument.reported_on IS NULL
        AND mentoring_cycle.ends_on < \(today.adding(days: -AnswerMoment.days))
      ORDER BY mentoring_cycle.id
      """)
    for row in over {
      let cycle: ID<MentoringCycle> = try row.id("cycle_id")
      let sheet = try Instrument(row: row).sheet
      let answers = try PairedAnswers(of: cycle, try row.word("shape"), sheet, writer)
      let lines = try answers.lines(threshold: threshold)
      for (number, line) in lines.enumerated() { try line.keep(number, of: cycle, writer) }
      try writer.execute(
        """
        UPDATE mentoring_cycle_instrument SET reported_on = \(today) WHERE cycle_id = \(cycle)
        """)
    }
  }
}

extension CycleFigures.Line {
  fileprivate func keep(
    _ number: Int, of cycle: ID<MentoringCycle>, _ writer: any SQLWriter
  ) throws {
    let means = shown?.means
    try writer.execute(
      """
      INSERT INTO mentoring_figure (cycle_id, number, who, subscale, people, mean_before,
        mean_after, mean_change, deviation)
      VALUES (\(cycle), \(number), \(who.rawValue), \(subscale), \(shown?.people),
        \(means?.before), \(means?.after), \(means?.change), \(means?.deviation))
      """)
  }
}
