import Kernel
import SQLStore

extension RolloverWork {
  /// Under which the letters to directors are kept for an undo.
  private static let letters = "roster.directors"

  /// Tells each director once of the programs as they are in the new year.
  func tellDirectors() throws {
    var written: [PersonID: [Charge]] = [:]
    var order: [PersonID] = []
    try writer.forEach(charges) { row in
      let person: PersonID = try row.id("person_id")
      if written[person] == nil { order.append(person) }
      written[person, default: []].append(try Charge(row: row))
    }
    let words = Words(try Settings(reader: writer))
    for person in order where person != occasion.actor {
      guard let charges = written[person] else { continue }
      let sentence = words(self.sentence(charges))
      let path = charges.count == 1 ? "/programs/\(charges[0].program.text)" : "/programs"
      try Notice.tell(
        person, Notice.News(.roster, sentence, path: path), in: occasion.world, writer: writer)
      try rollover.keep(sentence, of: person.text, for: Self.letters, writer)
    }
  }

  /// Removes what nobody has read or been sent yet; the others are told that it no longer holds.
  func takeBackNotices() throws {
    for letter in try rollover.images(of: Self.letters, writer) {
      let removed = try writer.execute(
        """
        DELETE FROM notice WHERE person = \(letter.subject) AND sentence = \(letter.before)
          AND kind = \(Notice.Kind.roster.rawValue) AND read_at IS NULL AND mailed_at IS NULL
        """)
      if removed > 0 { continue }
      try Notice.tell(
        PersonID(stored: letter.subject),
        Notice.News(
          .roster,
          "The rollover to \(rollover.newYear.name) was undone. "
            + "What you were told of your {program} in the new year no longer holds.",
          path: "/programs"), in: occasion.world, writer: writer)
    }
  }

  /// A program in its director's letter.
  private struct Charge: SQLDecodable {
    let program: ProgramID
    let name: String
    let trainees: Int
    let raised: Int
    let graduated: Int

    init(row: SQLRow) throws {
      program = try row.id("program_id")
      name = try row.text("name")
      trainees = try row.integer("trainees")
      raised = try row.integer("raised")
      graduated = try row.integer("graduated")
    }

    /// `Internal Medicine: 42 {trainees}, 28 of them a year up; 12 graduated`.
    var words: String {
      "\(name): \(GroupedDigits.of(trainees)) \(trainees == 1 ? "{trainee}" : "{trainees}"), "
        + "\(GroupedDigits.of(raised)) of them a year up; \(GroupedDigits.of(graduated)) graduated"
    }
  }

  private func sentence(_ charges: [Charge]) -> String {
    let year = rollover.newYear.name
    guard charges.count > 1 else {
      return "Your {program} in the new academic year \(year). \(charges[0].words)."
    }
    return "Your {programs} in the new academic year \(year). "
      + charges.map(\.words).joined(separator: ". ") + "."
  }

  /// Each program with its director and its counts, as they are after the change.
  private var charges: SQLQuery {
    """
    SELECT role_grant.person_id AS person_id, program.id AS program_id, program.name AS name,
      coalesce(here.people, 0) AS trainees, coalesce(changed.raised, 0) AS raised,
      coalesce(changed.graduated, 0) AS graduated
    FROM role_grant
    JOIN program ON program.id = role_grant.scope_id
    LEFT JOIN (
      SELECT program_id, count(*) AS people FROM directory_entry
      WHERE presence = 'current' AND capacity = 'trainee' GROUP BY program_id
    ) AS here ON here.program_id = program.id
    LEFT JOIN (
      SELECT program_id, count(*) FILTER (WHERE act <> 'graduate') AS raised,
        count(*) FILTER (WHERE act = 'graduate') AS graduated
      FROM rollover_before WHERE rollover_id = \(rollover.id) GROUP BY program_id
    ) AS changed ON changed.program_id = program.id
    WHERE \(RolloverRoles.directs(on: occasion.today))
      AND (here.people IS NOT NULL OR changed.raised IS NOT NULL)
    ORDER BY role_grant.person_id, program.name_key, program.id
    """
  }
}
