package import Kernel
import Roster
package import SQLStore

/// Who may vote, as the roster says: trainees who are active and in good standing on a day, in a
/// constituency.
///
/// No list of it is ever shown: who is missing from a list would be read from it, and with that,
/// whose standing is not a good one. There is a count, and a sample for those who set it up.
package struct Electorate: Sendable, Equatable {
  package let constituency: Scope
  package let day: Day

  package init(_ constituency: Scope, on day: Day) {
    self.constituency = constituency
    self.day = day
  }

  /// The standings with which one votes: the same with which one can sit in a seat.
  static let good: [Standing] = [.active, .leave]

  /// The standings of someone who trains.
  private static let training = Standing.allCases.filter { !$0.isEnded }

  /// Everybody who trains on the day, each with the appointment that leads then.
  private var trainees: SQLQuery {
    """
    SELECT appointment.person_id AS person_id, appointment.program_id AS program_id,
      program.department_id AS department_id, appointment.standing AS standing,
      row_number() OVER (PARTITION BY appointment.person_id
        ORDER BY appointment.starts_on DESC, appointment.id DESC) AS place
    FROM appointment JOIN program ON program.id = appointment.program_id
    JOIN person ON person.id = appointment.person_id
    WHERE appointment.starts_on <= \(day) AND appointment.ends_on >= \(day)
      AND appointment.standing IN (\(list: Self.training.map(\.rawValue)))
      AND person.capacity = \(Capacity.trainee.rawValue) AND person.deactivated_at IS NULL
    """
  }

  private var isHere: SQLQuery {
    switch constituency {
    case .institution: "1 = 1"
    case .department(let id): "training.department_id = \(id)"
    case .program(let id): "training.program_id = \(id)"
    case .site: "1 = 0"
    }
  }

  /// The people, as `person_id` with `program_id` and `department_id`.
  var members: SQLQuery {
    """
    SELECT training.person_id AS person_id, training.program_id AS program_id,
      training.department_id AS department_id
    FROM (\(trainees)) AS training WHERE training.place = 1 AND \(isHere)
      AND training.standing IN (\(list: Self.good.map(\.rawValue)))
    """
  }

  /// How many may vote.
  func count(_ reader: any SQLReader) throws -> Int {
    try reader.number("SELECT count(*) FROM (\(members)) AS member")
  }

  /// Whether someone may vote.
  package func contains(_ person: PersonID, reader: any SQLReader) throws -> Bool {
    try member(person, reader) != nil
  }

  /// Where someone trains who may vote; nil for whoever may not.
  func member(
    _ person: PersonID, _ reader: any SQLReader
  ) throws -> (program: ProgramID, department: DepartmentID)? {
    let row = try reader.first(
      """
      SELECT program_id, department_id FROM (\(members)) AS member
      WHERE member.person_id = \(person)
      """)
    return try row.map { (try $0.id("program_id"), try $0.id("department_id")) }
  }

  /// Why someone may not vote; nil for whoever may. For their own eyes.
  package func exclusion(of person: PersonID, reader: any SQLReader) throws -> Exclusion? {
    let row = try reader.first(
      """
      SELECT training.standing AS standing, (\(isHere)) AS is_here
      FROM (\(trainees)) AS training
      WHERE training.place = 1 AND training.person_id = \(person)
      """)
    guard let row else { return .notTraining }
    guard try row.boolean("is_here") else { return .elsewhere }
    return Self.good.contains(try row.word("standing", Standing.self)) ? nil : .standing
  }

  /// Someone of the sample.
  package struct Sampled: Sendable, Equatable, SQLDecodable {
    package let person: PersonID
    package let name: String
    package let programName: String?

    package init(row: SQLRow) throws {
      person = try row.id("person_id")
      name = try row.text("name")
      programName = try row.textOrNil("program_name")
    }
  }

  /// How many a sample has at most.
  static let sampleSize = 10

  /// Some of those who may vote, the same ones each time, at most half of all: from the whole of a
  /// small electorate one would read who is missing.
  func sample(
    of count: Int, for viewer: Viewer, _ reader: any SQLReader
  ) throws -> [Sampled] {
    // The end of an identifier is chance, so its order is one by lot.
    try reader.all(
      Sampled.self,
      """
      SELECT drawn.person_id AS person_id, directory_entry.name AS name,
        directory_entry.program_name AS program_name
      FROM (SELECT member.person_id AS person_id FROM (\(members)) AS member
        ORDER BY substr(member.person_id, 20), member.person_id
        LIMIT \(min(Self.sampleSize, count / 2))) AS drawn
      JOIN directory_entry ON directory_entry.person_id = drawn.person_id
      WHERE \(Directory.visible(to: viewer))
      ORDER BY directory_entry.sort_key, drawn.person_id
      """)
  }
}

extension Election {
  /// Who may vote by the roster; nil as long as no day is chosen.
  package var electorate: Electorate? {
    schedule.rollOn.map { Electorate(constituency, on: $0) }
  }

  /// Whether the roll is frozen: then it says who votes, whatever the roster says since.
  package var isRollFrozen: Bool { openedAt != nil }

  /// Whether someone may vote: by the roll, or by the roster as long as there is none.
  package func isElector(_ person: PersonID, reader: any SQLReader) throws -> Bool {
    guard isRollFrozen else {
      return try electorate?.contains(person, reader: reader) ?? false
    }
    return try reader.number(
      """
      SELECT count(*) FROM elector WHERE election_id = \(id) AND person_id = \(person)
      """) > 0
  }
}
