package import Kernel
import Roster
package import SQLStore

extension Organization {
  /// The one rule of which organizations are found.
  ///
  /// One that is not listed exists for those who belong to it, and for whoever answers for all.
  package static func visible(to viewer: Viewer) -> SQLQuery {
    if viewer.maySeeAllOrganizations { return "1 = 1" }
    guard let person = viewer.person else { return "1 = 0" }
    return """
      (organization.listing = 'everyone' OR \(belonging(person, on: viewer.today))
        OR \(asking(person, viewer.directedPrograms)))
      """
  }

  /// The organizations in which a seat awaits someone: for themselves, or for their release.
  private static func asking(_ person: PersonID, _ programs: [ProgramID]) -> SQLQuery {
    """
    organization.id IN (
      SELECT organization_id FROM nomination WHERE state = 'awaiting' AND (person_id = \(person)
        OR person_id IN (
          SELECT person_id FROM directory_entry WHERE program_id IN (\(list: programs)))))
    """
  }

  /// The organizations to which someone belongs: as a member, officer or guest, or by a seat.
  static func belonging(_ person: PersonID, on today: Day) -> SQLQuery {
    """
    organization.id IN (
      SELECT organization_id FROM membership WHERE person_id = \(person) AND left_at IS NULL
      UNION SELECT organization_id FROM organization_guest
        WHERE person_id = \(person) AND ended_at IS NULL
      UNION SELECT organization_id FROM officer
        WHERE person_id = \(person) AND \(Officership.holds(on: today))
      UNION SELECT organization_id FROM seating
        WHERE person_id = \(person) AND \(Seating.holds(on: today)))
    """
  }
}
