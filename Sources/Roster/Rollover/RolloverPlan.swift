package import Kernel
package import SQLStore

/// What a rollover would do with each appointment of the old year, as the roster stands now.
package struct RolloverPlan: Sendable {
  package let rollover: Rollover

  /// - Throws: ``Absent`` for whoever does not keep the roster.
  package init(_ rollover: Rollover, viewer: Viewer) throws {
    guard viewer.mayKeepRoster else { throw Absent() }
    self.init(rollover)
  }

  init(_ rollover: Rollover) {
    self.rollover = rollover
  }

  /// The size of a group.
  package struct Count: Sendable, Equatable {
    package let group: RolloverGroup
    package let all: Int
    /// How many of them are taken.
    package let taken: Int
    /// How many are in programs whose final year nobody wrote down.
    package let inUnknown: Int
  }

  /// The sizes of all groups that are not empty.
  package func counts(_ reader: any SQLReader) throws -> [Count] {
    let counts = try reader.rows(
      statement + """
         SELECT kind, count(*) AS people,
          count(*) FILTER (WHERE \(Self.isActed)) AS taken,
          count(*) FILTER (WHERE final_level IS NULL) AS unknown
        FROM act GROUP BY kind
        """
    ).map { row in
      Count(
        group: try row.word("kind"), all: try row.integer("people"),
        taken: try row.integer("taken"), inUnknown: try row.integer("unknown"))
    }
    return RolloverGroup.allCases.compactMap { group in counts.first { $0.group == group } }
  }

  /// A program whose final year nobody wrote down, with what is taken for it.
  package struct ProposedFinal: Sendable, Equatable {
    package let program: ProgramID
    package let name: String
    /// The highest level that anyone had there.
    package let level: Int
    /// How many graduate because of it.
    package let people: Int
  }

  /// How many programs a list names at most.
  package static let programs = 50

  /// Programs with people in this rollover whose final year is guessed, those first where most
  /// depends on it.
  package func proposedFinals(_ reader: any SQLReader) throws -> [ProposedFinal] {
    try reader.rows(
      statement + """
         SELECT act.program_id AS program_id, program.name AS name, max(act.top) AS top,
          count(*) FILTER (WHERE kind IN ('graduates', 'held')) AS people
        FROM act JOIN program ON program.id = act.program_id
        WHERE act.final_level IS NULL AND kind NOT IN ('decided', 'ended')
        GROUP BY act.program_id, program.name, program.name_key
        ORDER BY people DESC, program.name_key, act.program_id LIMIT \(Self.programs)
        """
    ).map { row in
      ProposedFinal(
        program: try row.id("program_id"), name: try row.text("name"),
        level: try row.integer("top"), people: try row.integer("people"))
    }
  }

  /// One number for all that would be done: equal plans have equal digests.
  /// - Parameter more: what others would do in the same step.
  package func digest(with more: [String], _ reader: any SQLReader) throws -> String {
    var digest = RolloverDigest(rollover, with: more)
    try reader.forEach(
      statement + """
         SELECT id, training_level, standing, ends_on, \(Self.act) AS act
        FROM act WHERE \(Self.isActed) ORDER BY id
        """
    ) { row in try digest.add(row, id: "id") }
    return digest.finish()
  }
}

/// One number for what a rollover does.
struct RolloverDigest {
  private var digest = PlanDigest()

  init(_ rollover: Rollover, with more: [String]) {
    digest.add(rollover.firstDay.number)
    digest.add(more.count)
    for text in more { digest.add(text) }
  }

  /// Adds an appointment that is changed; the answer is sorted by their identifiers.
  mutating func add(_ row: SQLRow, id: String) throws {
    digest.add(try row.text(id))
    digest.add(try row.text("act"))
    digest.add(try row.integer("training_level"))
    digest.add(try row.text("standing"))
    digest.add(try row.text("ends_on"))
  }

  mutating func finish() -> String { digest.finish() }
}
