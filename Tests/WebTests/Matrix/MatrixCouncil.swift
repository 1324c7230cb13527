import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore

/// A council for the matrix: the trainee sits in one seat and is put forward for another, which the
/// director has not decided.
struct MatrixCouncil: Sendable {
  let organization: OrganizationID
  let rule: ID<SeatRule>
  let seating: ID<Seating>
  let nomination: ID<Nomination>
  let requirement: ID<CompositionRule>
  let medicine: String
  /// What goes on in the council.
  let life: MatrixLife

  static func found(on stage: Stage) async throws -> MatrixCouncil {
    let (cast, world) = (stage.cast, stage.world)
    let (organization, rule, large, requirement) = try await stage.act(as: cast.office) {
      viewer, writer in
      let id = try Organization.found(
        OrganizationDraft(
          name: "Technology Council", kind: .council, purpose: "Leads technology projects."),
        by: viewer, in: world, to: writer)
      let rule = try SeatRule.add(
        SeatRuleDraft(title: "Representative", kind: .eachDepartment, alternates: 1), to: id,
        by: viewer, in: world, writer: writer)
      let large = try SeatRule.add(
        SeatRuleDraft(title: "At large", kind: .atLarge), to: id, by: viewer, in: world,
        writer: writer)
      let requirement = try CompositionRule.add(
        CompositionRuleDraft(
          category: .dio, atLeast: 1, source: "By-laws 2", effectiveFrom: viewer.today), to: id,
        by: viewer, in: world, writer: writer)
      return (id, rule, large, requirement)
    }
    let seating = try await stage.act(as: cast.director) { viewer, writer in
      try Nomination.putForward(
        NominationDraft(seat: Seat(rule: large, unit: .institution), person: cast.trainee),
        by: viewer, in: world, writer: writer)
      return ID<Seating>(stored: try writer.rows("SELECT id FROM seating")[0].text("id"))
    }
    let nomination = try await stage.act(as: cast.trainee) { viewer, writer in
      try Nomination.putForward(
        NominationDraft(
          seat: Seat(rule: rule, unit: .department(cast.medicine)), person: cast.trainee),
        by: viewer, in: world, writer: writer
      ).id
    }
    let life = try await MatrixLife.begin(in: organization, on: stage)
    return MatrixCouncil(
      organization: organization, rule: rule, seating: seating, nomination: nomination,
      requirement: requirement, medicine: cast.medicine.text, life: life)
  }

  /// Takes back what the request before may have done.
  func restore(on stage: Stage) async throws {
    try await life.restore(on: stage)
    try await stage.store.write { writer in
      try writer.execute("UPDATE organization SET closed_on = NULL, closed_because = NULL")
      try writer.execute("UPDATE seat_rule SET closed_on = NULL")
      try writer.execute("UPDATE seating SET ended_on = NULL, ended_as = NULL")
      try writer.execute("UPDATE nomination SET state = 'awaiting' WHERE id = \(nomination)")
      try writer.execute("UPDATE composition_rule SET effective_to = NULL")
    }
  }

  /// What stands in an address of the council; nil for other addresses.
  func argument(of pattern: String) -> String? {
    if pattern.hasPrefix("/organizations") { return organization.text }
    if pattern.hasSuffix("/nominate") { return "\(rule.text).\(medicine)" }
    if pattern.hasPrefix("/seats") { return rule.text }
    if pattern.hasPrefix("/seatings") { return seating.text }
    if pattern.hasPrefix("/nominations") { return nomination.text }
    if pattern.hasPrefix("/requirements") { return requirement.text }
    return life.argument(of: pattern)
  }
}
