package import Kernel
import Roster
package import SQLStore

extension MentorCertificate {
  /// Gives a certificate to every mentor of a cycle who has earned one and was never given one. One
  /// that was revoked is not given again by this; nobody gives one to themselves.
  /// - Returns: how many were given.
  /// - Throws: ``CertificateRefusal/nobody`` where there is nobody to give one to.
  @discardableResult
  package static func issue(
    in id: ID<MentoringCycle>, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> Int {
    try viewer.refuseUnlessRunsMentoring()
    let cycle = try MentoringCycle.find(id, viewer: viewer, reader: writer)
    let due = try CertificateDue.all(in: cycle, viewer: viewer, reader: writer)
      .filter { !$0.wasIssued && $0.person != viewer.person }
    guard !due.isEmpty else { throw CertificateRefusal.nobody }
    try Issuing(cycle, viewer, world, writer).give(due)
    try cycle.note(
      "mentoring.certificates_issued",
      due.count == 1 ? "1 certificate" : "\(due.count) certificates", by: viewer, to: writer)
    return due.count
  }

  /// Gives a new one in place of one that was revoked, with what is true now.
  package static func issueAnew(
    _ id: ID<MentorCertificate>, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    try viewer.refuseUnlessRunsMentoring()
    let before = try find(id, viewer: viewer, reader: writer)
    guard let person = before.person else { throw Absent() }
    guard person != viewer.person else { throw CertificateRefusal.own }
    let cycle = try MentoringCycle.find(before.cycle, viewer: viewer, reader: writer)
    let current = try writer.number(
      """
      SELECT count(*) FROM mentor_certificate
      WHERE cycle_id = \(cycle.id) AND person_id = \(person) AND revoked_on IS NULL
      """)
    guard current == 0 else { throw CertificateRefusal.holds }
    let due = try CertificateDue.all(in: cycle, viewer: viewer, reader: writer)
      .filter { $0.person == person }
    guard !due.isEmpty else { throw CertificateRefusal.notEarned }
    try Issuing(cycle, viewer, world, writer).give(due)
    try cycle.note("mentoring.certificates_issued", "1 certificate", by: viewer, to: writer)
  }

  /// Says of a certificate that it does not hold any more; its page says so from then on.
  /// - Parameter typed: why, for the person and the office.
  package static func revoke(
    _ id: ID<MentorCertificate>, because typed: String, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    try viewer.refuseUnlessRunsMentoring()
    let certificate = try find(id, viewer: viewer, reader: writer)
    var fields = TypedFields { _ in typed }
    let reason = fields.requiredLines("reason", most: 1000, "Say why, for the person.")
    try fields.problems.throwIfAny()
    let revoked = try writer.execute(
      """
      UPDATE mentor_certificate SET revoked_on = \(viewer.today), revoked_by = \(viewer.person),
        reason = \(reason ?? "")
      WHERE id = \(id) AND revoked_on IS NULL
      """)
    guard revoked == 1 else { throw CertificateRefusal.revokedAlready }
    let cycle = try MentoringCycle.find(certificate.cycle, viewer: viewer, reader: writer)
    if let person = certificate.person {
      try Notice.tell(
        person,
        Notice.News(
          .mentoring,
          "Your certificate of service for “\(cycle.title)” does not hold any more. Read why.",
          path: Issuing.path), in: world, writer: writer)
    }
    try cycle.note("mentoring.certificate_revoked", "", by: viewer, to: writer)
  }
}

/// What certificates of a cycle have in common.
private struct Issuing {
  let cycle: MentoringCycle
  let program: String
  let settings: Settings
  let viewer: Viewer
  let world: World
  let writer: any SQLWriter

  /// Where people find theirs.
  static let path = "/mentoring"

  init(
    _ cycle: MentoringCycle, _ viewer: Viewer, _ world: World, _ writer: any SQLWriter
  ) throws {
    self.cycle = cycle
    program =
      try MentoringProgram.find(cycle.program, viewer: viewer, reader: writer).name
    settings = try Settings(reader: writer)
    self.viewer = viewer
    self.world = world
    self.writer = writer
  }

  func give(_ due: [CertificateDue]) throws {
    let names = try Directory.names(of: due.map(\.person), reader: writer)
    for one in due {
      guard let name = names[one.person] else { throw Absent() }
      try insert(one, name)
      try Notice.tell(
        one.person,
        Notice.News(
          .mentoring,
          "Thank you for mentoring in “\(cycle.title)”. Your certificate of service is here.",
          path: Self.path), in: world, writer: writer)
    }
  }

  private func insert(_ one: CertificateDue, _ name: String) throws {
    let id: ID<MentorCertificate> = world.newID()
    try writer.execute(
      """
      INSERT INTO mentor_certificate (id, code, person_id, cycle_id, name, program_name,
        cycle_title, begins_on, ends_on, half_hours, mentees, institution, office_name,
        issued_on, issued_by, reason)
      VALUES (\(id), \(CertificateCode(in: world).text), \(one.person), \(cycle.id), \(name),
        \(program), \(cycle.title), \(one.begins), \(one.ends), \(one.halfHours),
        \(one.mentees), \(settings.institutionName), \(Words(settings)("{Office}")),
        \(viewer.today), \(viewer.person), '')
      """)
  }
}
