import Kernel
import Roster
import SQLStore

/// Who can be the officer of an election.
enum ElectionOfficer {
  /// Why someone cannot be; nil where they can.
  ///
  /// Someone who is here, and whose role gives them no say over trainees: what is decided among
  /// peers is not ruled on by the office, the official or a director.
  static func problem(
    with person: PersonID, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> String? {
    let here = try reader.number(
      """
      SELECT count(*) FROM directory_entry JOIN person ON person.id = directory_entry.person_id
      WHERE directory_entry.person_id = \(person) AND directory_entry.presence = 'current'
        AND person.deactivated_at IS NULL
      """)
    guard here > 0 else { return "The election officer has to be someone who is here today." }
    let officer = try Viewer(
      person: person, now: viewer.now, today: viewer.today, reader: reader)
    let decides: Set<Role> = [.office, .administrator, .dio, .programDirector]
    guard officer.grants.allSatisfy({ !decides.contains($0.role) }) else {
      return "The {office}, the official, administrators and {program} directors are not election "
        + "officers. Name someone else, such as {a trainee} who does not stand."
    }
    return nil
  }
}
