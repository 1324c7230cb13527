package import Kernel
package import SQLStore

/// Whom someone would like best, the first first. The person reads it, and whoever runs mentoring
/// with the matching; those who are ranked never do.
package enum Ranking {
  /// How many someone ranks at most.
  package static let most = 5

  /// The name of the field for a place, from 1.
  package static func field(_ place: Int) -> String { "place-\(place)" }

  /// What the viewer ranked of a side, the first first.
  package static func own(
    _ side: PairSide, in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> [ID<Enrollment>] {
    try reader.rows(
      """
      SELECT mentoring_ranking.other_id AS other_id FROM mentoring_ranking
      JOIN mentoring_enrollment ON mentoring_enrollment.id = mentoring_ranking.enrollment_id
      WHERE mentoring_enrollment.cycle_id = \(cycle)
        AND mentoring_enrollment.person_id = \(viewer.person)
        AND mentoring_enrollment.state <> 'withdrawn'
        AND mentoring_ranking.side = \(side.rawValue)
      ORDER BY mentoring_ranking.place
      """
    ).map { try $0.id("other_id") }
  }

  /// Keeps what the viewer ranks of a side, in the place of what they ranked before.
  /// - Parameter typed: the enrollments by ``field(_:)``; gaps close up.
  /// - Throws: ``Problems`` where someone stands twice or cannot be ranked.
  package static func keep(
    _ side: PairSide, in id: ID<MentoringCycle>, by viewer: Viewer, writer: any SQLWriter,
    typed: (String) -> String
  ) throws {
    let cycle = try MentoringCycle.find(id, viewer: viewer, reader: writer)
    let own = try Enrollment.own(in: id, viewer: viewer, reader: writer)
    guard cycle.plan.mode == .rankings, let own, own.state == .approved, own.ranks(side) else {
      throw Absent()
    }
    try cycle.refuse(unless: .rank, on: viewer.today)
    let offered = try Prospect.all(side, in: cycle, viewer: viewer, reader: writer)
    let order = try read(typed, among: Set(offered.map(\.enrollment)))
    try writer.execute(
      """
      DELETE FROM mentoring_ranking WHERE enrollment_id = \(own.id) AND side = \(side.rawValue)
      """)
    try writer.executeMany(
      """
      INSERT INTO mentoring_ranking (enrollment_id, side, place, other_id)
      VALUES ($1, $2, $3, $4)
      """,
      order.enumerated().map { place, other in
        [own.id.sqlValue, .text(side.rawValue), .integer(Int64(place + 1)), other.sqlValue]
      })
    try cycle.noteUnnamed("mentoring.ranked", at: viewer.now, to: writer)
  }

  private static func read(
    _ typed: (String) -> String, among offered: Set<ID<Enrollment>>
  ) throws -> [ID<Enrollment>] {
    var problems = Problems()
    var order: [ID<Enrollment>] = []
    for place in 1...most where !typed(field(place)).isEmpty {
      guard let one = ID<Enrollment>(given: typed(field(place))), offered.contains(one) else {
        problems.add(field(place), "Choose someone from the list.")
        continue
      }
      if order.contains(one) {
        problems.add(field(place), "This person stands there already. Choose each once.")
      }
      order.append(one)
    }
    try problems.throwIfAny()
    return order
  }

  /// What everybody in a cycle ranked of a side, by who ranks.
  static func all(
    _ side: PairSide, in cycle: ID<MentoringCycle>, _ reader: any SQLReader
  ) throws -> [ID<Enrollment>: [ID<Enrollment>]] {
    var rankings: [ID<Enrollment>: [ID<Enrollment>]] = [:]
    try reader.forEach(
      """
      SELECT mentoring_ranking.enrollment_id AS enrollment_id,
        mentoring_ranking.other_id AS other_id
      FROM mentoring_ranking
      JOIN mentoring_enrollment ON mentoring_enrollment.id = mentoring_ranking.enrollment_id
      WHERE mentoring_enrollment.cycle_id = \(cycle) AND mentoring_ranking.side = \(side.rawValue)
      ORDER BY mentoring_ranking.enrollment_id, mentoring_ranking.place
      """
    ) { rankings[try $0.id("enrollment_id"), default: []].append(try $0.id("other_id")) }
    return rankings
  }
}

extension Enrollment {
  /// Whether someone who enrolled so ranks those of a side.
  package func ranks(_ side: PairSide) -> Bool {
    side == .mentor ? part.isMentee : part.isMentor
  }
}
