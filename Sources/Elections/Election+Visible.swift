package import Councils
package import Kernel
import Roster
package import SQLStore

extension Election {
  /// The one rule of which elections are found.
  ///
  /// A draft exists for those who run it. An announced one is seen by whoever finds the
  /// organization, and by those who vote or stand though the organization is not listed for them.
  static func visible(to viewer: Viewer) -> SQLQuery {
    guard let person = viewer.person else { return "1 = 0" }
    return """
      (\(runs(viewer)) OR election.officer_id = \(person)
        OR (election.state <> 'draft' AND (
          election.organization_id IN (
            SELECT organization.id FROM organization WHERE \(Organization.visible(to: viewer)))
          OR election.id IN (SELECT election_id FROM elector WHERE person_id = \(person))
          OR election.id IN (SELECT election_id FROM candidate WHERE person_id = \(person)))))
      """
  }

  /// The elections that the viewer runs: as an officer of the organization who is a trainee.
  ///
  /// Not the office, nor officers who are faculty or staff: peers choose by themselves.
  static func runs(_ viewer: Viewer) -> SQLQuery {
    "election.organization_id IN (\(runOrganizations(viewer)))"
  }

  private static func runOrganizations(_ viewer: Viewer) -> SQLQuery {
    """
    SELECT runner.organization_id FROM (\(runners(on: viewer.today))) AS runner
    WHERE runner.person_id = \(viewer.person)
    """
  }

  /// Whether the viewer sets up and runs elections of an organization.
  package static func mayRun(
    in organization: OrganizationID, _ viewer: Viewer, reader: any SQLReader
  ) throws -> Bool {
    try reader.number(
      """
      SELECT count(*) FROM organization WHERE organization.id = \(organization)
        AND organization.id IN (\(runOrganizations(viewer)))
      """) > 0
  }

  /// Whether the viewer runs this election.
  package func isRun(by viewer: Viewer, reader: any SQLReader) throws -> Bool {
    try Self.mayRun(in: organization, viewer, reader: reader)
  }

  /// An election that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> Election {
    let election = try reader.first(
      Election.self,
      "SELECT \(columns) FROM election WHERE election.id = \(id) AND \(visible(to: viewer))")
    guard let election else { throw Absent() }
    return election
  }

  /// An election that the viewer runs.
  /// - Throws: ``Absent`` where it is not theirs to see, ``ElectionRefusal/notYoursToRun``.
  static func toRun(
    _ id: ElectionID, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Election {
    let election = try find(id, viewer: viewer, reader: reader)
    guard try election.isRun(by: viewer, reader: reader) else {
      throw ElectionRefusal.notYoursToRun
    }
    return election
  }

  /// Tells an act in the audit trail.
  func note(
    _ act: String, _ detail: String, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: Audit.Subject(kind: "election", id: id.text), detail: detail),
      by: viewer.person, at: viewer.now, to: writer)
  }

  /// The address of its page, for notices.
  package var path: String { "/elections/\(id.text)" }
}
