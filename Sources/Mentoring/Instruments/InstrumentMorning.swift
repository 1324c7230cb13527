package import Kernel
package import SQLStore

/// The morning's work with questionnaires: whoever can answer from today on is told once, and
/// figures are counted when nobody answers any more.
package enum InstrumentMorning {
  /// The name of the job that does it.
  package static let job = "mentoring.questionnaires"

  /// Does the work of a morning; doing it twice changes nothing.
  package static func pass(in world: World, _ store: any Store) async throws {
    try await store.write { writer in try pass(in: world, writer: writer) }
  }

  /// The same inside a transaction.
  package static func pass(in world: World, writer: any SQLWriter) throws {
    let settings = try Settings(reader: writer)
    let today = world.now().day(in: settings.timeZone)
    try tell(on: today, in: world, writer)
    try CycleFigures.count(on: today, threshold: settings.internalThreshold, writer)
  }

  private static func tell(
    on today: Day, in world: World, _ writer: any SQLWriter
  ) throws {
    let untold: SQLQuery =
      """
      (mentoring_enrollment.told_before_on IS NULL OR mentoring_enrollment.told_after_on IS NULL)
      """
    for one in try AskedPerson.all(untold, writer) {
      guard let moment = one.moment(on: today), !one.told.contains(moment),
        !one.answered.contains(moment)
      else { continue }
      try mark(one, moment, today, writer)
      let until = moment.window(of: one.cycle.plan).upperBound
      try Notice.tell(
        one.person,
        Notice.News(
          .mentoring,
          sentence(moment, one.cycle) + " You can answer until \(until.words), if you like; only "
            + "you read your answers.",
          path: "/mentoring/cycles/\(one.cycle.id.text)/questions"), in: world, writer: writer)
    }
  }

  private static func mark(
    _ one: AskedPerson, _ moment: AnswerMoment, _ today: Day, _ writer: any SQLWriter
  ) throws {
    let column: SQLQuery = moment == .before ? "told_before_on" : "told_after_on"
    try writer.execute(
      "UPDATE mentoring_enrollment SET \(column) = \(today) WHERE id = \(one.enrollment)")
  }

  private static func sentence(_ moment: AnswerMoment, _ cycle: MentoringCycle) -> String {
    switch moment {
    case .before: "A few questions before “\(cycle.title)” is under way."
    case .after: "“\(cycle.title)” comes to its end: the same few questions once more."
    }
  }
}
