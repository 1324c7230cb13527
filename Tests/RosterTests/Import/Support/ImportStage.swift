import Foundation
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport

/// An empty store with someone who imports into it, as the operator does at a terminal.
struct ImportStage {
  let store: any Store
  var occasion: RosterOccasion

  init(_ store: any Store, today: Day = TestWorld.today) {
    self.store = store
    occasion = RosterOccasion(store: store, world: TestWorld.make(), today: today)
  }

  /// Imports a file.
  func run(_ path: String, mapping: ColumnMapping? = nil) async throws -> RosterReport {
    try await RosterImport.fromFile(
      RosterFile(path: path, mapping: mapping), dryRun: false, on: occasion)
  }

  /// Looks through a file.
  func check(_ path: String, mapping: ColumnMapping? = nil) async throws -> RosterImport.Check {
    try await RosterImport.check(RosterFile(path: path, mapping: mapping), on: occasion)
  }

  /// Imports a text.
  func run(text: String, mapping: ColumnMapping? = nil) async throws -> RosterReport {
    try await withRoster(text) { try await run($0, mapping: mapping) }
  }

  /// Looks through a text.
  func check(text: String) async throws -> RosterImport.Check {
    try await withRoster(text) { try await check($0) }
  }

  /// Takes an import back.
  func undo(_ report: RosterReport) async throws -> RosterImport.Undone {
    guard let id = report.importID else { throw Absent() }
    return try await RosterImport.undo(id, on: occasion)
  }

  /// The only number of a statement.
  func number(_ query: SQLQuery) async throws -> Int {
    try await store.read { try $0.number(query) }
  }

  /// The rows of a statement as texts, with `-` for NULL.
  func texts(_ query: SQLQuery) async throws -> [String] {
    try await store.read { reader in
      try reader.rows(query).map { row in
        row.values.map { value in
          switch value {
          case .text(let text): text
          case .integer(let number): String(number)
          case .null: "-"
          default: "\(value)"
          }
        }.joined(separator: " | ")
      }
    }
  }

  /// All that the roster holds, without identifiers; equal contents are equal texts.
  func contents() async throws -> [String] {
    var contents: [String] = []
    for query in Self.everything { contents += try await texts(query).sorted() }
    return contents
  }

  /// Every column of every row of the roster's tables, identifiers and all.
  func tables() async throws -> [String: [String]] {
    var tables: [String: [String]] = [:]
    for table in [
      "person", "appointment", "program", "program_site", "site", "department", "sponsor",
      "role_grant", "directory_entry",
    ] {
      tables[table] = try await texts(SQLQuery(trusted: "SELECT * FROM " + table)).sorted()
    }
    return tables
  }

  private static let everything: [SQLQuery] = [
    """
    SELECT 'person', personnel_number, family_name, given_name, preferred_name, degrees, address,
      address_key, capacity FROM person
    """,
    """
    SELECT 'appointment', person.personnel_number, program.name, site.name, training_level,
      standing, starts_on, ends_on, ends_as
    FROM appointment JOIN person ON person.id = appointment.person_id
    JOIN program ON program.id = appointment.program_id
    LEFT JOIN site ON site.id = appointment.site_id
    """,
    """
    SELECT 'program', program.name, accreditation_number, director_address, department.name,
      sponsor.name
    FROM program JOIN department ON department.id = department_id
    JOIN sponsor ON sponsor.id = sponsor_id
    """,
    "SELECT 'site', name FROM site",
    "SELECT 'department', name FROM department",
    "SELECT 'sponsor', name FROM sponsor",
    """
    SELECT 'entry', name, sort_key, search_key, address, capacity, presence, training_level,
      program_name, department_name, site_name FROM directory_entry
    """,
  ]
}

/// Lends a stage on an engine.
func withImports<Answer>(
  _ engine: Engine, _ body: (ImportStage) async throws -> Answer
) async throws -> Answer {
  try await withStore(engine) { try await body(ImportStage($0)) }
}

/// Lends a file with a text.
func withRoster<Answer>(
  _ text: String, _ body: (String) async throws -> Answer
) async throws -> Answer {
  try await withFolder { folder in
    let path = folder + "/roster.csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    return try await body(path)
  }
}

/// The rosters that are kept beside the tests.
enum SharedRoster {
  static func path(_ name: String) -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return tests.appending(path: "Fixtures/\(name)").path
  }

  static let export = path("export-1500.csv")
  static let nextMonth = path("export-1500-next-month.csv")
  static let workbook = path("office-list-1500.xlsx")
  static let messy = path("messy.csv")
}

extension RosterReport {
  /// New, changed, ended, unchanged and refused rows.
  var figures: [Int] { [new, changed, ended, unchanged, refusedRows] }

  /// The refused rows as short texts.
  var refusals: [String] { refused.map { "\($0.line) \($0.column): \($0.reason)" } }
}
