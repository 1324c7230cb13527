import Kernel

/// A program as the file has it.
struct ProgramEntry: Sendable {
  let name: Located<String>
  let department: Located<String>?
  let sponsor: Located<String>?
  let accreditationNumber: Located<String>?
  /// The contributing sites.
  let sites: [Located<String>]
  /// The keys that it has in the file, also those whose values are wrong.
  let given: Set<String>

  /// The keys, as the file has them.
  enum Key {
    static let name = "name"
    static let department = "department"
    static let sponsor = "sponsor"
    static let accreditationNumber = "accreditation number"
    static let sites = "sites"

    static let all = [name, department, sponsor, accreditationNumber, sites]
  }

  /// - Returns: nil, with a problem, unless it has a name.
  init?(_ found: Found) {
    guard let keys = Keys(found, known: Key.all) else { return nil }
    let name = keys.required(Key.name, "Write the {program}'s name.")?.line()
    self.department = keys[Key.department]?.line()
    self.sponsor = keys[Key.sponsor]?.line()
    self.accreditationNumber = keys[Key.accreditationNumber]?.line(most: 40)
    self.sites = (keys[Key.sites]?.items() ?? []).compactMap { $0.line() }
    self.given = keys.given
    guard let name else { return nil }
    self.name = name
  }

  /// The name without case and accents.
  var key: String { FoldedText.key(name.value) }

  /// Name and department: what no two programs share.
  var placeKey: String { key + "\n" + FoldedText.key(department?.value ?? "") }
}

/// A program as the database holds it.
struct KeptProgram: Sendable {
  let id: ProgramID
  let name: String
  let department: String
  let sponsor: String
  let accreditationNumber: String?
  let directorAddress: String?
  let finalLevel: Int?
  let closedOn: Day?
  /// The contributing sites that are not over.
  var sites: [String]

  /// The name without case and accents.
  var key: String { FoldedText.key(name) }

  /// Name and department: what no two programs share.
  var placeKey: String { key + "\n" + FoldedText.key(department) }

  /// Whether it takes people on a day.
  func isOpen(on today: Day) -> Bool { closedOn.map { $0 >= today } ?? true }
}
