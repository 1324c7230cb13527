import Kernel
import SQLStore

/// The roll of an election, as it is read and written anew when voting is closed.
///
/// While voting is open each row is written when its person votes, so its place and version tell
/// the order of votes. Written anew at once and in a drawn order, they tell nothing.
struct ClosedRoll {
  private let rows: [[SQLValue]]
  /// How many of them have voted.
  let voted: Int

  /// How many are on it.
  var electors: Int { rows.count }

  init(of election: Election, reader: any SQLReader) throws {
    var rows: [[SQLValue]] = []
    var voted = 0
    try reader.forEach(
      """
      SELECT election_id, person_id, program_id, department_id, added_later, has_voted
      FROM elector WHERE election_id = \(election.id) ORDER BY person_id
      """
    ) { row in
      let hasVoted = try row.boolean("has_voted")
      if hasVoted { voted += 1 }
      rows.append(
        Array(row.values.prefix(4))
          + [.boolean(try row.boolean("added_later")), .boolean(hasVoted)])
    }
    self.rows = rows
    self.voted = voted
  }

  /// Writes all rows anew, in an order that is drawn now.
  func rewrite(to writer: any SQLWriter, _ chance: inout WorldChance) throws {
    guard let election = rows.first?.first else { return }
    try writer.execute("DELETE FROM elector WHERE election_id = \(election)")
    try writer.executeMany(
      """
      INSERT INTO elector (election_id, person_id, program_id, department_id, added_later,
        has_voted) VALUES ($1, $2, $3, $4, $5, $6)
      """, rows.shuffled(using: &chance))
  }
}
