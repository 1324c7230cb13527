import Kernel
import Roster
import SQLStore

/// Tells directors that a seat for their trainees is vacant, and how to fill it.
struct VacancyNotice {
  private let world: World
  private let writer: any SQLWriter

  init(_ world: World, _ writer: any SQLWriter) {
    self.world = world
    self.writer = writer
  }

  /// Tells the directors of the programs from which the seat is filled; of a seat at large nobody.
  func tell(of seating: Seating, _ rule: SeatRule, on today: Day) throws {
    let programs = try Self.programs(of: seating.seat.unit, on: today, writer)
    guard !programs.isEmpty else { return }
    let organization = try Organization.named(seating.organization, writer)
    let sentence =
      "A seat in \(organization.name) is vacant: \(rule.title). Put one of your {trainees} forward."
    let directors = try RoleGrant.holders(
      of: .programDirector, in: programs, on: today, reader: writer)
    for director in Set(directors.map(\.person)).sorted() {
      try Notice.tell(
        director, Notice.News(.council, sentence, path: organization.path), in: world,
        writer: writer)
    }
  }

  /// The programs from which a seat is filled; none for seats of all together.
  static func programs(
    of unit: Scope, on today: Day, _ reader: any SQLReader
  ) throws -> [ProgramID] {
    let condition: SQLQuery
    switch unit {
    case .institution: return []
    case .program(let program): return [program]
    case .department(let department): condition = "department_id = \(department)"
    case .site(let site):
      condition = """
        id IN (SELECT program_id FROM directory_entry
          WHERE site_id = \(site) AND presence = 'current' AND capacity = 'trainee')
        """
    }
    return try reader.rows(
      """
      SELECT id FROM program WHERE \(condition)
        AND (closed_on IS NULL OR closed_on >= \(today)) ORDER BY id
      """
    ).map { try $0.id("id") }
  }
}
