package import Kernel
package import SQLStore

/// Who answers to whom, and who leads which programs: what decides whether someone is in conflict.
///
/// Trainees and coordinators answer to the directors of their programs; directors and the office
/// to the designated institutional official. Deputies count as those for whom they act.
package struct ReportingLines: Sendable {
  private let leaders: [ProgramID: Set<PersonID>]
  private let directors: [ProgramID: Set<PersonID>]
  private let coordinators: [ProgramID: Set<PersonID>]
  /// Those who answer for all programs, and the office's people for the whole institution.
  package let institution: Set<PersonID>
  private let officials: Set<PersonID>
  private let trainingPrograms: [PersonID: ProgramID]

  /// The lines of a day, around some people.
  package init(around people: [PersonID], on today: Day, reader: any SQLReader) throws {
    directors = try Self.byProgram(.programDirector, today, reader)
    coordinators = try Self.byProgram(.programCoordinator, today, reader)
    leaders = directors.merging(coordinators) { $0.union($1) }
    officials = try Self.ofInstitution(.dio, today, reader)
    institution = officials.union(try Self.ofInstitution(.office, today, reader))
    var programs: [PersonID: ProgramID] = [:]
    for (person, training) in try Training.of(people, on: today, reader: reader)
    where training.capacity == .trainee {
      programs[person] = training.placement?.program
    }
    trainingPrograms = programs
  }

  /// Those to whom someone answers.
  package func superiors(of person: PersonID) -> Set<PersonID> {
    var superiors: Set<PersonID> = []
    if let program = trainingPrograms[person] { superiors.formUnion(directors[program] ?? []) }
    for (program, those) in coordinators where those.contains(person) {
      superiors.formUnion(directors[program] ?? [])
    }
    if !programs(ledBy: person).isEmpty || institution.contains(person) {
      superiors.formUnion(officials)
    }
    superiors.remove(person)
    return superiors
  }

  /// The programs of which someone is a director or coordinator.
  package func programs(ledBy person: PersonID) -> [ProgramID] {
    leaders.filter { $0.value.contains(person) }.map(\.key).sorted()
  }

  /// The directors and coordinators of a program.
  package func leaders(of program: ProgramID) -> Set<PersonID> { leaders[program] ?? [] }

  private static func byProgram(
    _ role: Role, _ today: Day, _ reader: any SQLReader
  ) throws -> [ProgramID: Set<PersonID>] {
    var holders: [ProgramID: Set<PersonID>] = [:]
    for holder in try RoleGrant.holders(of: role, on: today, reader: reader) {
      guard let program = holder.place.flatMap(ProgramID.init(given:)) else { continue }
      holders[program, default: []].insert(holder.person)
    }
    return holders
  }

  private static func ofInstitution(
    _ role: Role, _ today: Day, _ reader: any SQLReader
  ) throws -> Set<PersonID> {
    Set(
      try RoleGrant.holders(of: role, on: today, reader: reader)
        .filter { $0.place == nil }.map(\.person))
  }
}
