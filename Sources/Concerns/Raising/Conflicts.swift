import Kernel
import Roster
import SQLStore

/// Who of some responders must not read a concern, because it is about them or about someone to
/// whom they are tied.
///
/// In doubt someone is left out: a family name in the text is enough for a responder and for those
/// to whom they answer. Others may read instead, and a writer who is wrongly spared a reader loses
/// little.
struct Conflicts {
  private let lines: ReportingLines
  private let names: [PersonID: PersonNames]
  private let programOf: [PersonID: ProgramID]
  private let responders: [PersonID]

  /// - Parameter responders: all who may come into question; asked for together, whatever concerns
  ///   follow.
  init(among responders: [PersonID], on today: Day, _ reader: any SQLReader) throws {
    let lines = try ReportingLines(around: responders, on: today, reader: reader)
    let superiors = responders.reduce(into: Set<PersonID>()) {
      $0.formUnion(lines.superiors(of: $1))
    }
    let led = Set(responders.flatMap(lines.programs(ledBy:))).sorted()
    var names: [PersonID: PersonNames] = [:]
    var programOf: [PersonID: ProgramID] = [:]
    try reader.forEach(
      """
      SELECT person.id AS id, person.family_name AS family_name,
        person.given_name AS given_name, person.preferred_name AS preferred_name,
        CASE WHEN directory_entry.capacity = 'trainee' THEN directory_entry.program_id END
          AS program_id
      FROM person JOIN directory_entry ON directory_entry.person_id = person.id
      WHERE person.id IN (\(list: responders + superiors.sorted()))
        OR (directory_entry.program_id IN (\(list: led)) AND directory_entry.presence = 'current'
          AND directory_entry.capacity = 'trainee')
      """
    ) { row in
      let person: PersonID = try row.id("id")
      names[person] = try PersonNames(row: row)
      programOf[person] = try row.idOrNil("program_id")
    }
    self.responders = responders
    self.lines = lines
    self.names = names
    self.programOf = programOf
  }

  /// Those who may read a concern.
  /// - Parameter writer: who writes it, where that is known: nobody handles their own.
  func readers(of address: ConcernAddress, writer: PersonID?) -> Set<PersonID> {
    let text = PersonNames.words(address.names)
    var named: Set<PersonID> = []
    if let program = address.program, address.isAboutLeaders {
      named.formUnion(lines.leaders(of: program))
    }
    if address.isAboutOffice { named.formUnion(lines.institution) }
    return Set(
      responders.filter { responder in
        responder != writer && !isTied(responder, to: named, address.program, text)
      })
  }

  private func isTied(
    _ responder: PersonID, to named: Set<PersonID>, _ program: ProgramID?, _ text: Set<Substring>
  ) -> Bool {
    let own = lines.superiors(of: responder).union([responder])
    if !own.isDisjoint(with: named) { return true }
    if own.contains(where: { names[$0]?.familyStands(in: text) == true }) { return true }
    let led = lines.programs(ledBy: responder)
    if let program, led.contains(program) { return true }
    return programOf.contains { person, program in
      led.contains(program) && names[person]?.wholeStands(in: text) == true
    }
  }
}

/// A person's names as words, to be looked for in a text.
private struct PersonNames {
  private let family: Set<Substring>
  private let given: Set<Substring>

  init(row: SQLRow) throws {
    family = Self.words(try row.text("family_name"))
    given = Self.words(try row.text("given_name"))
      .union(Self.words(try row.textOrNil("preferred_name") ?? ""))
  }

  /// The folded words of a text, without punctuation.
  static func words(_ text: String) -> Set<Substring> {
    Set(
      FoldedText.key(text).split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" })
  }

  func familyStands(in text: Set<Substring>) -> Bool {
    !family.isEmpty && family.isSubset(of: text)
  }

  /// The family name and one of the given names.
  func wholeStands(in text: Set<Substring>) -> Bool {
    familyStands(in: text) && !given.isDisjoint(with: text)
  }
}
