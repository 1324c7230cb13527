package import Kernel
package import SQLStore

/// What a cycle's questionnaire asks of the viewer, and what they answered.
package struct Questions: Sendable {
  package let cycle: MentoringCycle
  package let instrument: Instrument
  /// When it is that they can answer now; nil where they cannot.
  package let moment: AnswerMoment?
  /// The side as which they answer now.
  package let side: PairSide?
  /// What they answered, `before` first.
  package let own: [AnswerSheet]

  /// What they answered at the moment that it is.
  package var present: AnswerSheet? { own.first { $0.moment == moment } }

  /// The last day on which they can answer.
  package var until: Day? { moment?.window(of: cycle.plan).upperBound }

  /// - Throws: ``Absent`` for whoever is asked nothing now and has answered nothing.
  package init(
    of id: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws {
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    guard let person = viewer.person,
      let used = try CycleInstrument.of(id, viewer: viewer, reader: reader)
    else { throw Absent() }
    instrument = used.instrument
    own = try AnswerSheet.own(in: id, viewer: viewer, reader: reader)
    let asked = try AskedPerson.all(
      "mentoring_cycle.id = \(id) AND mentoring_enrollment.person_id = \(person)", reader
    ).first
    moment = asked?.moment(on: viewer.today)
    side = moment.flatMap { asked?.side(at: $0) }
    guard moment != nil || !own.isEmpty else { throw Absent() }
  }

  /// A cycle whose questions wait for the viewer's answer.
  package struct Waiting: Sendable, Equatable {
    package let cycle: MentoringCycle
    package let moment: AnswerMoment

    /// The last day on which they can answer.
    package var until: Day { moment.window(of: cycle.plan).upperBound }
  }

  /// The cycles whose questions wait for the viewer's answer, in one query.
  package static func waiting(viewer: Viewer, reader: any SQLReader) throws -> [Waiting] {
    guard let person = viewer.person else { return [] }
    return try AskedPerson.all("mentoring_enrollment.person_id = \(person)", reader)
      .compactMap { asked in
        guard let moment = asked.moment(on: viewer.today), !asked.answered.contains(moment)
        else { return nil }
        return Waiting(cycle: asked.cycle, moment: moment)
      }
  }
}
