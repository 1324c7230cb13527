package import Kernel
package import SQLStore

/// One matching of a cycle: what went in, what came out, and whether it was published.
package struct MatchingRun: Sendable, Equatable {
  package let id: ID<MatchingRun>
  package let cycle: ID<MentoringCycle>
  package let state: State
  /// The points of all pairs together.
  package let total: Int
  /// What no assignment can exceed, by the proof: the total itself.
  package let bound: Int
  /// How many looked for a mentor, or a peer.
  package let mentees: Int
  /// How many have one.
  package let matched: Int
  package let madeAt: Instant
  package let publishedAt: Instant?

  /// What became of a run.
  package enum State: String, Sendable, CaseIterable {
    /// The office alone sees its pairs.
    case pending
    case published
    /// Another one came in its place.
    case discarded
  }

  /// A pair of a run.
  package struct Line: Sendable, Equatable {
    package let mentee: ID<Enrollment>
    package let mentor: ID<Enrollment>
    package let points: Int
  }
}

extension MatchingRun: SQLDecodable {
  private static let columns: SQLQuery =
    "id, cycle_id, state, total, bound, mentees, matched, made_at, published_at"

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), cycle: try row.id("cycle_id"), state: try row.word("state"),
      total: try row.integer("total"), bound: try row.integer("bound"),
      mentees: try row.integer("mentees"), matched: try row.integer("matched"),
      madeAt: try row.instant("made_at"), publishedAt: try row.instantOrNil("published_at"))
  }

  /// The runs of a cycle, the latest first, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(
    of cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> [MatchingRun] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      MatchingRun.self,
      """
      SELECT \(columns) FROM matching_run WHERE cycle_id = \(cycle)
      ORDER BY made_at DESC, id DESC
      """)
  }

  /// One run, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func find(
    _ id: ID<MatchingRun>, viewer: Viewer, reader: any SQLReader
  ) throws -> MatchingRun {
    try viewer.refuseUnlessRunsMentoring()
    let run = try reader.first(
      MatchingRun.self, "SELECT \(columns) FROM matching_run WHERE id = \(id)")
    guard let run else { throw Absent() }
    return run
  }

  /// The pairs of a run, in order of mentee.
  package func lines(viewer: Viewer, reader: any SQLReader) throws -> [Line] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.rows(
      """
      SELECT mentee_id, mentor_id, points FROM matching_run_pair WHERE run_id = \(id)
      ORDER BY mentee_id
      """
    ).map { row in
      Line(
        mentee: try row.id("mentee_id"), mentor: try row.id("mentor_id"),
        points: try row.integer("points"))
    }
  }

  /// Those who went in and have no mentor, or no peer.
  package func unmatched(viewer: Viewer, reader: any SQLReader) throws -> [ID<Enrollment>] {
    let inputs = try inputs(viewer: viewer, reader: reader)
    let lines = try lines(viewer: viewer, reader: reader)
    let matched = Set(lines.flatMap { inputs.arePeers ? [$0.mentee, $0.mentor] : [$0.mentee] })
    return inputs.mentees.indices.map(inputs.mentee).filter { !matched.contains($0) }
  }

  /// What went in.
  package func inputs(viewer: Viewer, reader: any SQLReader) throws -> FrozenInputs {
    try viewer.refuseUnlessRunsMentoring()
    guard let row = try reader.first("SELECT inputs FROM matching_run WHERE id = \(id)") else {
      throw Absent()
    }
    return try FrozenInputs(text: try row.text("inputs"))
  }
}
