package import Kernel
package import SQLStore

/// Someone who is not on a roll asks to be put there.
package struct RollCorrection: Sendable, Equatable {
  package let id: ID<RollCorrection>
  package let election: ElectionID
  package let person: PersonID
  package let name: String
  /// What the person says.
  package let wish: String
  package let askedAt: Instant
  package let ruling: Ruling?
  /// What the election officer answered; for the person alone.
  package let reason: String
  package let ruledAt: Instant?

  /// What came of it.
  package enum Ruling: String, Sendable, CaseIterable {
    case added, refused
  }

  /// What the election officer decides, and says to whoever asked.
  package struct Decision: Sendable, Equatable {
    package let ruling: Ruling
    package let reason: String

    /// A decision; a no needs a reason.
    package init(_ ruling: Ruling, saying reason: String = "") {
      self.ruling = ruling
      self.reason = reason
    }
  }

  /// The names of the fields.
  package enum Field {
    /// What the person says.
    package static let wish = "wish"
    /// What the officer decides.
    package static let ruling = "ruling"
    /// What the officer answers.
    package static let reason = "reason"
  }

  /// The most characters of a wish and of an answer.
  static let most = 1000
}

extension RollCorrection: SQLDecodable {
  static let selection: SQLQuery =
    """
    SELECT roll_correction.id AS id, roll_correction.election_id AS election_id,
      roll_correction.person_id AS person_id, coalesce(directory_entry.name, 'Someone') AS name,
      roll_correction.wish AS wish, roll_correction.asked_at AS asked_at,
      roll_correction.ruling AS ruling, roll_correction.reason AS reason,
      roll_correction.ruled_at AS ruled_at
    FROM roll_correction
    LEFT JOIN directory_entry ON directory_entry.person_id = roll_correction.person_id
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), election: try row.id("election_id"), person: try row.id("person_id"),
      name: try row.text("name"), wish: try row.text("wish"), askedAt: try row.instant("asked_at"),
      ruling: try row.textOrNil("ruling").flatMap(Ruling.init(rawValue:)),
      reason: try row.text("reason"), ruledAt: try row.instantOrNil("ruled_at"))
  }

  /// The corrections of an election that its officer rules on, those that wait first.
  /// - Throws: ``ElectionRefusal/onlyElectionOfficer`` for everybody else.
  package static func all(
    of id: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> [RollCorrection] {
    let election = try Election.find(id, viewer: viewer, reader: reader)
    guard let person = viewer.person, election.officer == person else {
      throw ElectionRefusal.onlyElectionOfficer
    }
    return try reader.all(
      RollCorrection.self,
      """
      \(selection) WHERE roll_correction.election_id = \(id)
      ORDER BY (roll_correction.ruling IS NOT NULL), roll_correction.asked_at, roll_correction.id
      LIMIT 500
      """)
  }

  /// A correction for whoever rules on it.
  /// - Throws: ``Absent`` for everybody but the election officer.
  package static func toRule(
    _ id: ID<RollCorrection>, viewer: Viewer, reader: any SQLReader
  ) throws -> RollCorrection {
    let correction = try reader.first(
      RollCorrection.self, "\(selection) WHERE roll_correction.id = \(id)")
    guard let correction, let person = viewer.person else { throw Absent() }
    let election = try Election.find(correction.election, viewer: viewer, reader: reader)
    guard election.officer == person else { throw Absent() }
    return correction
  }

  /// The viewer's own, the latest first.
  package static func own(
    of election: ElectionID? = nil, viewer: Viewer, reader: any SQLReader
  ) throws -> [RollCorrection] {
    guard let person = viewer.person else { return [] }
    let here: SQLQuery = election.map { "roll_correction.election_id = \($0)" } ?? "1 = 1"
    return try reader.all(
      RollCorrection.self,
      """
      \(selection) WHERE roll_correction.person_id = \(person) AND \(here)
      ORDER BY roll_correction.id DESC
      """)
  }
}
