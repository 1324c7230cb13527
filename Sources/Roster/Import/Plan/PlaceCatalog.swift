import Kernel
import SQLStore

/// The institution's departments, sites, sponsors and programs: those in the database and those
/// that the file brings along.
///
/// They are few, even in a national roster, and so they are held in memory.
struct PlaceCatalog {
  /// A program, as the file leaves it.
  struct Program {
    let id: ProgramID
    let name: String
    let key: String
    var facts: ProgramFacts
    let department: Int
    let sponsor: Int
    let isClosed: Bool
    /// What stood in the database before the file; nil for a program that the file brings.
    let before: ProgramFacts?
    /// What stands in the database now; nil for a program that is not in it yet.
    var stored: ProgramFacts?
    /// Whether the file has said who directs it.
    var hasDirector = false
  }

  /// What an import may change about a program that exists.
  struct ProgramFacts: Equatable {
    var accreditationNumber: String?
    var directorAddress: String?
  }

  /// What a row's words mean.
  enum Match: Equatable {
    case known(Int)
    case unknown
    /// Several programs have this name, and the row gives no number.
    case ambiguous([Int])
  }

  var departments: NamedPlaces
  var sites: NamedPlaces
  var sponsors: NamedPlaces
  private(set) var programs: [Program] = []
  /// How many programs, departments and so on the file brings.
  private(set) var created = Created()

  /// How many places the file brings.
  struct Created: Equatable {
    var programs = 0
    var departments = 0
    var sites = 0
    var sponsors = 0
  }

  /// The sponsor of record of programs for which nobody names one: the institution.
  private let institution: String
  /// The institution's words for these places.
  let words: Words
  private var byID: [ProgramID: Int] = [:]
  private var byKey: [String: [Int]] = [:]
  private var byNumber: [String: Int] = [:]
  private var storedPrograms = 0
  private var keys = Memo<String>()

  /// What the database knows.
  init(_ reader: any SQLReader) throws {
    departments = try NamedPlaces("SELECT id, name, name_key FROM department", in: reader)
    sites = try NamedPlaces("SELECT id, name, name_key FROM site", in: reader)
    sponsors = try NamedPlaces("SELECT id, name, name_key FROM sponsor", in: reader)
    let settings = try Settings(reader: reader)
    institution = settings.institutionName
    words = Words(settings)
    var found: [Program] = []
    try reader.forEach(
      """
      SELECT id, name, name_key, accreditation_number, department_id, sponsor_id,
        director_address, closed_on FROM program ORDER BY id
      """
    ) { row in found.append(try program(row)) }
    for program in found { add(program) }
    storedPrograms = programs.count
  }

  private func program(_ row: SQLRow) throws -> Program {
    let facts = ProgramFacts(
      accreditationNumber: try row.textOrNil("accreditation_number"),
      directorAddress: try row.textOrNil("director_address"))
    guard let department = departments.index(id: try row.text("department_id")),
      let sponsor = sponsors.index(id: try row.text("sponsor_id"))
    else { throw SQLError(kind: .decoding, message: "a foreign key points at nothing") }
    return Program(
      id: try row.id("id"), name: try row.text("name"), key: try row.text("name_key"),
      facts: facts, department: department, sponsor: sponsor,
      isClosed: try row.textOrNil("closed_on") != nil, before: facts, stored: facts)
  }

  private mutating func add(_ program: Program) {
    byID[program.id] = programs.count
    byKey[program.key, default: []].append(programs.count)
    if let number = program.facts.accreditationNumber { byNumber[number] = programs.count }
    programs.append(program)
  }

  /// The number of a program in ``programs``.
  func program(_ id: ProgramID) -> Int? { byID[id] }

  /// Finds a row's program: by its accreditation number, else by its name.
  ///
  /// A program of that name with another number is another program; one without a number is the
  /// same, and learns it.
  mutating func match(_ place: RosterRow.PlaceText) -> Match {
    if let number = place.accreditationNumber, let known = byNumber[number] {
      return .known(known)
    }
    guard let name = place.program else { return .unknown }
    let named = byKey[key(name), default: []]
    let candidates =
      place.accreditationNumber == nil
      ? named : named.filter { programs[$0].facts.accreditationNumber == nil }
    switch candidates.count {
    case 0: return .unknown
    case 1: return .known(candidates[0])
    default: return .ambiguous(candidates)
    }
  }

  /// Whether a row names another sponsor of record than its program has.
  mutating func isSecondSponsor(_ sponsor: String?, of program: Int) -> Bool {
    let known = programs[program].sponsor
    guard let sponsor, sponsor != sponsors.all[known].name else { return false }
    return key(sponsor) != sponsors.all[known].key
  }

  /// The number of the site that a row names, in ``sites``; made where it is new.
  mutating func site(_ name: String?, _ world: World) -> Int? {
    guard let name else { return nil }
    let key = key(name)
    if sites.index(key: key) == nil { created.sites += 1 }
    return sites.index(name: name, key: key) { world.newID(SiteID.self).text }
  }

  /// Makes the program of an accepted row that names its program and department.
  mutating func create(
    _ name: String, in department: String, _ place: RosterRow.PlaceText, _ world: World
  ) -> Int {
    let sponsor = place.sponsor ?? institution
    let (departmentKey, sponsorKey) = (key(department), key(sponsor))
    if departments.index(key: departmentKey) == nil { created.departments += 1 }
    if sponsors.index(key: sponsorKey) == nil { created.sponsors += 1 }
    created.programs += 1
    add(
      Program(
        id: world.newID(), name: name, key: key(name),
        facts: ProgramFacts(accreditationNumber: place.accreditationNumber),
        department: departments.index(name: department, key: departmentKey) {
          world.newID(DepartmentID.self).text
        },
        sponsor: sponsors.index(name: sponsor, key: sponsorKey) {
          world.newID(ID<Sponsor>.self).text
        }, isClosed: false, before: nil))
    return programs.count - 1
  }

  /// Takes over what an accepted row says of its program; what differs otherwise becomes a note.
  mutating func learn(_ place: RosterRow.PlaceText, of index: Int, _ notes: inout RosterNotes) {
    if let number = place.accreditationNumber, programs[index].facts.accreditationNumber == nil {
      programs[index].facts.accreditationNumber = number
      byNumber[number] = index
      notes.add(
        "\(programs[index].name): its ACGME \(words("{program}")) number is \(number).")
    }
    if let other = place.program, other != programs[index].name,
      key(other) != programs[index].key
    {
      notes.add(
        "\(programs[index].name): the file calls it “\(other)”; the name here stays.")
    }
    let department = programs[index].department
    if let other = place.department, other != departments.all[department].name,
      key(other) != departments.all[department].key
    {
      notes.add(
        """
        \(programs[index].name): the file also puts it in “\(other)”; \
        it stays in “\(departments.all[department].name)”.
        """)
    }
    if programs[index].isClosed {
      notes.add("\(programs[index].name) is closed here, and the file has people in it.")
    }
    if let director = place.directorAddress,
      !programs[index].hasDirector || director != programs[index].facts.directorAddress
    {
      direct(index, director, &notes)
    }
  }

  /// The first row that names a director says who it is; the role itself is granted by a person.
  private mutating func direct(_ index: Int, _ text: String, _ notes: inout RosterNotes) {
    let program = programs[index]
    guard let address = MailAddress.address(cell: text) else {
      return notes.add("\(program.name): “\(text)” is no address of a director and was left out.")
    }
    let isSame =
      program.facts.directorAddress.map(Person.addressKey) == Person.addressKey(address)
    if program.hasDirector {
      let known = program.facts.directorAddress ?? ""
      if !isSame {
        notes.add("\(program.name): the file also gives the director \(address); \(known) stays.")
      }
      return
    }
    programs[index].hasDirector = true
    if isSame { return }
    programs[index].facts.directorAddress = address
    if program.before != nil {
      let before = program.facts.directorAddress.map { " instead of \($0)" } ?? ""
      notes.add("\(program.name): its director's address is \(address)\(before).")
    }
  }

  /// The programs that the database does not have yet; asked once, they count as stored.
  mutating func takeNewPrograms() -> ArraySlice<Program> {
    for index in storedPrograms..<programs.count { programs[index].stored = programs[index].facts }
    defer { storedPrograms = programs.count }
    return programs[storedPrograms...]
  }

  /// The programs that the database has otherwise than the file leaves them.
  var changedPrograms: [Program] {
    programs.filter { $0.stored != nil && $0.stored != $0.facts }
  }

  private mutating func key(_ name: String) -> String {
    keys.answer(name, FoldedText.key)
  }
}
