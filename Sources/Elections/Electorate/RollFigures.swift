package import Kernel
package import SQLStore

/// What everybody may know of a roll: how many are on it, and how many corrections there were.
package struct RollFigures: Sendable, Equatable {
  /// How many may vote; nil as long as no day of the roll is chosen.
  package let count: Int?
  /// How many of them a correction put there, or will.
  package let added: Int
  /// How many corrections were refused.
  package let refused: Int
  /// How many await the election officer.
  package let waiting: Int

  /// The figures of an election that the viewer may see.
  package static func of(_ election: Election, reader: any SQLReader) throws -> RollFigures {
    let row = try reader.first(
      """
      SELECT count(*) FILTER (WHERE ruling = 'added') AS added,
        count(*) FILTER (WHERE ruling = 'refused') AS refused,
        count(*) FILTER (WHERE ruling IS NULL) AS waiting
      FROM roll_correction WHERE election_id = \(election.id)
      """)
    let added = try row?.integer("added") ?? 0
    return RollFigures(
      count: try election.electorCount(adding: added, reader), added: added,
      refused: try row?.integer("refused") ?? 0, waiting: try row?.integer("waiting") ?? 0)
  }
}

/// What those who set an election up see of its electorate before voting is opened.
package struct RollPreview: Sendable, Equatable {
  package let count: Int
  package let sample: [Electorate.Sampled]

  /// The preview; nil as long as no day of the roll is chosen.
  package static func of(
    _ id: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> RollPreview? {
    let election = try Election.toRun(id, viewer, reader)
    guard let electorate = election.electorate else { return nil }
    let count = try electorate.count(reader)
    return RollPreview(
      count: count, sample: try electorate.sample(of: count, for: viewer, reader))
  }
}

extension Election {
  /// How many may vote, with those whom rulings will add when the roll is frozen.
  func electorCount(adding added: Int, _ reader: any SQLReader) throws -> Int? {
    guard isRollFrozen else {
      return try electorate.map { try $0.count(reader) + added }
    }
    return try reader.number("SELECT count(*) FROM elector WHERE election_id = \(id)")
  }

  /// Writes the roll down: from now on it stands, whatever the roster says.
  func freezeRoll(_ electorate: Electorate, to writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO elector (election_id, person_id, program_id, department_id, added_later,
        has_voted)
      SELECT \(id), member.person_id, member.program_id, member.department_id, 1 = 0, 1 = 0
      FROM (\(electorate.members)) AS member
      """)
    try writer.execute(
      """
      INSERT INTO elector (election_id, person_id, program_id, department_id, added_later,
        has_voted)
      SELECT \(id), roll_correction.person_id, directory_entry.program_id,
        directory_entry.department_id, 1 = 1, 1 = 0
      FROM roll_correction
      JOIN directory_entry ON directory_entry.person_id = roll_correction.person_id
      WHERE roll_correction.election_id = \(id) AND roll_correction.ruling = 'added'
      ON CONFLICT (election_id, person_id) DO NOTHING
      """)
  }
}
