package import Kernel
package import SQLStore

extension ConcernPolicy {
  /// How many concerns a policy would erase the next morning, and how many more within a year.
  package struct Consequence: Sendable, Equatable {
    package let nextMorning: Int
    package let withinAYear: Int

    package init(nextMorning: Int, withinAYear: Int) {
      self.nextMorning = nextMorning
      self.withinAYear = withinAYear
    }
  }

  /// What a policy leads to, as it has to be looked at before it holds.
  package func consequence(
    viewer: Viewer, reader: any SQLReader
  ) throws -> Consequence {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    func count(_ today: Day) throws -> Int {
      guard let last = lastDay(on: today) else { return 0 }
      return try reader.number("SELECT count(*) FROM concern WHERE \(Erasure.isOver(last))")
    }
    let soon = try count(viewer.today.adding(days: 1))
    return Consequence(
      nextMorning: soon, withinAYear: try count(viewer.today.adding(months: 12)) - soon)
  }

  /// Makes it hold from now on, for concerns that are there already too.
  package func keep(by viewer: Viewer, writer: any SQLWriter) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    try writer.execute(
      """
      INSERT INTO concern_policy (id, keep_months, object_days)
      VALUES (1, \(keepMonths), \(objectDays))
      ON CONFLICT (id) DO UPDATE SET keep_months = excluded.keep_months,
        object_days = excluded.object_days
      """)
    let detail = keepMonths.map { "\($0) months after they were resolved" } ?? "for ever"
    try Self.note("concern_policy.changed", detail, viewer, writer)
  }

  /// Erases nothing at all from now on, such as while a court asks for it; or lets the rule run
  /// again.
  package static func hold(
    _ isHeld: Bool, because typed: String, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    let policy = try ConcernPolicy(reader: writer)
    guard isHeld == (policy.heldOn == nil) else { throw ConcernRefusal.wrongState }
    var fields = TypedFields { _ in typed }
    let why = fields.required(Field.because, most: 300, "Write why, such as who asked for it.")
    try fields.problems.throwIfAny()
    try policy.keep(by: viewer, writer: writer)
    try writer.execute(
      """
      UPDATE concern_policy SET held_on = \(isHeld ? viewer.today : nil),
        held_because = \(isHeld ? why : nil) WHERE id = 1
      """)
    try note(
      isHeld ? "concern_policy.held" : "concern_policy.released", why ?? "", viewer, writer)
  }

  private static func note(
    _ act: String, _ detail: String, _ viewer: Viewer, _ writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: .institution, detail: detail), by: viewer.person, at: viewer.now,
      to: writer)
  }
}
