import HTML
import Kernel
import Roster
import SQLStore

/// Roles at the turn of the year: those that end by themselves, and those that end because the
/// training of whoever holds them does.
struct RolesRollover: PartRollover {
  func consequences(
    of rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [RolloverConsequence] {
    let roles = try RolloverRoles(rollover, viewer: visit.viewer)
    let ending = try roles.ending(reader)
    let ofLeavers = try roles.ofLeavers(reader)
    let administrators = try roles.leavingAdministrators(reader)
    return [
      RolloverConsequence(
        heading: "Roles that end",
        sentence: "They end by themselves on their last day. Grant them again where they go on.",
        lines: ending.first.map { line($0, visit) }, count: ending.count),
      RolloverConsequence(
        heading: "Roles of people who leave",
        sentence: "They end with the old year. Whoever stays in a role needs an appointment first.",
        lines: ofLeavers.first.map { line($0, visit) }, count: ofLeavers.count),
      RolloverConsequence(
        heading: "Administrators who leave",
        sentence: "Their role goes on until you end it. Make somebody else administrator first.",
        lines: administrators.first.map { line($0, visit) }, count: administrators.count),
    ].filter { $0.count > 0 }
  }

  func carryOut(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) throws {
    try RoleRollover(rollover, writer).carryOut(by: visit.viewer)
  }

  func dependents(
    on rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [String] {
    try RoleRollover.dependents(on: rollover, reader: reader)
  }

  func undo(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) throws {
    try RoleRollover(rollover, writer).undo(by: visit.viewer)
  }

  private func line(_ role: RoleLine, _ visit: Visit) -> RolloverConsequence.Line {
    let title = role.grant.role.label(in: visit.words)
    let words = [
      role.principal.map { "Deputy of \($0.name): \(title)" } ?? title, role.scopeName,
      role.grant.endsOn.map { "until \(When.day($0))" },
    ]
    return RolloverConsequence.Line(
      role.personName, words.compactMap(\.self).joined(separator: ", "),
      RolePath.ofPerson.location(role.grant.person))
  }
}

/// Programs at the turn of the year: which have no director then, and which directors are told.
struct ProgramsRollover: PartRollover {
  func consequences(
    of rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [RolloverConsequence] {
    let roles = try RolloverRoles(rollover, viewer: visit.viewer)
    let undirected = try roles.undirected(reader)
    let written = try roles.written(reader)
    return [
      RolloverConsequence(
        heading: visit.words("{Programs} without a director"),
        sentence: visit.words("On the first day nobody directs them. Name a director of each."),
        lines: undirected.first.map { program in
          RolloverConsequence.Line(
            program.name, "", ProgramPath.program.location(program.program))
        }, count: undirected.count),
      RolloverConsequence(
        heading: "Directors who are told",
        sentence: visit.words(
          "Each gets one notice: who trains in the {program} now, who went up, who graduated."),
        lines: written.first.map { director in
          RolloverConsequence.Line(
            director.name, visit.words.counted(director.programs, .program),
            PeoplePath.person.location(director.person))
        }, count: written.count),
    ].filter { $0.count > 0 }
  }

  /// The directors' notices tell of the roster and go with its own changes.
  func carryOut(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) {}

  func dependents(
    on rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) -> [String] { [] }

  func undo(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) {}
}
